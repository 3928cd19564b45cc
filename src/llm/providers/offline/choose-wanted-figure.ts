import { type Intent } from '../../../nlu/index.js';
import { readTerms } from './read-terms.js';

/**
 * What a question is after; a sentence that has it is preferred. `approval` is who decides, as for a discount; `amount` is
 * any other figure.
 */
export type WantedFigure = 'money' | 'duration' | 'amount' | 'approval' | null;

const ASKS_PRICE =
  /\b(?:how much|price|prices|pricing|cost|costs|fee|fees|quote|cheapest|charge|charged|expensive|discount)\b/i;
const ASKS_AMOUNT = /\b(?:how (?:many|big|large)|number of|minimum|maximum|limits?|at least|at most)\b/i;
const ASKS_DURATION = /\b(?:how (?:long|soon|fast|quickly|often)|when|duration|deadline|timeline)\b/i;

/** "And Enterprise?": a question with so few words of its own means what the whole message is about. */
const FEW_TERMS = 2;

/** @param intent what the whole message is about; null where it asks several things */
export function chooseWantedFigure(question: string, intent: Intent | null): WantedFigure {
  if (intent === 'discount_request') return 'approval';
  if (ASKS_PRICE.test(question)) return 'money';
  if (intent === 'pricing_inquiry' && readTerms(question).length <= FEW_TERMS) return 'money';
  if (intent === 'timing_inquiry' || ASKS_DURATION.test(question)) return 'duration';
  return ASKS_AMOUNT.test(question) ? 'amount' : null;
}
