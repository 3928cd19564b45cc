import { type LlmToolCall } from '../../../llm.port.js';
import {
  type MissingAttribute,
  type ShopObservation,
  type ShopReplyFacts,
  type ShopWant,
} from '../../../shop-reply.facts.js';

export type ShopCall = Pick<LlmToolCall, 'name' | 'arguments'>;

const ABOUT_ORDERS: ReadonlySet<ShopWant['intent']> = new Set([
  'order_status',
  'order_items',
  'order_total',
  'delivery_date',
  'return_refund',
  'cancel_order',
]);

const QUESTIONS: Readonly<Record<MissingAttribute, string>> = {
  size: 'Which sizes are there?',
  colour: 'Which colours are there?',
  discount: 'Which discounts or vouchers are there in the shop?',
  shipping_fee: 'What does shipping cost?',
  restock_date: 'When will products be back in stock?',
  material: 'What material are the clothes made of?',
};
/** What only a document could answer; a size or colour is about one product, and no document has those. */
const IN_DOCUMENTS: ReadonlySet<MissingAttribute> = new Set(['discount', 'shipping_fee']);

export function isAboutOrders({ intent }: ShopWant): boolean {
  return ABOUT_ORDERS.has(intent) || intent === 'list_orders';
}

/** The look-ups one want needs, with their arguments. */
export function listCalls(want: ShopWant): ShopCall[] {
  const calls = listDataCalls(want);
  const asked = want.missing.find((attribute) => IN_DOCUMENTS.has(attribute));
  if (asked === undefined) return calls;
  return [...calls, { name: 'query_knowledge_base', arguments: { query: QUESTIONS[asked] } }];
}

function listDataCalls(want: ShopWant): ShopCall[] {
  switch (want.intent) {
    case 'list_orders':
      return [{ name: 'list_orders', arguments: given({ limit: want.limit, statuses: want.statuses }) }];
    case 'product_search':
      return isEmpty(want.filter)
        ? []
        : [{ name: 'search_products', arguments: given({ ...want.filter, limit: want.limit }) }];
    case 'stock_check':
    case 'price_check':
      return listStockCalls(want);
    case 'best_sellers':
      return [{ name: 'rank_sales', arguments: given({ ...want.filter, limit: want.limit }) }];
    case 'cheaper_alternative':
      return hasProduct(want)
        ? [{ name: 'find_alternatives', arguments: given({ ...product(want), limit: want.limit }) }]
        : [];
    case 'policy_question':
      return [{ name: 'query_knowledge_base', arguments: { query: want.text } }];
    case 'talk_to_person':
      return [{ name: 'hand_off', arguments: { reason: 'requested_person' } }];
    default:
      return [{ name: 'look_up_order', arguments: given({ order_id: want.orderId, which: want.which }) }];
  }
}

/** Of one product where one is named, of a category or brand otherwise. */
function listStockCalls(want: ShopWant): ShopCall[] {
  if (hasProduct(want)) return [{ name: 'check_stock', arguments: given(product(want)) }];
  return isEmpty(want.filter)
    ? []
    : [{ name: 'search_products', arguments: given({ ...want.filter, limit: want.limit }) }];
}

/** What came back for one want, in the order of its calls. */
export function observationsOf(want: ShopWant, { observations }: ShopReplyFacts): ShopObservation[] {
  return listCalls(want).flatMap((call) => observations.find((one) => answers(one, call)) ?? []);
}

/** Whether this observation is what a call brought back. */
export function answers(observation: ShopObservation, call: ShopCall): boolean {
  return observation.tool === call.name && JSON.stringify(observation.arguments) === JSON.stringify(call.arguments);
}

export function hasProduct({ productId, productName }: ShopWant): boolean {
  return productId !== null || productName !== null;
}

function product({ productId, productName }: ShopWant): Record<string, unknown> {
  return productId === null ? { product: productName } : { product_id: productId };
}

function given(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined));
}

function isEmpty(filter: object): boolean {
  return Object.keys(filter).length === 0;
}
