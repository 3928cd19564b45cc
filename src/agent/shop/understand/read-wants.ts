import { findOrderIds, findProductIds, splitClauses } from '../../../nlu/index.js';
import { type ProductFilter, type ShopWant } from '../../../llm/index.js';
import { type ShopSlots } from '../shop-slots.js';
import { BARE_NUMBER, carryOver, resolvePending, withSlots } from './complete-want.js';
import { type Named } from './named.js';
import { readFilter, type ShopNames } from './read-filter.js';
import { readIntents } from './read-intents.js';
import { readLimit, withoutLimit } from './read-limit.js';
import { readMissing } from './read-missing.js';
import { readPeriod } from './read-period.js';
import { readProductPhrase } from './read-product-phrase.js';
import { readPronoun } from './read-reference.js';
import { readStatuses } from './read-statuses.js';

export interface WantsContext {
  slots: ShopSlots;
  names: ShopNames;
  now: Date;
}

const MAX_WANTS = 6;
/** Stand for what must not be split at; nobody writes them. */
const KEPT_DASH = '\u{e000}';
const KEPT_STOP = '\u{e001}';
const ORDER_INTENTS: ReadonlySet<ShopWant['intent']> = new Set([
  'order_status',
  'order_items',
  'order_total',
  'delivery_date',
  'return_refund',
  'cancel_order',
]);
const LAST = /\b(?:last|latest|most recent|newest)\b/i;
const OPEN_BY_DEFAULT: ReadonlySet<ShopWant['intent']> = new Set(['order_status', 'delivery_date', 'cancel_order']);

/** Everything a message wants, each with what it names, read with what the conversation was about before. */
export function readWants(message: string, context: WantsContext): ShopWant[] {
  const answered = resolvePending(message, context.slots);
  if (answered.length > 0) return answered;
  const wants: ShopWant[] = [];
  for (const clause of splitQuestions(message)) {
    const earlier = wants.at(-1);
    wants.push(...readClause(clause, context, earlier));
  }
  const unique = wants.filter((want, i) => wants.findIndex((other) => sameWant(other, want)) === i);
  return unique.slice(0, MAX_WANTS);
}

