import {
  type OrderRecord,
  type ProductRecord,
  type ShopToolObservation,
  type ShopWant,
} from '../../../shop-reply.facts.js';
import { joinOr, nameProduct, sayDay } from './say-records.js';

/** The one question that settles what was meant, with everything that could be; figures of products are not told before. */
export function writeClarification({ choice, facts }: Pick<ShopToolObservation, 'choice' | 'facts'>): string {
  if (choice === null) return '';
  if (choice.of === 'order') {
    const orders = facts.flatMap((fact) => (fact.kind === 'orders' ? fact.data.orders : []));
    return `Which order do you mean: ${joinOr(orders.filter(among(choice.ids)).map(nameOrder))}?`;
  }
  const products = facts.flatMap((fact) => ('products' in fact.data ? (fact.data.products as ProductRecord[]) : []));
  const named = products.filter(({ product_id }) => choice.ids.includes(product_id)).map(nameProduct);
  return named.length === 1 ? `Did you mean ${named[0] ?? ''}?` : `Which product do you mean: ${joinOr(named)}?`;
}

/** What to ask when nothing at all was named. */
export function askForMore({ intent }: ShopWant): string {
  if (intent === 'product_search') return 'What kind of product are you looking for, and up to which price?';
  return 'Which product do you mean? Please give me its name or its number.';
}

function among(ids: readonly number[]): (order: OrderRecord) => boolean {
  return ({ order_id }) => ids.includes(order_id);
}

function nameOrder({ order_id, status, created_at }: OrderRecord): string {
  return `order ${order_id} (${status}, placed on ${sayDay(created_at)})`;
}
