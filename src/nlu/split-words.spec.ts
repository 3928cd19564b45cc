import fc from 'fast-check';
import { foldWord, splitWords } from './split-words.js';

describe('splitWords', () => {
  it('compares words without case, apostrophes and diacritics, and keeps their offsets', () => {
    expect(splitWords('Don’t  Prêt-à')).toEqual([
      { key: 'dont', start: 0, end: 5 },
      { key: 'pret', start: 7, end: 11 },
      { key: 'a', start: 12, end: 13 },
    ]);
  });

  it('finds no words in emoji, punctuation and lone surrogates', () => {
    expect(splitWords('😀 👍🏽 !? \ud800 …')).toEqual([]);
  });

  it('hands out ascending words that lie inside the text, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let last = 0;
        for (const { key, start, end } of splitWords(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(key).toBe(foldWord(text.slice(start, end)));
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('stops at the limit', () => {
    expect(splitWords('a b c d', 2)).toHaveLength(2);
  });
});
