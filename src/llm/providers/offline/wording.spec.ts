import fc from 'fast-check';
import { readFirstName } from './read-first-name.js';
import { listUnsaid, pickVariant } from './pick-variant.js';
import { foreignReply } from './foreign-phrases.js';
import { phrasesFor } from './intent-phrases.js';
import { PHRASES, type Variants } from './sales-phrases.js';
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
    ...SALES_INTENTS.map(phrasesFor).flatMap(({ opening, nextStep, question }) => [
      opening,
      ...Object.values(nextStep),
      ...Object.values(question),
    ]),
    ...Object.values(PHRASES),
  ];
  const all = variants.flatMap((wordings): string[] => [...wordings]);

  it('state no figure and claim no deed', () => {
    expect(
      all.filter((text) => /\d|\b(?:I|we) have (?:booked|sent|updated|scheduled|changed|removed)\b/i.test(text)),
    ).toEqual([]);
  });

  it('presume nothing of what the company sells', () => {
    const texts = [...all, ...['de', 'fr', 'xx'].map(foreignReply)];
    const presuming =
      /\b(?:product|plans?|seats?|users?|teams?|software|apps?|tools?|systems?|security|features?|demo|billed|documentation|tarif\w*|funktion\w*|sicherheit)\b/i;
    expect(texts.filter((text) => presuming.test(text))).toEqual([]);
  });

  it('ask at most one question each', () => {
    expect(all.filter((text) => (text.match(/\?/g) ?? []).length > 1)).toEqual([]);
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

describe('listUnsaid', () => {
  it('leaves out what an earlier answer said, unless nothing would be left', () => {
    expect(listUnsaid(['Fine.', 'Good.'], ['Hello. Fine. Bye.'])).toEqual(['Good.']);
    expect(listUnsaid(['Fine.', 'Good.'], ['Fine.', 'Good.'])).toEqual(['Fine.', 'Good.']);
  });
});
