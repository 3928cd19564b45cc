import {
  type OrderItemRecord,
  type OrderRecord,
  type ShopFact,
  type ShopToolObservation,
  type ShopWant,
} from '../../../shop-reply.facts.js';
import { count, joinOr, nameProduct, sayDay } from './say-records.js';
import { SHOP_PHRASES } from './shop-phrases.js';
import { writeClarification } from './write-clarification.js';

const OPEN: ReadonlySet<string> = new Set(['Processing', 'Shipped']);

/** The answer to a question about orders, from what the look-up found. */
export function composeOrders(want: ShopWant, observation: ShopToolObservation | undefined): string {
  if (observation === undefined || observation.status === 'error') return SHOP_PHRASES.notLookedUp;
  if (observation.status === 'denied') return SHOP_PHRASES.signIn;
  const { facts, choice } = observation;
  if (choice !== null) return sayChoice(observation);
  const missing = find(facts, 'order_not_found');
  if (missing !== undefined) return `I could not find order ${missing.data.order_id} in your account.`;
  return sayFound(want, facts);
}

function sayFound(want: ShopWant, facts: readonly ShopFact[]): string {
  const order = find(facts, 'order')?.data;
  if (order === undefined) return sayList(want, find(facts, 'orders'));
  const lead = want.which === 'open' && !OPEN.has(order.status) ? `${SHOP_PHRASES.noOpenOrder} ` : '';
  return `${lead}${sayOrder(want, order, find(facts, 'order_items')?.data.items ?? [])}`;
}

function sayChoice(observation: ShopToolObservation): string {
  const listed = find(observation.facts, 'orders');
  const open = listed?.data.statuses === null || listed === undefined ? '' : 'open ';
  return `You have ${count(observation.choice?.ids.length ?? 0, `${open}order`)} that could be meant. ${writeClarification(observation)}`;
}

function sayOrder(want: ShopWant, order: OrderRecord, items: readonly OrderItemRecord[]): string {
  switch (want.intent) {
    case 'order_items':
      return sayItems(order, items);
    case 'order_total':
      return `Order ${order.order_id} comes to ${order.total} in total for ${count(order.item_count, 'item')}; it is ${order.status}.`;
    case 'delivery_date':
      return sayDelivery(order);
    case 'return_refund':
      return sayReturn(order);
    case 'cancel_order':
      return order.status === 'Cancelled'
        ? `Order ${order.order_id} is Cancelled already.`
        : `${SHOP_PHRASES.cannotCancel} ${sayStatus(order)} ${SHOP_PHRASES.offerPerson}`;
    default:
      return sayStatus(order);
  }
}

/** `Order 12 is Shipped: placed on 2022-12-28, shipped on 2022-12-30.` */
function sayStatus(order: OrderRecord): string {
  const dates = [
    `placed on ${sayDay(order.created_at)}`,
    ...(order.shipped_at === null ? [] : [`shipped on ${sayDay(order.shipped_at)}`]),
    ...(order.delivered_at === null ? [] : [`delivered on ${sayDay(order.delivered_at)}`]),
    ...(order.returned_at === null ? [] : [`returned on ${sayDay(order.returned_at)}`]),
  ];
  return `Order ${order.order_id} is ${order.status}: ${dates.join(', ')}.`;
}

function sayItems(order: OrderRecord, items: readonly OrderItemRecord[]): string {
  const lines = items.map((item) => `- ${nameProduct(item)}, ${item.sale_price}, ${item.status}`);
  return [`Order ${order.order_id} has ${count(order.item_count, 'item')}:`, ...lines].join('\n');
}

function sayDelivery(order: OrderRecord): string {
  const { order_id: id, delivered_at: delivered, shipped_at: shipped } = order;
  if (order.status === 'Cancelled') return `Order ${id} is Cancelled, so nothing will be delivered.`;
  if (delivered !== null) return `Order ${id} was delivered on ${sayDay(delivered)}; it is ${order.status}.`;
  if (shipped !== null) {
    return `Order ${id} was shipped on ${sayDay(shipped)}. No delivery is recorded yet, and an expected day is not in our data.`;
  }
  return `Order ${id} is ${order.status}: no shipment is recorded yet, and an expected day is not in our data.`;
}

function sayReturn(order: OrderRecord): string {
  const { order_id: id, returned_at: returned } = order;
  if (returned !== null) return `Order ${id} was returned on ${sayDay(returned)}; it is ${order.status}.`;
  return `${SHOP_PHRASES.cannotReturn} Order ${id} is ${order.status}, and no return is recorded for it. ${SHOP_PHRASES.offerPerson}`;
}

function sayList({ which, intent }: ShopWant, fact: Extract<ShopFact, { kind: 'orders' }> | undefined): string {
  if (fact === undefined) return SHOP_PHRASES.notLookedUp;
  const { statuses, orders, has_more: hasMore } = fact.data;
  const kind = statuses === null ? '' : ` that ${fact.data.count === 1 ? 'is' : 'are'} ${joinOr(statuses)}`;
  if (orders.length === 0) {
    if (intent !== 'list_orders' && which === 'open') return SHOP_PHRASES.noOpenOrder;
    return statuses === null
      ? SHOP_PHRASES.noOrders
      : `I could not find any order of yours that is ${joinOr(statuses)}.`;
  }
  const lead = hasMore
    ? `These are your newest ${count(orders.length, 'order')}${kind}; there are more:`
    : `You have ${count(orders.length, 'order')}${kind}:`;
  return [lead, ...orders.map(listOrder)].join('\n');
}

function listOrder(order: OrderRecord): string {
  return `- Order ${order.order_id}: ${order.status}, placed on ${sayDay(order.created_at)}, ${count(order.item_count, 'item')}, total ${order.total}`;
}

function find<K extends ShopFact['kind']>(
  facts: readonly ShopFact[],
  kind: K,
): Extract<ShopFact, { kind: K }> | undefined {
  return facts.find((fact): fact is Extract<ShopFact, { kind: K }> => fact.kind === kind);
}
