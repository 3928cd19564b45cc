import { type Intent } from '../../../nlu/index.js';
import { readTerms } from './read-terms.js';

/**
 * What a question is after; a sentence that has it is preferred. `approval` is who decides, as for a discount; `amount` is
 * any other figure, `overview` what sets the plans apart, and `definition` what the
 * product is.
 */
export type WantedFigure = 'money' | 'duration' | 'amount' | 'approval' | 'overview' | 'definition' | null;

const ASKS_PRICE =
  /\b(?:how much(?! (?!(?:is|are|does|do|did|would|will|for|per|it|its|this|that|to|the|we|i|you|they|your|a|an|each|if|with|on|in|more|less|money)\b)[a-z])|price|prices|pricing|cost|costs|fee|fees|quote|cheapest|charge|charged|expensive|discount|(?:would|will|do|should|must) (?:we|i|one) (?:have to |actually |really |then |be )?pay(?:ing)?)\b/i;
/** "What would Team cost us with the charity reduction" asks for the price, not for who grants it. */
const ASKS_AMOUNT_TO_PAY = /\b(?:how much|what) (?:would|will|does|do|is)\b.{0,60}\b(?:costs?|pay)\b/i;
/** Which plan suits, and how two of them differ. */
export const ASKS_OVERVIEW =
  /\b(?:which|what) (?:plan|tier|edition|package)s?\b.{0,40}\b(?:fits?|suits?|suitable|recommend|best|right|need|should|take|choose|get|have|are there|offer)\b|\b(?:what(?:['’]?s| is| are)? (?:the )?differences?|difference between|differ|compare)\b.{0,60}\b(?:plans?|tiers?|editions?|packages?)\b/i;
/** What the product is in the first place. */
export const ASKS_DEFINITION =
  /\bwhat (?:do you (?:guys )?(?:actually )?(?:do|sell|offer)\b|does (?:your (?:company|product|tool|software|platform)|it|\p{Lu}\p{L}+) (?:actually )?do\b|(?:is|are) (?:your (?:company|product|tool|software|platform)s?|this (?:product|tool|company)|it you)\b|\p{Lu}\p{L}+ does\b|your (?:company|product|tool) does\b|is \p{Lu}\p{L}+\s*(?:\?|$))|\btell me (?:more )?about (?:your (?:company|product|tool|software)|yourselves|what you do)\b|\bwho are you\b/u;
const ASKS_AMOUNT = /\b(?:how (?:many|much|big|large)|number of|minimum|maximum|limits?|at least|at most)\b/i;
/** "What happens when it is over?" asks for no time. */
const ASKS_EVENT = /\bwhat (?:happens|will happen|is going to happen)\b/i;
const ASKS_DURATION = /\b(?:how (?:long|soon|fast|quickly|often)|when|duration|deadline|timeline)\b/i;

/** "And Enterprise?": a question with so few words of its own means what the whole message is about. */
const FEW_TERMS = 2;

/** @param intent what the whole message is about; null where it asks several things */
export function chooseWantedFigure(question: string, intent: Intent | null): WantedFigure {
  if (ASKS_OVERVIEW.test(question)) return 'overview';
  if (ASKS_DEFINITION.test(question)) return 'definition';
  if (ASKS_AMOUNT_TO_PAY.test(question)) return 'money';
  if (intent === 'discount_request') return 'approval';
  if (asksForMoney(question, intent)) return 'money';
  if (ASKS_EVENT.test(question)) return null;
  if (intent === 'timing_inquiry' || ASKS_DURATION.test(question)) return 'duration';
  return ASKS_AMOUNT.test(question) ? 'amount' : null;
}

function asksForMoney(question: string, intent: Intent | null): boolean {
  return ASKS_PRICE.test(question) || (intent === 'pricing_inquiry' && readTerms(question).length <= FEW_TERMS);
}
