import fc from 'fast-check';
import { cleanMoney, withoutFloatNoise } from './clean-money.js';
import { cleanNumber } from './clean-number.js';
import { DecimalMarkEvidence } from './decimal-mark.js';

describe('cleanNumber', () => {
  it.each([
    ['12', '12'],
    ['-12.50', '-12.50'],
    ['+3', '3'],
    ['.5', '0.5'],
    ['12.', '12'],
    ['2,5', '2.5'],
    ['-89,9711', '-89.9711'],
    ['1,234.56', '1234.56'],
    ['1.234,56', '1234.56'],
    ['1,234,567', '1234567'],
    ['1.234.567', '1234567'],
    ["1'234.5", '1234.5'],
    ['1 234 567,8', '1234567.8'],
    ['0,125', '0.125'],
    ['1.234', '1.234'],
    ['0012', '12'],
    ['-0', '0'],
    ['1.5e3', '1500'],
    ['1,5E-3', '0.0015'],
    ['−4', '-4'],
  ])('reads %s as %s', (value, plain) => {
    expect(cleanNumber(value)).toEqual({ value: plain });
  });

  it('needs the column to say what a lone comma before three digits is', () => {
    expect(cleanNumber('1,234')).toEqual({ code: 'bad_number', suggestion: '1234' });
    expect(cleanNumber('1,234', '.')).toEqual({ value: '1234' });
    expect(cleanNumber('1,234', ',')).toEqual({ value: '1.234' });
    expect(cleanNumber('1.234', ',')).toEqual({ value: '1234' });
  });

  it.each(['', 'x', '1-2', '12,34,5', '1.2.3', '1,23.4,5', '--1', '1e999', '12abc', '1'.repeat(41)])(
    'does not take %j for a number',
    (value) => {
      expect(cleanNumber(value)).toMatchObject({ code: 'bad_number' });
    },
  );

  it('reads back every number, whatever the locale writes', () => {
    const amount = fc.tuple(
      fc.nat(),
      fc.integer({ min: 0, max: 99 }),
      fc.constantFrom('en-US', 'de-DE', 'de-CH', 'it-IT'),
    );
    fc.assert(
      fc.property(amount, ([whole, cents, locale]) => {
        const number = whole + cents / 100;
        const written = number.toLocaleString(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
        expect(cleanNumber(written)).toEqual({ value: number.toFixed(2) });
      }),
    );
  });
});

describe('cleanMoney', () => {
  it.each([
    ['$1,234.50', '1234.50'],
    ['12,50 €', '12.50'],
    ['EUR 12.50', '12.50'],
    ['12.50 USD', '12.50'],
    ['(12.50)', '-12.50'],
    ['-$5', '-5'],
    ['27.989999771118164', '27.99'],
    ['0.0199999995529651', '0.02'],
    ['13,92499997', '13.925'],
    ['150,4100037', '150.41'],
    ['5.0', '5.0'],
  ])('reads %s as %s', (value, plain) => {
    expect(cleanMoney(value)).toEqual({ value: plain });
  });

  it.each(['', 'free', '$', '12 or 13'])('does not take %j for money', (value) => {
    expect(cleanMoney(value)).toEqual({ code: 'bad_number' });
  });

  it('takes the trace of a 32 bit float off every price', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999 }), (cents) => {
        const price = cents / 100;
        expect(Number(withoutFloatNoise(String(Math.fround(price))))).toBe(price);
      }),
    );
  });
});

describe('DecimalMarkEvidence', () => {
  const tell = (...values: string[]): string | null => {
    const evidence = new DecimalMarkEvidence();
    for (const value of values) evidence.add(value);
    return evidence.result();
  };

  it('is told by one value that can be read one way only', () => {
    expect(tell('1,234', '12,5', '7')).toBe(',');
    expect(tell('1,234', '1,234.50')).toBe('.');
    expect(tell('1.234.567')).toBe(',');
  });

  it('does not guess', () => {
    expect(tell('1,234', '7')).toBeNull();
    expect(tell('1,5', '1.5')).toBeNull();
  });
});
