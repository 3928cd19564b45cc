import { asksForPerson, classifyShopIntents, type ShopIntent } from '../../../nlu/index.js';
import { type ShopWant } from '../../../llm/index.js';

type Wanted = ShopWant['intent'];

/** From this probability on the trained model is believed where no set phrase says what is wanted. */
const SURE_ENOUGH = 0.35;

const ORDER_TALK =
  /\b(?:orders?|ordered|purchases?|parcels?|packages?|shipments?|bought|my (?:stuff|delivery|refund|things))\b/i;

/** Set phrases, which say what is wanted more surely than any model. */
const ORDER_PHRASES: readonly (readonly [Wanted, RegExp])[] = [
  ['cancel_order', /\b(?:cancel|call off|stop)\b(?!led|ed)/i],
  ['return_refund', /\b(?:return(?:ed|ing)?|refund(?:ed)?|exchange|send (?:it|this|that|them) back|money back)\b/i],
  [
    'order_items',
    /\b(?:what(?:'s|’s| is| was| were| did| have)?\b.{0,30}\b(?:in (?:my|the|it|that|this|order)|i (?:buy|bought|order|ordered|get))|(?:items?|products?|articles?|contents?|things|pieces)\b)/i,
  ],
  ['order_total', /\b(?:totals?|sum|amount|how much (?:did|was|were|is|does|have)|cost|paid|pay|spent|spend|price)\b/i],
  [
    'delivery_date',
    /\b(?:when (?:will|does|did|was|is|should|can|do)\b.{0,50}\b(?:arriv\w+|deliver\w*|get|come|here|receive|ship\w*)|deliver(?:ed|y date)|arriv(?:e|es|ed|al)|eta)\b/i,
  ],
  [
    'order_status',
    /\b(?:status|state|where(?:'s|’s| is| are)|track(?:ing)?|shipped|on its way|how far|progress|happen\w*)\b/i,
  ],
];
const LISTS_ORDERS =
  /\b(?:order history|(?:my|all|any|which|what|list|past|previous|recent|open|last (?:\d+|two|three|four|five|few|ten)) (?:of )?(?:my |the )?(?:\w+ )?(?:orders|purchases)|how many (?:\w+ )?orders|how often have i)\b/i;

const PRODUCT_PHRASES: readonly (readonly [Wanted, RegExp])[] = [
  [
    'best_sellers',
    /\b(?:best[- ]?sell\w*|top[- ]?sell\w*|most[- ](?:often |frequently )?(?:sold|popular|bought|ordered|purchased|wanted)|sell(?:s|ing)? (?:the )?(?:best|most|well)|popular|trending|top (?:\d+|three|five|ten)|what sells|hits?)\b/i,
  ],
  ['cheaper_alternative', /\b(?:cheaper|less expensive|lower[- ]priced?|alternatives?)\b(?! than [$€£]?\d)/i],
  ['price_check', /\b(?:prices?|how much (?:is|are|does|do|for|would)|costs?|expensive)\b/i],
  [
    'stock_check',
    /\b(?:in stock|out of stock|stock|left|availab\w+|sold out|remaining|on hand|inventory|still (?:have|get|there|sell)|how many\b.{0,60}\b(?:have|there))\b/i,
  ],
  [
    'product_search',
    /\b(?:show (?:me|us)|looking for|search\w*|find|do you (?:have|sell|carry|offer|stock)|recommend\w*|suggest\w*|browse|under|below|(?:up|cheaper|less|more) (?:to|than)|between|i(?:'m|’m| am) after|need (?:a|an|some))\b/i,
  ],
];

const POLICY =
  /\b(?:polic(?:y|ies)|warrant\w+|guarantee|payment methods?|pay (?:by|with)|paypal|klarna|gift cards?|opening hours|open on|how (?:do|can) i return (?:something|things|items)|how long do i have|loyalty|ship to|deliver to|abroad|terms)\b/i;

const ONLY_A_NUMBER = /^\W*\d{4,15}\W*$/;
const LAST_ORDER = /\b(?:last|latest|most recent|newest) (?:order|purchase)\b/i;

/** What set phrases in a part of a message want, in the order it is answered; empty where none says it. */
export function readPhrases(clause: string, hasOrderId: boolean): Wanted[] {
  if (asksForPerson(clause) || /\b(?:human|real person|operator)\b/i.test(clause)) return ['talk_to_person'];
  if (POLICY.test(clause)) return ['policy_question'];
  if (ONLY_A_NUMBER.test(clause)) return ['order_status'];
  const products = matching(PRODUCT_PHRASES, clause);
  if (products.includes('best_sellers')) return ['best_sellers'];
  if (hasOrderId || ORDER_TALK.test(clause)) return readOrderPhrases(clause, hasOrderId);
  if (products.length > 0) return preferred(products);
  return matching(ORDER_PHRASES, clause)
    .filter((intent) => intent !== 'order_total')
    .slice(0, 1);
}

function readOrderPhrases(clause: string, hasOrderId: boolean): Wanted[] {
  if (!hasOrderId && LISTS_ORDERS.test(clause)) return ['list_orders'];
  const found = matching(ORDER_PHRASES, clause);
  const kept = found.filter((intent) => intent !== 'delivery_date' || !found.includes('return_refund'));
  if (kept.length > 0) return kept;
  return LAST_ORDER.test(clause) ? ['order_status', 'order_items'] : [];
}

/** "Is it in stock, and what does it cost?" is two things; looking for something that is in stock is one. */
function preferred(found: readonly Wanted[]): Wanted[] {
  if (found.includes('cheaper_alternative')) return ['cheaper_alternative'];
  const figures = found.filter((intent) => intent === 'stock_check' || intent === 'price_check');
  return figures.length > 0 ? figures : [...found];
}

function matching(phrases: readonly (readonly [Wanted, RegExp])[], clause: string): Wanted[] {
  return phrases.filter(([, pattern]) => pattern.test(clause)).map(([intent]) => intent);
}

const NO_WANTS: ReadonlySet<ShopIntent> = new Set(['greeting', 'thanks', 'small_talk', 'out_of_scope']);

/** What the trained model makes of a text without a set phrase; empty where it is not sure. */
export function readByModel(clause: string): Wanted[] {
  const [first] = classifyShopIntents(clause);
  if (first === undefined || first.probability < SURE_ENOUGH || !isWanted(first.intent)) return [];
  return [first.intent];
}

function isWanted(intent: ShopIntent): intent is Wanted {
  return !NO_WANTS.has(intent);
}
