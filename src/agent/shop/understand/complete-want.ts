import { type ShopWant } from '../../../llm/index.js';
import { type ShopSlots } from '../shop-slots.js';
import { type Named } from './named.js';
import { readListed, readPronoun } from './read-reference.js';

const ORDER_WANTS: ReadonlySet<ShopWant['intent']> = new Set([
  'order_status',
  'order_items',
  'order_total',
  'delivery_date',
  'return_refund',
  'cancel_order',
]);
const RANKED: ReadonlySet<ShopWant['intent']> = new Set(['best_sellers', 'product_search']);
/** "And …?", "what about …?", or a few words that are no sentence. */
const ELLIPSIS = /^\W*(?:and|or|what about|how about|also|then|ok(?:ay)?,?|same|now)\b/i;
const MAX_ELLIPSIS_WORDS = 5;
const MAX_SEVERAL = 10;
/** A number that is no price and no share. */
export const BARE_NUMBER = /(?<![\d.,$€£\p{L}])#?(\d{1,12})(?![\d.,]*\d|\s?[%$€£])/u;

/** The want that waited for an answer, when the message is one: "the second one", "12345", "yes". */
export function resolvePending(message: string, slots: ShopSlots): ShopWant[] {
  const { want, list, isPending } = slots;
  if (!isPending || want === null || list === null) return [];
  const id = readListed(message, slots);
  if (id === undefined) return [];
  return [pick(want, list.of, id, message)];
}

function pick(want: ShopWant, of: 'order' | 'product', id: number, text: string): ShopWant {
  const known = { ...want, text: text.trim() };
  return of === 'order'
    ? { ...known, orderId: String(id), which: null }
    : { ...known, productId: String(id), productName: null, filter: {} };
}

/**
 * A want about a product that names none takes what was spoken of before: the one of a list that is pointed at, all of them
 * ("those"), or the product of the last answer.
 */
export function withSlots(want: ShopWant, clause: string, slots: ShopSlots, earlier: ShopWant | undefined): ShopWant[] {
  if (RANKED.has(want.intent)) return [want];
  const listed = slots.list?.of === 'product' ? readListed(clause, slots) : undefined;
  if (listed !== undefined && (!isNamed(want) || POINTS.test(clause))) {
    return [{ ...want, productId: String(listed), productName: null, filter: {} }];
  }
  if (isNamed(want)) return [want];
  return fromEarlier(want, earlier) ?? fromSlots(want, clause, slots);
}

/** The product of the part of the message before. */
function fromEarlier(want: ShopWant, earlier: ShopWant | undefined): ShopWant[] | undefined {
  if (earlier === undefined || (earlier.productId ?? earlier.productName) === null) return undefined;
  return [{ ...want, productId: earlier.productId, productName: earlier.productName }];
}

/** "The second one", "the first of those". */
const POINTS = /\bones?\b|\bof (?:those|them|these)\b/i;

function isNamed({ productId, productName, filter }: ShopWant): boolean {
  return productId !== null || productName !== null || Object.keys(filter).length > 0;
}

function fromSlots(want: ShopWant, clause: string, { list, product, focus }: ShopSlots): ShopWant[] {
  const pronoun = readPronoun(clause);
  const isList = focus === 'list' && list?.of === 'product';
  if (isList && pronoun !== 'one' && want.intent !== 'cheaper_alternative') {
    return list.ids.slice(0, MAX_SEVERAL).map((id) => ({ ...want, productId: String(id) }));
  }
  return product === null ? [want] : [{ ...want, productId: String(product) }];
}

/** A follow-up that says only what is different: "and in women's?", "what about order 12?", "the second one". */
export function carryOver(
  clause: string,
  named: Named & { orderIds: readonly string[] },
  slots: ShopSlots,
  earlier: ShopWant | undefined,
): ShopWant[] {
  const want = earlier ?? slots.want;
  if (want === null || !isElliptic(clause)) return [];
  const { list } = slots;
  const listed = readListed(clause, slots);
  if (listed !== undefined && list !== null) return [pick(onWhat(want, list.of, clause), list.of, listed, clause)];
  if (ORDER_WANTS.has(want.intent)) {
    const orderId = named.orderIds[0] ?? BARE_NUMBER.exec(clause)?.[1];
    return orderId === undefined ? [] : [{ ...want, text: clause, orderId, which: null }];
  }
  return withNamed({ ...want, text: clause }, named);
}

/** Pointing at an order after a list of them asks how it stands; at a product, how many are left. */
function onWhat(want: ShopWant, of: 'order' | 'product', clause: string): ShopWant {
  const fits =
    of === 'order' ? ORDER_WANTS.has(want.intent) : !ORDER_WANTS.has(want.intent) && !RANKED.has(want.intent);
  if (fits && want.intent !== 'list_orders') return want;
  const intent = of === 'order' ? 'order_status' : 'stock_check';
  return { ...want, intent, text: clause, limit: null, statuses: null, filter: {} };
}

function withNamed(want: ShopWant, { productId, phrase, rest, filter, period }: Named): ShopWant[] {
  if (RANKED.has(want.intent)) {
    const text = want.intent === 'product_search' && rest !== null ? { text: rest } : {};
    const changed = { ...filter, ...period, ...text };
    return Object.keys(changed).length === 0 ? [] : [{ ...want, filter: { ...want.filter, ...changed } }];
  }
  if (productId !== null) return [{ ...want, productId, productName: null, filter: {} }];
  if (rest !== null) return [{ ...want, productId: null, productName: phrase ?? rest, filter: {} }];
  return Object.keys(filter).length === 0 ? [] : [{ ...want, productId: null, productName: null, filter }];
}

function isElliptic(clause: string): boolean {
  return ELLIPSIS.test(clause) || clause.trim().split(/\s+/).length <= MAX_ELLIPSIS_WORDS;
}
