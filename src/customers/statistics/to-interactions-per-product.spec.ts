import { toInteractionsPerProduct } from './to-interactions-per-product.js';

const row = (product: string, customer_type: string, interactions: number, customers: number) => ({
  product,
  customer_type,
  interactions: String(interactions),
  customers: String(customers),
});

describe('toInteractionsPerProduct', () => {
  it('tells nothing of nothing', () => {
    expect(toInteractionsPerProduct([])).toEqual({
      total: 0,
      products: [],
      without_product: 0,
      without_customer_type: 0,
    });
  });

  it('sorts products by total, then by name, and types by name', () => {
    const { products } = toInteractionsPerProduct([
      row('Sand', 'Red', 2, 1),
      row('Rock', 'Red', 1, 1),
      row('Air', 'Red', 2, 2),
      row('Sand', 'Blue', 1, 1),
      row('Rock', 'Blue', 4, 2),
    ]);
    expect(products).toEqual([
      { product: 'Rock', total: 5, by_customer_type: { Blue: 4, Red: 1 }, distinct_customers: { Blue: 2, Red: 1 } },
      { product: 'Sand', total: 3, by_customer_type: { Blue: 1, Red: 2 }, distinct_customers: { Blue: 1, Red: 1 } },
      { product: 'Air', total: 2, by_customer_type: { Red: 2 }, distinct_customers: { Red: 2 } },
    ]);
    expect(Object.keys(products[0]?.by_customer_type ?? {})).toEqual(['Blue', 'Red']);
  });

  it('calls a missing type Unknown and counts it, with a product or without', () => {
    expect(
      toInteractionsPerProduct([
        row('Sand', '', 2, 1),
        row('Sand', 'Unknown', 3, 2),
        row('', '', 4, 1),
        row('', 'Red', 5, 1),
      ]),
    ).toEqual({
      total: 14,
      products: [{ product: 'Sand', total: 5, by_customer_type: { Unknown: 5 }, distinct_customers: { Unknown: 3 } }],
      without_product: 9,
      without_customer_type: 6,
    });
  });

  it('knows a type by any name', () => {
    const { products } = toInteractionsPerProduct([row('Sand', '__proto__', 1, 1)]);
    expect(JSON.stringify(products[0]?.by_customer_type)).toBe('{"__proto__":1}');
  });
});
