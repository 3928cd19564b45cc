import { findOrderIds, findProductIds, splitClauses } from '../../../nlu/index.js';
import { type ProductFilter, type ShopWant } from '../../../llm/index.js';
import { type ShopSlots } from '../shop-slots.js';
import { BARE_NUMBER, carryOver, resolvePending, withSlots } from './complete-want.js';
import { type Named } from './named.js';
import { readFilter, type ShopNames } from './read-filter.js';
import { readByModel, readPhrases } from './read-intents.js';
import { readLimit, withoutLimit } from './read-limit.js';
import { readMissing, withoutMissing } from './read-missing.js';
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
/** "Is A cheaper than B?" is answered with both prices. */
const COMPARED =
  /\b(?:is|are) (?!there|anything|something)([^?]{3,80}?) (?:cheaper|less expensive|more expensive|pricier) than ([^?]{3,80})\??/i;
const PLAIN_ORDER = /\borders? (?:id |number |no\.? |nr\.? )?#?(\d{3,15})\b/gi;
/** Wraps a question and is none. */
const COURTESY =
  /^\W*(?:thanks?|thank you|many thanks|thx|cheers|hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|please|bye|great|perfect|cool|nice|awesome|ok(?:ay)?|(?:kind|best) regards)(?:[ ,]+(?:a lot|so much|very much|a bunch|in advance|there|team|all|again|you|for (?:your|the) help|sir|madam|bot|then|\p{Lu}\p{L}+)){0,3}\W*$/iu;
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
  return splitClauses(kept.replace(COMPARED, 'price of $1? price of $2?')).map((clause) =>
    clause.replaceAll(KEPT_DASH, ' - ').replaceAll(KEPT_STOP, '. '),
  );
}

function readClause(clause: string, context: WantsContext, earlier: ShopWant | undefined): ShopWant[] {
  if (COURTESY.test(clause)) return [];
  const orderIds = readOrderIds(clause);
  const productId = findProductIds(clause)[0]?.value ?? null;
  const named = readNamed(clause, context, productId);
  const missing = readMissing(clause);
  const phrases = ofEarlierOrder(readPhrases(clause, orderIds.length > 0), clause, earlier);
  if (phrases.length === 0) {
    const carried = carryOver(clause, { ...named, orderIds }, context.slots, earlier);
    if (carried.length > 0) return carried;
  }
  const intents = phrases.length > 0 ? phrases : readUnsaid(clause, orderIds, missing);
  return intents.flatMap((intent) => {
    const want = { ...blank(intent, clause), missing: intent === 'talk_to_person' ? [] : missing };
    if (ORDER_INTENTS.has(intent)) return orderWants(want, clause, orderIds, context.slots, earlier);
    if (intent === 'list_orders') return [{ ...want, limit: readLimit(clause), statuses: readStatuses(clause) }];
    if (intent === 'talk_to_person') return [want];
    return productWants(want, named, clause, context.slots, earlier);
  });
}

/** What is wanted where no set phrase says it: an order alone asks how it stands. */
function readUnsaid(
  clause: string,
  orderIds: readonly string[],
  missing: ShopWant['missing'],
): readonly ShopWant['intent'][] {
  if (orderIds.length > 0) return ['order_status'];
  return missing.length > 0 ? ['policy_question'] : readByModel(clause);
}

/** "Which sizes?" of a named product also tells its stock; of none it is a question about the shop. */
function productWants(
  want: ShopWant,
  named: Named,
  clause: string,
  slots: ShopSlots,
  earlier: ShopWant | undefined,
): ShopWant[] {
  if (want.missing.length === 0) {
    return want.intent === 'policy_question'
      ? [want]
      : withSlots(fillProduct(want, named, clause), clause, slots, earlier);
  }
  const isProduct = named.productId !== null || named.rest !== null;
  if (!isProduct && readPronoun(clause) === null) return [{ ...want, intent: 'policy_question' }];
  const intent = want.intent === 'price_check' ? want.intent : 'stock_check';
  return withSlots(fillProduct({ ...want, intent }, named, clause), clause, slots, earlier);
}

/** "Order 12 and order 15": behind "and", the second is no verb here. */
function readOrderIds(clause: string): string[] {
  const plain = [...clause.matchAll(PLAIN_ORDER)].map(([, id = '']) => id);
  return [...new Set([...findOrderIds(clause).map(({ value }) => value), ...plain])];
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
  const { period, rest: timeless } = readPeriod(withoutMissing(withoutLimit(clause)), now);
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