/** Names of products have dashes and quotations in them: those are no end of a question. */
function splitQuestions(message: string): string[] {
  const kept = message
    .replace(/\s([-–—])\s/g, KEPT_DASH)
    .replace(/["“]([^"“”]{2,120})["”]/g, (quoted) => quoted.replaceAll('. ', KEPT_STOP));
  return splitClauses(kept).map((clause) => clause.replaceAll(KEPT_DASH, ' - ').replaceAll(KEPT_STOP, '. '));
}

function readClause(clause: string, context: WantsContext, earlier: ShopWant | undefined): ShopWant[] {
  const orderIds = findOrderIds(clause).map(({ value }) => value);
  const productId = findProductIds(clause)[0]?.value ?? null;
  const intents = ofEarlierOrder(readIntents(clause, orderIds.length > 0), clause, earlier);
  const named = readNamed(clause, context, productId);
  const missing = readMissing(clause);
  if (intents.length === 0) {
    const carried = carryOver(clause, { ...named, orderIds }, context.slots, earlier);
    if (carried.length > 0) return carried;
    return missing.length === 0 ? [] : [{ ...blank('policy_question', clause), missing }];
  }
  return intents.flatMap((intent) => {
    const want = { ...blank(intent, clause), missing: intent === 'talk_to_person' ? [] : missing };
    if (ORDER_INTENTS.has(intent)) return orderWants(want, clause, orderIds, context.slots, earlier);
    if (intent === 'list_orders') return [{ ...want, limit: readLimit(clause), statuses: readStatuses(clause) }];
    if (intent === 'policy_question' || intent === 'talk_to_person') return [want];
    return withSlots(fillProduct(want, named, clause), clause, context.slots, earlier);
  });
}

/** "What is in order 20, and what did it cost?": the price of what was just spoken of is that order's total. */
function ofEarlierOrder(
  intents: ShopWant['intent'][],
  clause: string,
  earlier: ShopWant | undefined,
): ShopWant['intent'][] {
  const isOfOrder = earlier !== undefined && ORDER_INTENTS.has(earlier.intent) && readPronoun(clause) === 'one';
  return isOfOrder ? intents.map((intent) => (intent === 'price_check' ? 'order_total' : intent)) : intents;
}

function readNamed(clause: string, { names, now }: WantsContext, productId: string | null): Named {
  const { period, rest: timeless } = readPeriod(withoutLimit(clause), now);
  const { filter, rest } = readFilter(timeless, names);
  return {
    productId,
    phrase: readProductPhrase(timeless) ?? null,
    filter,
    rest: readProductPhrase(rest) ?? null,
    period,
  };
}

/** A name where one is left beside category, brand and department; those alone otherwise. */
function fillProduct(want: ShopWant, named: Named, clause: string): ShopWant {
  const limit = readLimit(clause);
  const { filter, rest, phrase, productId, period } = named;
  const { in_stock: inStock, ...place } = filter;
  switch (want.intent) {
    case 'best_sellers': {
      return { ...want, filter: { ...placeOf(place), ...period }, limit };
    }
    case 'product_search':
      return {
        ...want,
        filter: {
          ...(rest === null ? {} : { text: rest }),
          ...place,
          ...(inStock === true ? { in_stock: inStock } : {}),
        },
        limit,
      };
    default:
      if (productId !== null) return { ...want, productId };
      if (rest === null) return { ...want, filter: place, limit };
      return { ...want, productName: phrase ?? rest, limit: want.intent === 'cheaper_alternative' ? limit : null };
  }
}

function orderWants(
  want: ShopWant,
  clause: string,
  orderIds: readonly string[],
  slots: ShopSlots,
  earlier: ShopWant | undefined,
): ShopWant[] {
  if (orderIds.length > 0) return orderIds.map((orderId) => ({ ...want, orderId }));
  return [{ ...want, ...(namedOrder(clause) ?? spokenOfOrder(want, slots, earlier)) }];
}

type OrderReference = Partial<Pick<ShopWant, 'orderId' | 'which'>>;

function namedOrder(clause: string): OrderReference | undefined {
  const bare = BARE_NUMBER.exec(clause)?.[1];
  if (bare !== undefined) return { orderId: bare };
  if (LAST.test(clause)) return { which: 'last' };
  return /\bopen\b/i.test(clause) ? { which: 'open' } : undefined;
}

/** The order of the same message, or of the last answer; else whichever can be meant. */
function spokenOfOrder({ intent }: ShopWant, slots: ShopSlots, earlier: ShopWant | undefined): OrderReference {
  if (earlier !== undefined && ORDER_INTENTS.has(earlier.intent)) {
    return { orderId: earlier.orderId, which: earlier.which };
  }
  if (slots.order !== null && slots.focus === 'order') return { orderId: String(slots.order) };
  return { which: OPEN_BY_DEFAULT.has(intent) ? 'open' : 'any' };
}

export function blank(intent: ShopWant['intent'], text: string): ShopWant {
  return {
    intent,
    text: text.trim(),
    orderId: null,
    which: null,
    productId: null,
    productName: null,
    filter: {},
    limit: null,
    statuses: null,
    missing: [],
  };
}

function sameWant(one: ShopWant, other: ShopWant): boolean {
  return JSON.stringify({ ...one, text: '' }) === JSON.stringify({ ...other, text: '' });
}

/** Sales are ranked by these, not by prices. */
function placeOf({ category, brand, department }: ProductFilter): ProductFilter {
  return {
    ...(category === undefined ? {} : { category }),
    ...(brand === undefined ? {} : { brand }),
    ...(department === undefined ? {} : { department }),
  };
}
