import { type Intent } from '../../../nlu/index.js';
import { type SalesReplyFacts } from '../../llm.port.js';
import { chooseReplyKind, replyIntent } from './choose-reply-kind.js';
import { isUpset } from './is-upset.js';
import { isTranslated } from './read-in-english.js';
import { readObjection } from './read-objection.js';
import { asksSomething } from './read-clauses.js';

/**
 * What a reply has to look up: the answer to a `question`, an `argument` for a doubt, what there is about a `topic` that is
 * wished for (a demo, a trial), what is `stated` as a need, or `nothing`.
 */
export type EvidenceNeed = 'question' | 'argument' | 'topic' | 'stated' | 'nothing';

const DOUBTS: ReadonlySet<Intent> = new Set<Intent>(['price_objection', 'objection']);
const TOPICS: ReadonlySet<Intent> = new Set<Intent>(['demo_request', 'trial_request', 'discount_request']);
/** Said without a question, these want a deed or a person and no documents. */
export const WISHES: ReadonlySet<Intent> = new Set<Intent>([
  'buying_signal',
  'decision_process',
  'follow_up',
  'timing_inquiry',
  'not_interested',
]);
/** A statement of one of these may still be a doubt: "We do not want a long contract." */
const NO_DOUBTS: ReadonlySet<Intent> = new Set<Intent>([
  ...TOPICS,
  'buying_signal',
  'pricing_inquiry',
  'onboarding_inquiry',
  'renewal_inquiry',
]);

export function chooseEvidence(facts: SalesReplyFacts): EvidenceNeed {
  const kind = chooseReplyKind(facts);
  if (kind === 'foreign' && isTranslated(facts)) return 'topic';
  if (kind !== 'answer') return 'nothing';
  const intent = replyIntent(facts);
  const doubt = readObjection(facts.message)?.topic;
  if (isDoubt(facts, intent, doubt) || (intent === 'decision_process' && doubt === 'authority')) return 'argument';
  if (asksSomething(facts.asked)) return 'question';
  return isUpset(facts) ? 'nothing' : needOfStatement(intent, doubt);
}

/** A question that only faintly sounds like a doubt is a question. */
const SURE_DOUBT = 0.45;

function isDoubt({ asked, analysis }: SalesReplyFacts, intent: Intent, doubt: string | undefined): boolean {
  if (!DOUBTS.has(intent)) return false;
  const probability = analysis.intents.find((score) => score.intent === intent)?.probability ?? 0;
  return doubt !== undefined || probability >= SURE_DOUBT || !asksSomething(asked);
}

function needOfStatement(intent: Intent, doubt: string | undefined): EvidenceNeed {
  if (!NO_DOUBTS.has(intent) && doubt !== undefined) return 'argument';
  if (TOPICS.has(intent)) return 'topic';
  return WISHES.has(intent) ? 'nothing' : 'stated';
}
