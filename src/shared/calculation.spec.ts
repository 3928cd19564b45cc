import fc from 'fast-check';
import { isSound, readCalculation, writeCalculation } from './calculation.js';

const STATEMENT = 'The Team plan costs $39 per seat per month.';

describe('writeCalculation', () => {
  it('writes every step out', () => {
    expect(writeCalculation(STATEMENT, 14, 'seats', [{ amount: '$39', period: 'month' }])).toBe(
      'The Team plan costs $39 per seat per month, so for 14 seats: 14 × $39 = $546 per month and 12 × $546 = $6,552 per year.',
    );
  });

  it('keeps the notation and the cents of the price', () => {
    expect(writeCalculation('It is 12.50 EUR a year.', 3, 'people', [{ amount: '12.50 EUR', period: 'year' }])).toBe(
      'It is 12.50 EUR a year, so for 3 people: 3 × 12.50 EUR = 37.50 EUR per year.',
    );
  });

  it('is read back as the statement and sound steps, whatever the price and the number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: 1, max: 9_999_999 }), (count, cents) => {
        const amount = `$${(cents / 100).toFixed(2)}`;
        const statement = `It costs ${amount} per seat per month.`;
        const read = readCalculation(writeCalculation(statement, count, 'seats', [{ amount, period: 'month' }]));
        expect(read?.statement).toBe(statement);
        expect(read !== undefined && isSound(read)).toBe(true);
      }),
    );
  });
});

describe('isSound', () => {
  it.each([
    ['a wrong product', 'It is $39 per seat, so for 14 seats: 14 × $39 = $556 per month.'],
    ['a price that the statement has not', 'It is $39 per seat, so for 14 seats: 14 × $29 = $406 per month.'],
    ['another number than the one it is for', 'It is $39 per seat, so for 14 seats: 15 × $39 = $585 per month.'],
    [
      'a year that is not twelve times the month',
      'It is $39 per seat, so for 2 seats: 2 × $39 = $78 per month and 10 × $78 = $780 per year.',
    ],
  ])('refuses %s', (_what, sentence) => {
    const read = readCalculation(sentence);
    expect(read !== undefined && isSound(read)).toBe(false);
  });

  it('reads nothing where something else stands among the steps', () => {
    expect(readCalculation('It is $39, so for 14 seats: 14 × $39 = $546 and a free phone.')).toBeUndefined();
  });
});
