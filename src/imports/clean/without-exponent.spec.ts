import fc from 'fast-check';
import { withoutExponent } from './without-exponent.js';

describe('withoutExponent', () => {
  it.each([
    ['1.5e-7', '0.00000015'],
    ['1e+21', '1000000000000000000000'],
    ['-1.25E1', '-12.5'],
    ['0.5e1', '5'],
    ['12', '12'],
    ['1.50', '1.50'],
  ])('writes %s as %s', (number, plain) => {
    expect(withoutExponent(number)).toBe(plain);
  });

  it('does not change the number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e60, max: 1e60 }), (number) => {
        const plain = withoutExponent(number.toExponential());
        expect(plain).not.toMatch(/e/i);
        expect(Number(plain)).toBe(number === 0 ? 0 : number);
      }),
    );
  });
});
