import fc from 'fast-check';
import { foldDigits } from './fold-digits.js';

describe('foldDigits', () => {
  it.each([
    ['４９ ＵＳＤ', '49 USD'],
    ['＄４９', '$49'],
    ['٤٩٪', '49%'],
    ['९९', '99'],
    ['𝟒𝟗 dollars', '  49 dollars'],
    ['𞥔𞥙', '  49'],
    ['0123456789', '0123456789'],
    ['Ça coûte 49 €…', 'Ça coûte 49 €…'],
  ])('reads %s as %s', (written, plain) => {
    expect(foldDigits(written)).toBe(plain);
  });

  it('keeps every offset', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldDigits(text)).toHaveLength(text.length);
      }),
    );
  });
});
