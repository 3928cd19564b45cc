import { type Intent } from '../../../nlu/index.js';
import { type SalesReplyFacts } from '../../llm.port.js';
import { isUpset } from './is-upset.js';

/** Who objects has been done no harm, however strongly they put it. */
const OBJECTS: ReadonlySet<Intent> = new Set<Intent>(['price_objection', 'objection', 'discount_request']);
/** Who has a hard time of their own complains about nobody. */
const SPEAKS_OF_US =
  /\b(?:you|your|yours|support|service|app|tool|system|software|product|platform|account|invoice|trial|test|order|delivery|this|login|it (?:is|was|does|doesn|keeps|still|won|never|has))\b/i;
/** "If after two months we realise it is rubbish" has not happened. */
const SUPPOSES = /^\W*(?:and |but |so )?(?:what )?if\b/i;
const PRESSES =
  /\b(?:urgent(?:ly)?|urgency|asap|as soon as possible|immediately|right away|at once|emergency|still waiting|no (?:answer|reply|response)|(?:nobody|no one|no-one) (?:answers?|repl(?:y|ies|ied)|responds?|responded|got back|called))\b/i;

/** Whether something went wrong for somebody, which calls for an apology and a person. */
export function isComplaint(facts: Pick<SalesReplyFacts, 'analysis' | 'message'>, intent: Intent): boolean {
  if (intent === 'support_issue') return true;
  return isUpset(facts) && !OBJECTS.has(intent) && SPEAKS_OF_US.test(facts.message) && !SUPPOSES.test(facts.message);
}

/** Whether somebody cannot wait, or has waited too long. */
export function isUrgent(facts: Pick<SalesReplyFacts, 'analysis' | 'message'>): boolean {
  return isUpset(facts) || PRESSES.test(facts.message);
}
