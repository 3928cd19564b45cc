import { type OrderRecord, type ProductRecord, type ShopFact } from '../../../llm/index.js';
import { listNumbers } from './list-numbers.js';

type Numbers = ReadonlySet<string>;

/** What the facts of a turn say, ready to hold sentences against. */
export interface FactIndex {
  /** Numbers of no single order or product: counts, limits, what was asked for. */
  loose: Numbers;
  orders: ReadonlyMap<string, { record: OrderRecord | null; numbers: Numbers }>;
  products: ReadonlyMap<string, { record: ProductRecord; numbers: Numbers }>;
}

export function indexFacts(facts: readonly ShopFact[]): FactIndex {
  const loose = new Set<string>();
  const orders = new Map<string, { record: OrderRecord | null; numbers: Set<string> }>();
  const products = new Map<string, { record: ProductRecord; numbers: Set<string> }>();
  const takeOrder = (id: number, record: OrderRecord | null, data: unknown): void => {
    const known = orders.get(String(id)) ?? { record: null, numbers: new Set<string>() };
    for (const number of numbersIn(data)) known.numbers.add(number);
    orders.set(String(id), { record: record ?? known.record, numbers: known.numbers });
  };
  const takeProduct = (record: ProductRecord): void => {
    const numbers = products.get(String(record.product_id))?.numbers ?? new Set<string>();
    for (const number of numbersIn(record)) numbers.add(number);
    products.set(String(record.product_id), { record, numbers });
  };
  for (const { kind, data } of facts) {
    if (kind === 'order') takeOrder(data.order_id, data, data);
    else if (kind === 'order_items') takeOrder(data.order_id, null, data);
    else if (kind === 'stock') takeProduct(data);
    else {
      const { orders: listed = [], products: named = [], product, ...rest } = data as Listed;
      for (const order of listed) takeOrder(order.order_id, order, order);
      for (const one of [...named, ...(product === undefined ? [] : [product])]) takeProduct(one);
      for (const number of numbersIn(rest)) loose.add(number);
    }
  }
  return { loose, orders, products };
}

interface Listed {
  orders?: OrderRecord[];
  products?: ProductRecord[];
  product?: ProductRecord;
}

/** Every number anywhere in a record: of ids, figures, dates, and in names. */
export function numbersIn(value: unknown): string[] {
  if (value === null || value === undefined || typeof value === 'boolean') return [];
  if (typeof value === 'object') return Object.values(value).flatMap(numbersIn);
  return listNumbers(String(value as string | number));
}
