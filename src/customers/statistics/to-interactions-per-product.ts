import { UNKNOWN_TYPE, type ProductTypeCount } from './interactions-per-product.repository.js';

/** What one product has. */
export interface ProductInteractions {
  product: string;
  total: number;
  by_customer_type: Record<string, number>;
  distinct_customers: Record<string, number>;
}

export interface InteractionCounts {
  total: number;
  products: ProductInteractions[];
  without_product: number;
  without_customer_type: number;
}

/**
 * The sums as they are told: products by their total, then by name; types A-Z. Customers without a type are told as
 * `Unknown`, together with those whose type is that word.
 */
export function toInteractionsPerProduct(rows: readonly ProductTypeCount[]): InteractionCounts {
  const products = new Map<string, { interactions: Map<string, number>; customers: Map<string, number> }>();
  let total = 0;
  let withoutProduct = 0;
  let withoutType = 0;
  for (const row of rows) {
    const count = Number(row.interactions);
    total += count;
    if (row.customer_type === '') withoutType += count;
    if (row.product === '') {
      withoutProduct += count;
      continue;
    }
    const type = row.customer_type || UNKNOWN_TYPE;
    const sums = products.get(row.product) ?? {
      interactions: new Map<string, number>(),
      customers: new Map<string, number>(),
    };
    add(sums.interactions, type, count);
    add(sums.customers, type, Number(row.customers));
    products.set(row.product, sums);
  }
  return {
    total,
    products: [...products]
      .map(([product, { interactions, customers }]) => ({
        product,
        total: [...interactions.values()].reduce((sum, count) => sum + count, 0),
        by_customer_type: byName(interactions),
        distinct_customers: byName(customers),
      }))
      .filter((entry) => entry.total > 0)
      .sort((a, b) => b.total - a.total || compare(a.product, b.product)),
    without_product: withoutProduct,
    without_customer_type: withoutType,
  };
}

function add(sums: Map<string, number>, name: string, count: number): void {
  sums.set(name, (sums.get(name) ?? 0) + count);
}

function byName(sums: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...sums].filter(([, count]) => count > 0).sort(([a], [b]) => compare(a, b)));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
