import fc from 'fast-check';
import { readNumber, readNumberWords } from './number-text.js';

describe('readNumber', () => {
  it.each([
    ['49', '', 49],
    ['1,200', '', 1200],
    ['1.200', '', 1200],
    ['1.200,50', '', 1200.5],
    ['1,200.5', '', 1200.5],
    ["1'200'000", '', 1_200_000],
    ['2.5', 'm', 2_500_000],
    ['50', 'K', 50_000],
    ['1.999', 'million', 1_999_000],
    ['1,500', 'million', 1_500_000_000],
    ['0.125', '', 0.125],
    ['0.0035', '', 0.0035],
    ['1,234.567', '', 1234.567],
    ['1.234.567', '', 1_234_567],
  ])('reads %s%s', (written, magnitude, expected) => {
    expect(readNumber(written, magnitude)).toBe(expected);
  });

  it('refuses what is beyond safe integers', () => {
    expect(readNumber('999999999999999', 'bn')).toBeUndefined();
  });

  it('reads any amount in cents back, written in the English and in the German way', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (cents) => {
        const options = { minimumFractionDigits: 2 };
        expect(readNumber((cents / 100).toLocaleString('en-US', options))).toBe(cents / 100);
        expect(readNumber((cents / 100).toLocaleString('de-DE', options))).toBe(cents / 100);
      }),
    );
  });
});

describe('readNumberWords', () => {
  it.each([
    ['fifty', 50],
    ['Twenty-five', 25],
    ['two hundred', 200],
    ['a dozen', 12],
    ['a couple of', 2],
    ['dozen', 12],
    ['half a million', 500_000],
    ['two hundred and fifty thousand', 250_000],
    ['vingt-cinq', 25],
  ])('reads %s', (written, expected) => {
    expect(readNumberWords(written)).toBe(expected);
  });

  it('does not read other words, nor two numbers as one', () => {
    expect(readNumberWords('many')).toBeUndefined();
    expect(readNumberWords('one two')).toBeUndefined();
  });
});
