import { type Intent } from '../../../nlu/index.js';
import { chooseWantedFigure, type WantedFigure } from './choose-wanted-figure.js';
import { PRICE_PER_SEAT, readParaphrases } from './paraphrases.js';

/** What stands around a clause, as far as it tells what the clause is after. */
export interface ClauseContext {
  intent: Intent;
  alone: boolean;
  plans: readonly string[];
  size: number | null;
  before: string | undefined;
}

const WHAT_IF = /^(?:and )?(?:what (?:if|about)|how about|or)\b/i;

/** What is after a price without the word: "what would that run us", "and what if we pay monthly", "both plans for 40 again". */
export function chooseWanted(text: string, { intent, alone, plans, size, before }: ClauseContext): WantedFigure {
  const wanted = chooseWantedFigure(text, alone ? intent : null);
  if (wanted !== null) return wanted;
  if (readParaphrases(text).includes(PRICE_PER_SEAT)) return 'money';
  if (before !== undefined && WHAT_IF.test(text) && asksForPrice(before)) return 'money';
  return intent === 'pricing_inquiry' && plans.length > 0 && size !== null ? 'money' : null;
}

/** Whether a price is asked for, in whatever words. */
export function asksForPrice(text: string): boolean {
  return chooseWantedFigure(text, null) === 'money' || readParaphrases(text).includes(PRICE_PER_SEAT);
}
