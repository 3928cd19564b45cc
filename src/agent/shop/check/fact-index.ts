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

/** The records of the facts by id, and the numbers that belong to none. */
export function indexFacts(facts: readonly ShopFact[]): FactIndex {
  const index = new IndexedFacts();
  for (const fact of facts) index.take(fact);
  return index;
}

class IndexedFacts implements FactIndex {
  readonly loose = new Set<string>();
  readonly orders = new Map<string, { record: OrderRecord | null; numbers: Set<string> }>();
  readonly products = new Map<string, { record: ProductRecord; numbers: Set<string> }>();

  take({ kind, data }: ShopFact): void {
    switch (kind) {
      case 'order':
        this.takeOrder(data.order_id, data, data);
        break;
      case 'order_items':
        this.takeOrder(data.order_id, null, data);
        break;
      case 'stock':
        this.takeProduct(data);
        break;
      default:
        this.takeListed(data);
    }
  }

  private takeListed(data: object): void {
    const { orders = [], products = [], product, ...rest }: Listed = data;
    for (const order of orders) this.takeOrder(order.order_id, order, order);
    for (const one of [...products, ...(product === undefined ? [] : [product])]) this.takeProduct(one);
    for (const number of numbersIn(rest)) this.loose.add(number);
  }

  private takeOrder(id: number, record: OrderRecord | null, data: unknown): void {
    const known = this.orders.get(String(id));
    const numbers = new Set([...(known?.numbers ?? []), ...numbersIn(data)]);
    this.orders.set(String(id), { record: record ?? known?.record ?? null, numbers });
  }

  private takeProduct(record: ProductRecord): void {
    const known = this.products.get(String(record.product_id))?.numbers ?? [];
    this.products.set(String(record.product_id), { record, numbers: new Set([...known, ...numbersIn(record)]) });
  }
}

interface Listed {
  orders?: OrderRecord[];
  products?: ProductRecord[];
  product?: ProductRecord;
}

/** Every number anywhere in a record: of ids, figures, dates, and in names. */
export function numbersIn(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(numbersIn);
  return typeof value === 'string' || typeof value === 'number' ? listNumbers(String(value)) : [];
}
