import { type DataSource } from 'typeorm';
import { type InteractionFilters } from '../../src/customers/statistics/interactions-per-product.repository.js';
import { type toInteractionsPerProduct } from '../../src/customers/statistics/to-interactions-per-product.js';

export const UNFILTERED: InteractionFilters = {
  from: null,
  to: null,
  channel: null,
  topic: null,
  sentiment: null,
  customerType: null,
  product: null,
};

interface PlainRow {
  customer_id: string;
  day: string;
  channel: string;
  topic: string | null;
  sentiment: string | null;
  type: string | null;
  product: string | null;
}

function fits(found: PlainRow, given: InteractionFilters): boolean {
  const equal: [string | null, string | null][] = [
    [given.channel, found.channel],
    [given.topic, found.topic],
    [given.sentiment, found.sentiment],
    [given.customerType, found.type ?? 'Unknown'],
    [given.product, found.product],
  ];
  const inTime = found.day >= (given.from ?? '') && found.day <= (given.to ?? '9');
  return inTime && equal.every(([wanted, value]) => wanted === null || wanted === value);
}

/** The same answer by reading every row and counting here. */
export async function countPlainly(
  dataSource: DataSource,
  given: InteractionFilters,
): Promise<ReturnType<typeof toInteractionsPerProduct>> {
  const all = await dataSource.query<PlainRow[]>(
    `SELECT i.customer_id, to_char(occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, channel, topic, sentiment, c.type, product
     FROM interactions i JOIN customers c USING (customer_id)
     LEFT JOIN product_months ON month = date_trunc('month', occurred_at AT TIME ZONE 'UTC')::date`,
  );
  const kept = all.filter((found) => fits(found, given));
  const names = [...new Set(kept.flatMap(({ product }) => (product === null ? [] : [product])))];
  const products = names.map((name) => {
    const own = kept.filter(({ product }) => product === name);
    const types = [...new Set(own.map((found) => found.type ?? 'Unknown'))];
    const ofType = (wanted: string): PlainRow[] => own.filter((found) => (found.type ?? 'Unknown') === wanted);
    return {
      product: name,
      total: own.length,
      by_customer_type: Object.fromEntries(types.map((each) => [each, ofType(each).length])),
      distinct_customers: Object.fromEntries(
        types.map((each) => [each, new Set(ofType(each).map(({ customer_id }) => customer_id)).size]),
      ),
    };
  });
  return {
    total: kept.length,
    products: products.sort((a, b) => b.total - a.total || (a.product < b.product ? -1 : 1)),
    without_product: kept.filter(({ product }) => product === null).length,
    without_customer_type: kept.filter((found) => found.type === null).length,
  };
}
