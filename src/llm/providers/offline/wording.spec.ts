import fc from 'fast-check';
import { readFirstName } from './read-first-name.js';
import { pickVariant } from './pick-variant.js';
import { PHRASES, phrasesFor, type Variants } from './sales-phrases.js';
import { splitDeltas } from './split-deltas.js';
import { SALES_INTENTS } from '../../../nlu/index.js';

describe('readFirstName', () => {
  it.each([
    ['Amara Okafor', 'Amara'],
    ['Dr. Jürgen Weiß', 'Jürgen'],
    ['Okafor, Amara', 'Amara'],
    ["D'Arcy O'Neil", "D'Arcy"],
    ['  Mrs   Li  ', 'Li'],
  ])('finds it in %s', (full, expected) => {
    expect(readFirstName(full)).toBe(expected);
  });

  it.each([null, undefined, '', '  ', 'Mr.', '42', '<b>x</b>', '😀', 'x'.repeat(60)])('finds none in %s', (full) => {
    expect(readFirstName(full)).toBeUndefined();
  });
});

describe('splitDeltas', () => {
  it('loses nothing and adds nothing', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }).filter((text) => text.trim() !== ''),
        (text) => {
          expect(splitDeltas(text).join('')).toBe(text);
        },
      ),
    );
  });

  it('hands out a few words at a time', () => {
    expect(splitDeltas('one two three four five six')).toEqual(['one two three four ', 'five six']);
  });
});

describe('the phrases', () => {
  const variants: readonly Variants[] = [
    ...SALES_INTENTS.map(phrasesFor).flatMap(({ opening, nextStep, question }) => [opening, nextStep, question]),
    ...Object.values(PHRASES),
  ];
  const all = variants.flatMap((wordings): string[] => [...wordings]);

  it('state no figure and claim no deed', () => {
    expect(
      all.filter((text) => /\d|\b(?:I|we) have (?:booked|sent|updated|scheduled|changed|removed)\b/i.test(text)),
    ).toEqual([]);
  });

  it('are sentences', () => {
    expect(all.filter((text) => !/[.?!,]$/.test(text))).toEqual([]);
  });
});

describe('pickVariant', () => {
  it('reaches every variant and keeps to its choice', () => {
    const picks = Array.from({ length: 60 }, (_, i) => pickVariant(['a', 'b', 'c'], `message ${i}`));
    expect(new Set(picks)).toEqual(new Set(['a', 'b', 'c']));
    expect(pickVariant(['a', 'b', 'c'], 'message 7')).toBe(picks[7]);
  });
});
