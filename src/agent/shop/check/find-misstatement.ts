import { type OrderRecord, type ProductRecord } from '../../../llm/index.js';
import { type FactIndex } from './fact-index.js';

/** What the speaker claims to have done; nothing here does any of it. */
const DEED =
  /\b(?:i|we)(?:['’]ve| have| just)?(?: now| already| just)? (?:cancel+ed|refunded|returned|exchanged|reserved|booked|ordered|sent|e-?mailed|changed|updated|shipped|applied|credited)\b|\b(?:has|have|is|was) (?:now |just |been |hereby )+(?:cancel+ed|refunded|reserved|booked|credited) for you\b/i;
const NEGATED =
  /\b(?:not|no|never|cannot|can['’]?t|n['’]t|none|without|unless|whether|if|neither|nor|start|nothing)\b[^.;:]{0,60}$/i;
const STATES: readonly (readonly [RegExp, (order: OrderRecord) => boolean])[] = [
  [/\bprocessing\b/gi, ({ status }) => status === 'Processing'],
  [/\bshipped\b/gi, ({ status, shipped_at: at }) => at !== null || status === 'Shipped'],
  [/\b(?:delivered|arrived)\b/gi, ({ delivered_at: at, status }) => at !== null || status === 'Complete'],
  [/\bcompleted?\b/gi, ({ status }) => status === 'Complete'],
  [/\bcancel+ed\b/gi, ({ status }) => status === 'Cancelled'],
  [/\b(?:returned|refunded)\b/gi, ({ status, returned_at: at }) => at !== null || status === 'Returned'],
  [/\b(?:on (?:its|the) way|in transit)\b/gi, ({ status }) => status === 'Shipped'],
];
const SOLD_OUT = /\b(?:sold out|out of stock|unavailable|none left)\b/gi;
const AVAILABLE = /\b(?:in stock|available|left)\b/gi;
const NAMED_ORDER = /\border\s*(?:id|number|no\.?)?\s*#?(\d+)/gi;
const NAMED_PRODUCT = /\bproduct\s*(?:id|number|no\.?)?\s*#?(\d+)/gi;
/** What the data does not have: only an admission may speak of it. */
const ABSENT =
  /\b(?:in (?:size )?(?:xs|s|m|l|xl|xxl)\b|sizes? (?:\w+ ){0,3}(?:from|available|\d|s\b|m\b|l\b)|\d+ ?% off|discount(?:s|ed)?|voucher|coupon|free (?:shipping|returns?|delivery)|shipping (?:is|costs?)|return (?:it|them|items?) within|money[- ]back guarantee|refund within)\b/gi;

/** What of a sentence the records deny, or no record could say; null where nothing does. */
export function findMisstatement(sentence: string, index: FactIndex): 'action' | 'order' | 'stock' | 'policy' | null {
  if (DEED.test(sentence)) return 'action';
  if (misstatesOrder(sentence, index)) return 'order';
  if (misstatesStock(sentence, index)) return 'stock';
  return asserts(sentence, ABSENT).length > 0 && !sentence.includes('not in our data') && !/\?\s*$/.test(sentence)
    ? 'policy'
    : null;
}

/** One order is spoken of: what is said of its state has to be so. A list of several says each state beside its order. */
function misstatesOrder(sentence: string, { orders }: FactIndex): boolean {
  const named = idsIn(sentence, NAMED_ORDER);
  const records = [...orders.values()].flatMap(({ record }) => record ?? []);
  const meant = named.length === 0 ? records : records.filter(({ order_id }) => named.includes(String(order_id)));
  if (meant.length === 0) return named.length > 0 && STATES.some(([pattern]) => asserts(sentence, pattern).length > 0);
  return STATES.some(([pattern, holds]) => asserts(sentence, pattern).length > 0 && !meant.some(holds));
}

function misstatesStock(sentence: string, { products }: FactIndex): boolean {
  const named = idsIn(sentence, NAMED_PRODUCT);
  if (named.length === 0) return false;
  const meant = named.flatMap((id): ProductRecord[] => {
    const record = products.get(id)?.record;
    return record === undefined ? [] : [record];
  });
  const saysNone = asserts(sentence, SOLD_OUT).length > 0 || /\b0 (?:left|in stock)\b/i.test(sentence);
  if (saysNone) return !meant.some(({ stock }) => stock === 0);
  return (
    asserts(sentence, AVAILABLE).length > 0 && !meant.some(({ stock }) => stock > 0) && !/\bcheaper\b/i.test(sentence)
  );
}

function asserts(sentence: string, pattern: RegExp): RegExpExecArray[] {
  return [...sentence.matchAll(pattern)].filter(({ index }) => !NEGATED.test(sentence.slice(0, index)));
}

function idsIn(sentence: string, pattern: RegExp): string[] {
  return [...sentence.matchAll(pattern)].map(([, id = '']) => id);
}
