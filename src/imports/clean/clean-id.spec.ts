import fc from 'fast-check';
import { cleanId } from './clean-id.js';

describe('cleanId', () => {
  it.each([
    ['12', 12],
    ['0012', 12],
    ['12.0', 12],
    ['12,00', 12],
    ['0', 0],
    ['9007199254740991', 9_007_199_254_740_991],
  ])('reads %s', (value, id) => {
    expect(cleanId(value)).toBe(id);
  });

  it.each([
    ['12in', '12'],
    ['#12', '12'],
    ['id 12', '12'],
    ['1O', '10'],
    ['l2', '12'],
    ['12.', '12'],
  ])('suggests for %s', (value, suggestion) => {
    expect(cleanId(value)).toEqual({ code: 'bad_id', suggestion });
  });

  it.each([
    '',
    'abc',
    '-12',
    '1.5',
    '1,5',
    '12.34',
    '1.23457E+11',
    '3-4',
    '12 34',
    '1,000',
    '12.000',
    '9007199254740993',
    '99999999999999999999',
  ])('suggests nothing for %j', (value) => {
    expect(cleanId(value)).toEqual({ code: 'bad_id' });
  });

  it('reads back every id it may meet', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (id) => {
        expect(cleanId(String(id))).toBe(id);
      }),
    );
  });
});
