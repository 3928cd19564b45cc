import fc from 'fast-check';
import { findAll } from './find-all.js';

const PATTERNS: readonly RegExp[] = [/\d+/g, /(?=a)/g, /(?:)/gu, /(?:)/g, /x*/gu, /\p{L}+/gu, /(?<sign>[+-])?\d/g];

describe('findAll', () => {
  it('finds what matchAll finds, matches of no length and lone surrogates included', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PATTERNS), fc.string({ unit: 'binary' }), (pattern, text) => {
        expect(findAll(text, pattern)).toEqual([...text.matchAll(pattern)]);
      }),
    );
    for (const pattern of PATTERNS)
      expect(findAll('\ud83d\ude00a \ud800x+1', pattern)).toEqual([...'\ud83d\ude00a \ud800x+1'.matchAll(pattern)]);
  });

  it('begins at the beginning whatever was searched before', () => {
    const pattern = /a/g;
    pattern.lastIndex = 3;
    expect(findAll('banana', pattern).map(({ index }) => index)).toEqual([1, 3, 5]);
    expect(findAll('banana', pattern)).toHaveLength(3);
  });
});
