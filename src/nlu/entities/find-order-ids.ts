import { findAll } from '../../shared/find-all.js';
import { type Entity, type EntityType } from '../message-analysis.js';

/** An id as people write it: at least one digit, letters and dashes allowed, never a decimal or a date. */
const ID = String.raw`(?=[A-Za-z-]{0,10}\d)[A-Za-z]{0,6}-?\d[\dA-Za-z]{0,24}(?:-[\dA-Za-z]{1,12}){0,4}(?![\p{L}\p{N}]|[.,/:]\d|[%€$£])`;
const NUMBER_WORD = String.raw`(?:numbers?|no\.?|nr\.?|n[°º]\.?|num\.?|nummer|número|numéro|id|ids|#)`;
const LABEL = String.raw`(?:[ .:-]{0,2}${NUMBER_WORD})?(?:[ :]{0,2}(?:is|was|are|ist|es|est|è))?[ :=]{0,2}#?[ ]?`;
const ORDER_NOUN = String.raw`(?:purchase orders?|orders?|bestellungen|bestellung|bestellnummer|auftragsnummer|auftrag|commandes?|pedidos?|ordin[ei]|ordine|encomendas?|bestelling(?:en)?|p\.?o\.?)`;
const PRODUCT_NOUN = String.raw`(?:products?|produkte?|produits?|productos?|prodott[oi]|produtos?|items?|articles?|artikel(?:nummer)?|artikelnr\.?|skus?|part|model|modell?)`;
const START = String.raw`(?<![\p{L}\p{N}#])`;

const ORDER = new RegExp(`${START}(${ORDER_NOUN})(${LABEL})(${ID})`, 'giu');
const PRODUCT = new RegExp(`${START}(${PRODUCT_NOUN})(${LABEL})(${ID})`, 'giu');
const NEXT_OF_LIST = new RegExp(String.raw`(?:, ?(?:and |or )?| (?:and|or|und|et|y|&) )#?(${ID})`, 'iuy');
const PREFIXED = new RegExp(
  String.raw`(?<![\p{L}\p{N}-])(?:(?:ORD|ORDER|SO|PO)[-_ #]?|(?:ord|order|so|po)[-_#])\d{3,}[\dA-Za-z]*(?:-\d{1,8})?(?![\p{L}\p{N}])`,
  'gu',
);
const HASHED = new RegExp(String.raw`(?<![\p{L}\p{N}/&])(?:#|(?:no\.|nr\.|n[°º]) ?)(${ID})`, 'giu');
/** A number sign behind one of these numbers something else. */
const OTHER_NUMBERED =
  /(?:ticket|case|invoice|issue|bug|phase|pr|room|suite|apt\.?|unit|building|house|tel\.?|phone|version|rechnung|facture|page|step|question|point|option|slide|customer|account|vat|tax|line|quote|contract)s?(?: (?:number|no\.?|id))?:? ?$/iu;
/** "I want to order 20 more": here order is a verb, and the number an amount. */
const AS_VERB =
  /(?:^|[\s,])(?:to|we|i|can|could|please|let’s|let's|will|would|must|should|and|you|they|i’d|i'd|we’d|we'd|just|re-?) ?$/iu;
const AMOUNT_BEHIND =
  /^\+? ?(?:more|extra|additional|further|new|x|of|units?|pieces?|pairs?|pcs|seats?|licen[cs]es?|users?|copies|items?|products?|boxes|days?|weeks?|months?|hours?|years?|people|on (?:the|your|our) (?:list|agenda)|in (?:the|your|our) (?:list|agenda))(?!\p{L})/iu;

const MIN_BARE_DIGITS = 3;

function build(type: EntityType, text: string, start: number, end: number, id: string): Entity {
  return { type, value: id.toUpperCase(), text: text.slice(start, end), start, end };
}

/** Whether a label stands between noun and number; without one, "order 20" may be a verb with its amount. */
function isAmount(text: string, match: RegExpExecArray, end: number): boolean {
  const [, noun = '', label = ''] = match;
  if (/[#:=]|\p{L}/u.test(label)) return false;
  if (AMOUNT_BEHIND.test(text.slice(end, end + 24))) return true;
  return /^orders?$/i.test(noun) && AS_VERB.test(text.slice(Math.max(0, match.index - 12), match.index));
}

/** "PO" alone is too short to go by without a number of some length; "Part 2" and "model 3" are names. */
function isTooWeak(noun: string, label: string, id: string): boolean {
  return /^(?:p\.?o\.?|part|model|modell?)$/i.test(noun) && !/[#:=]|\p{L}/u.test(label) && !/\d{4}/.test(id);
}

function findNamed(text: string, pattern: RegExp, type: EntityType): Entity[] {
  return findAll(text, pattern).flatMap((match): Entity[] => {
    const [whole, noun = '', label = '', id = ''] = match;
    const end = match.index + whole.length;
    if (isTooWeak(noun, label, id) || isAmount(text, match, end)) return [];
    return [build(type, text, match.index, end, id), ...readRestOfList(text, type, end)];
  });
}

/** "orders 12, 15 and 18": what follows the first. */
function readRestOfList(text: string, type: EntityType, from: number): Entity[] {
  const rest: Entity[] = [];
  let end = from;
  for (;;) {
    NEXT_OF_LIST.lastIndex = end;
    const id = NEXT_OF_LIST.exec(text)?.[1];
    const next = NEXT_OF_LIST.lastIndex;
    if (id === undefined || AMOUNT_BEHIND.test(text.slice(next, next + 24))) return rest;
    rest.push(build(type, text, next - id.length, next, id));
    end = next;
  }
}

function findHashed(text: string): Entity[] {
  return findAll(text, HASHED).flatMap((match): Entity[] => {
    const id = match[1] ?? '';
    const digits = id.replace(/\D/g, '').length;
    if (digits < MIN_BARE_DIGITS || OTHER_NUMBERED.test(text.slice(Math.max(0, match.index - 20), match.index)))
      return [];
    return [build('order_id', text, match.index, match.index + match[0].length, id)];
  });
}

/** Ids of orders in all the ways they are written (`order #10234`, `ORD-10234`, `#W10234`), value in capitals without sign. */
export function findOrderIds(text: string): Entity[] {
  const prefixed = findAll(text, PREFIXED).map((match) =>
    build('order_id', text, match.index, match.index + match[0].length, match[0].replace(/[ _#]/g, '-')),
  );
  return [...findNamed(text, ORDER, 'order_id'), ...prefixed, ...findHashed(text)];
}

/** Ids of products: `product 88`, `SKU AB-12`, `item #7`. */
export function findProductIds(text: string): Entity[] {
  return findNamed(text, PRODUCT, 'product_id');
}
