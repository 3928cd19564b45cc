import { type Intent } from '../../../nlu/index.js';
import { type SalesReplyFacts } from '../../llm.port.js';
import { phrasesFor } from './intent-phrases.js';
import { isComplaint, isUrgent } from './is-complaint.js';
import { listKnownAnswers } from './list-known-answers.js';
import { ASKED, type IntentPhrases, PHRASES, type Variants } from './sales-phrases.js';

/** Somebody in need is not put off with a look at where things stand. */
const PUTS_OFF: ReadonlySet<Intent> = new Set<Intent>(['follow_up', 'support_issue']);

/**
 * The wordings of a next step that ask for nothing the prospect has said already. `nextStep` stands behind evidence,
 * `question` where there is none. A complaint and what is urgent go to a person.
 */
export function chooseNextStep(
  facts: SalesReplyFacts,
  intent: Intent,
  kind: keyof Pick<IntentPhrases, 'nextStep' | 'question'> = 'nextStep',
): Variants {
  const isPressing = isComplaint(facts, intent) && intent !== 'support_issue';
  if (isPressing || (PUTS_OFF.has(intent) && isUrgent(facts))) return PHRASES.takeOver;
  const steps = phrasesFor(intent)[kind];
  const known = listKnownAnswers(facts);
  const open = ASKED.filter((asked) => !known.has(asked)).flatMap((asked) => steps[asked] ?? []);
  return [...steps.always, ...open];
}
