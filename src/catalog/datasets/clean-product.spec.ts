import { cleanProduct } from './clean-product.js';

const context = { dateOrder: () => null, decimalMark: () => null };
const clean = (cells: Record<string, string>): ReturnType<typeof cleanProduct> =>
  cleanProduct(new Map(Object.entries(cells)), context);

const SHIRT = { product_id: '7', name: 'Classic T-Shirt', category: 'Tops', retail_price: '27.989999771118164' };

describe('cleanProduct', () => {
  it('takes the traces of binary fractions off prices', () => {
    expect(clean(SHIRT)).toMatchObject({ row: { id: 7, retailPrice: '27.99', cost: null } });
  });

  it('puts mis-encoded letters right and tells so', () => {
    expect(clean({ ...SHIRT, name: 'PiquÃ© Polo' })).toMatchObject({
      row: { name: 'Piqué Polo', nameKey: 'pique polo' },
      findings: [{ code: 'respelled_value', column: 'name', value: 'PiquÃ© Polo', suggestion: 'Piqué Polo' }],
    });
  });

  it('takes a product without a name, for it is sold all the same', () => {
    expect(clean({ ...SHIRT, name: '' })).toMatchObject({ row: { name: '(no name)', nameKey: '' } });
  });

  it('does not take one without id or price, and says all that is wrong', () => {
    expect(clean({ ...SHIRT, product_id: '12in', retail_price: '-5' })).toEqual({
      findings: [
        { code: 'bad_id', column: 'product_id', value: '12in', suggestion: '12' },
        { code: 'bad_number', column: 'retail_price', value: '-5' },
      ],
    });
  });
});
