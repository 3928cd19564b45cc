import { type ShopFact, type ShopObservation, type ShopWant } from '../../llm/index.js';
import { type ShopSlots } from './shop-slots.js';

/** What the conversation is about after a turn, from what was wanted and found. */
export function nextSlots(
  slots: ShopSlots,
  wants: readonly ShopWant[],
  observations: readonly ShopObservation[],
): ShopSlots {
  const want = wants.findLast(({ intent }) => intent !== 'talk_to_person' && intent !== 'policy_question');
  let next: ShopSlots = { ...slots, want: want ?? slots.want, isPending: want === undefined ? slots.isPending : false };
  for (const observation of observations) {
    if (observation.tool === 'query_knowledge_base') continue;
    next = { ...next, ...focusOf(observation.facts) };
    if (observation.choice !== null) next = { ...next, list: observation.choice, focus: 'list', isPending: true };
  }
  return next;
}

function focusOf(facts: readonly ShopFact[]): Partial<ShopSlots> {
  const order = facts.find((fact) => fact.kind === 'order');
  if (order !== undefined) return { order: order.data.order_id, focus: 'order' };
  const orders = facts.find((fact) => fact.kind === 'orders');
  if (orders !== undefined) return ofOrders(orders.data.orders.map(({ order_id }) => order_id));
  const stocks = facts.flatMap((fact) => (fact.kind === 'stock' ? [fact.data.product_id] : []));
  if (stocks.length > 0) return ofProducts(stocks);
  const listed = facts.find((fact) => fact.query === 'products.search' || fact.kind === 'sales_ranking');
  if (listed !== undefined) return ofProducts(listed.data.products.map(({ product_id }) => product_id));
  const other = facts.find((fact) => fact.kind === 'alternatives');
  if (other === undefined) return {};
  const ids = other.data.products.map(({ product_id }) => product_id);
  return { ...ofProducts(ids), product: other.data.product.product_id };
}

function ofOrders(ids: number[]): Partial<ShopSlots> {
  const [only] = ids;
  if (only === undefined) return {};
  const list = { of: 'order', ids } as const;
  return ids.length === 1 ? { list, order: only, focus: 'order' } : { list, focus: 'list' };
}

function ofProducts(ids: number[]): Partial<ShopSlots> {
  const [only] = ids;
  if (only === undefined) return {};
  const list = { of: 'product', ids } as const;
  return ids.length === 1 ? { list, product: only, focus: 'product' } : { list, focus: 'list' };
}
