import { asksForInternalData, asksForPerson, givesModelInstructions } from '../../nlu/index.js';
import { type NextStep, type ReviewReason, type TurnAnalysis } from '../turn.js';
import { type TurnFindings } from './turn-findings.js';

interface Review {
  reason: ReviewReason;
  note: string;
}

const ANGRY_BELOW = -0.6;
/** Wishes and decisions: documents need not say anything about them. */
const NEEDS_NO_EVIDENCE: ReadonlySet<TurnAnalysis['intent']> = new Set<TurnAnalysis['intent']>([
  'demo_request',
  'buying_signal',
  'decision_process',
  'follow_up',
  'objection',
  'price_objection',
  'opt_out',
  'not_interested',
  'timing_inquiry',
]);
const SENSITIVE =
  /\b(?:suicid\w*|kill (?:myself|himself|herself)|self-?harm|sexual(?:ly)? (?:harass\w*|assault\w*)|harass(?:ed|ment)|discriminat\w+|racis[mt]\w*|bereave\w*|passed away|terminal(?:ly)? ill\w*|bankruptcy|insolven\w+|laid off|layoffs)\b/i;

/** The reasons for which a person should look at this turn, most pressing first. */
export function listReviews(findings: TurnFindings): NextStep[] {
  return [...readGuarded(findings), ...readEvidence(findings), ...readTopics(findings), ...readPerson(findings)].map(
    (details) => ({ action: 'FLAG_FOR_HUMAN_REVIEW', details }),
  );
}

function isGuarded(message: string): boolean {
  return givesModelInstructions(message) || asksForInternalData(message);
}

function readGuarded({ message }: TurnFindings): Review[] {
  if (givesModelInstructions(message)) {
    return [{ reason: 'suspected_injection', note: 'The message tries to direct the model; check what it is after.' }];
  }
  if (!asksForInternalData(message)) return [];
  return [{ reason: 'internal_data_requested', note: 'Internal records or data of others are asked for.' }];
}

function readEvidence({ message, analysis, evidence, doubts, droppedSentences }: TurnFindings): Review[] {
  const reviews: Review[] = [];
  const isUnsolved = analysis.intent === 'support_issue' && evidence === 'not_needed';
  const isMissing = evidence === 'missing' && !NEEDS_NO_EVIDENCE.has(analysis.intent);
  if (!isGuarded(message) && (isMissing || isUnsolved))
    reviews.push({ reason: 'no_evidence', note: 'The knowledge base does not answer this; the draft says so.' });
  if (doubts.includes('contradicted'))
    reviews.push({ reason: 'contradiction', note: 'Documents of the knowledge base disagree; find out which holds.' });
  else if (droppedSentences > 0)
    reviews.push({
      reason: 'contradiction',
      note: 'The model stated what no source supports; it was removed from the draft.',
    });
  return reviews;
}

function readTopics({ message, analysis }: TurnFindings): Review[] {
  const reviews: Review[] = [];
  if (mentions(analysis, 'contract_legal'))
    reviews.push({ reason: 'legal', note: 'Contract questions are answered by a person.' });
  if (mentions(analysis, 'discount_request'))
    reviews.push({ reason: 'discount_over_limit', note: 'A discount is asked for; check what may be granted.' });
  if (SENSITIVE.test(message))
    reviews.push({
      reason: 'sensitive_topic',
      note: 'The message touches a sensitive subject; choose the words yourself.',
    });
  return reviews;
}

function readPerson({ message, analysis }: TurnFindings): Review[] {
  const reviews: Review[] = [];
  if (asksForPerson(message)) reviews.push({ reason: 'requested_person', note: 'The prospect asks for a person.' });
  if (analysis.sentiment.score <= ANGRY_BELOW)
    reviews.push({ reason: 'angry_customer', note: 'The tone is very negative; a person should answer.' });
  if (analysis.language !== 'en' && analysis.language !== 'und' && !mentions(analysis, 'opt_out'))
    reviews.push({
      reason: 'low_confidence',
      note: `The message is written in another language (${analysis.language}); somebody who speaks it should answer.`,
    });
  return reviews;
}

function mentions({ intent, secondaryIntents }: TurnAnalysis, wanted: TurnAnalysis['intent']): boolean {
  return intent === wanted || secondaryIntents.includes(wanted);
}
