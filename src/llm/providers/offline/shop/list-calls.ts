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

const ORDER_CALL = (want: ShopWant): ShopCall[] => [
  { name: 'look_up_order', arguments: given({ order_id: want.orderId, which: want.which }) },
];

const CALLS: Readonly<Record<ShopWant['intent'], (want: ShopWant) => ShopCall[]>> = {
  order_status: ORDER_CALL,
  order_items: ORDER_CALL,
  order_total: ORDER_CALL,
  delivery_date: ORDER_CALL,
  return_refund: ORDER_CALL,
  cancel_order: ORDER_CALL,
  list_orders: ({ limit, statuses }) => [{ name: 'list_orders', arguments: given({ limit, statuses }) }],
  product_search: ({ filter, limit }) =>
    isEmpty(filter) ? [] : [{ name: 'search_products', arguments: given({ ...filter, limit }) }],
  stock_check: listStockCalls,
  price_check: listStockCalls,
  best_sellers: ({ filter, limit }) => [{ name: 'rank_sales', arguments: given({ ...filter, limit }) }],
  cheaper_alternative: (want) =>
    hasProduct(want) ? [{ name: 'find_alternatives', arguments: given({ ...product(want), limit: want.limit }) }] : [],
  policy_question: ({ text }) => [{ name: 'query_knowledge_base', arguments: { query: text } }],
  talk_to_person: () => [{ name: 'hand_off', arguments: { reason: 'requested_person' } }],
};

function listDataCalls(want: ShopWant): ShopCall[] {
  return CALLS[want.intent](want);
}

/** Whether nothing is named that could be looked up, so that it has to be asked for. */
export function lacksSubject(want: ShopWant, isSignedIn: boolean): boolean {
  return (isSignedIn || !isAboutOrders(want)) && want.missing.length === 0 && listCalls(want).length === 0;
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
