import fc from 'fast-check';
import { collapseSpace, shorten } from './text.js';

describe('shorten', () => {
  it('leaves a short line alone', () => {
    expect(shorten('How much is it?', 20)).toBe('How much is it?');
  });

  it('makes one line of many and marks the cut', () => {
    expect(shorten('first\n\nsecond  third', 13)).toBe('first second…');
  });

  it('cuts after a whole word where one ends late enough', () => {
    expect(shorten('one two three four', 12)).toBe('one two…');
    expect(shorten('incomprehensibilities', 12)).toBe('incomprehen…');
  });

  it('never exceeds the length and never splits a code point', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 40 }), (text, max) => {
        const short = shorten(text, max);
        expect(short.length).toBeLessThanOrEqual(max);
        expect(short.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('collapseSpace', () => {
  it('treats every kind of white space alike', () => {
    expect(collapseSpace('\t a\u00a0\n b ')).toBe('a b');
  });
});
