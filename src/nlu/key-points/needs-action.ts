import { type Intent, type IntentScore } from '../message-analysis.js';

/** Intents that ask nothing of anybody. */
const NO_ACTION: ReadonlySet<Intent> = new Set(['greeting', 'thanks', 'small_talk', 'out_of_scope', 'not_interested']);
/** An intent below this probability moves nobody. */
const ENOUGH = 0.25;
const REQUEST =
  /\b(?:please|could you|can you|would you|send|give|share|need|want|help|let me know|call me|tell me|bitte|por favor|s'il vous plaît|per favore|alstublieft)\b/iu;

/** Whether somebody has to do something: a question, a request, a complaint, an objection. */
export function needsAction(text: string, intents: readonly IntentScore[]): boolean {
  if (text.includes('?')) return true;
  if (intents.some(({ intent, probability }) => probability >= ENOUGH && !NO_ACTION.has(intent))) return true;
  const isRefusal = intents[0]?.intent === 'not_interested' || intents[0]?.intent === 'thanks';
  return !isRefusal && REQUEST.test(text);
}
