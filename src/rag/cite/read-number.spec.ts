import { readNumber } from './read-number.js';

describe('readNumber', () => {
  it.each([
    ['forty-nine', 49],
    ['a dozen', 12],
    ['two hundred and fifty', 250],
    ['one thousand two hundred', 1_200],
    ['a hundred thousand', 100_000],
    ['1,200.50', 1_200.5],
    ['1.200,50', 1_200.5],
    ['12.5k', 12_500],
  ])('reads %s', (written, value) => {
    expect(readNumber(written)).toBe(value);
  });

  it('is not a number for other words', () => {
    expect(readNumber('many')).toBeNaN();
  });
});
