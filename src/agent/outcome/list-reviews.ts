import { asksForInternalData, asksForPerson, givesModelInstructions } from '../../nlu/index.js';
import { type NextStep, type ReviewReason, type TurnAnalysis } from '../turn.js';
import { type TurnFindings } from './turn-findings.js';

interface Review {
  reason: ReviewReason;
  note: string;
}

const ANGRY_BELOW = -0.65;
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
const OBJECTS: ReadonlySet<TurnAnalysis['intent']> = new Set<TurnAnalysis['intent']>(['objection', 'price_objection']);
const HARM =
  /\b(?:injur\w+|(?:got|was|were|been) (?:badly )?(?:hurt|burn(?:ed|t)(?! (?:before|by|once|out|in the past|with))|hospitali[sz]ed)|electric shock|electrocut\w+|accident|in (?:the )?hospital|poison(?:ed|ing)|allergic reaction|side effects?|adverse (?:event|reaction)|died|fatal)\b/i;
const LEGAL_THREAT =
  /\b(?:(?:will|going to|gonna|shall) sue|lawsuit|legal action|take (?:you|this) to court|(?:my|our) (?:lawyers?|attorneys?|solicitors?) will)\b/i;
const LEGAL_WORDS =
  /\b(?:contracts?|contractual|agreements?|terms|clauses?|liab\w+|indemni\w+|legal\w*|lawyers?|counsel|nda|dpa|msa|jurisdiction|terminat\w+|warrant\w+|redlin\w+)\b/i;
const DISCOUNT_WORDS =
  /\d ?%|\b(?:discounts?|rebates?|cheaper|lower price|better (?:price|deal|rate)|reduc\w+|deal|offer|concession|match|knock|sweeten|negotiat\w+|special price|per ?cent|percent|off)\b/i;
const SENSITIVE =
  /\b(?:suicid\w*|kill (?:myself|himself|herself)|self-?harm|sexual(?:ly)? (?:harass\w*|assault\w*)|harass(?:ed|ment)|discriminat\w+|racis[mt]\w*|bereave\w*|passed away|terminal(?:ly)? ill\w*|bankruptcy|insolven\w+|laid off|layoffs)\b/i;

/** The reasons for which a person should look at this turn, most pressing first. */
export function listReviews(findings: TurnFindings): NextStep[] {
  const guarded = readGuarded(findings);
  const evidence = readEvidence(findings, guarded.length > 0);
  return [...guarded, ...evidence, ...readTopics(findings), ...readPerson(findings)].map((details) => ({
    action: 'FLAG_FOR_HUMAN_REVIEW',
    details,
  }));
}

function readGuarded({ message, analysis }: TurnFindings): Review[] {
  if (givesModelInstructions(message)) {
    return [{ reason: 'suspected_injection', note: 'The message tries to direct the model; check what it is after.' }];
  }
  if (!asksForInternalData(message, analysis.entities)) return [];
  return [{ reason: 'internal_data_requested', note: 'Internal records or data of others are asked for.' }];
}

function readEvidence(
  { analysis, evidence, asksForFacts, doubts, droppedSentences }: TurnFindings,
  isGuarded: boolean,
): Review[] {
  const reviews: Review[] = [];
  const isUnsolved = analysis.intent === 'support_issue' && evidence === 'not_needed';
  const isMissing = evidence === 'missing' && (asksForFacts || !NEEDS_NO_EVIDENCE.has(analysis.intent));
  if (!isGuarded && (isMissing || isUnsolved))
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
  if (HARM.test(message))
    reviews.push({ reason: 'adverse_event', note: 'Somebody may have come to harm; a person has to answer at once.' });
  if (isAbout(analysis, 'contract_legal', LEGAL_WORDS.test(message)) || LEGAL_THREAT.test(message))
    reviews.push({ reason: 'legal', note: 'Contract questions are answered by a person.' });
  if (isAbout(analysis, 'discount_request', DISCOUNT_WORDS.test(message)))
    reviews.push({ reason: 'discount_over_limit', note: 'A discount is asked for; check what may be granted.' });
  if (SENSITIVE.test(message))
    reviews.push({
      reason: 'sensitive_topic',
      note: 'The message touches a sensitive subject; choose the words yourself.',
    });
  return reviews;
}

function readPerson({ message, analysis, customer }: TurnFindings): Review[] {
  const reviews: Review[] = [];
  if (customer?.optedOut === true && !mentions(analysis, 'opt_out'))
    reviews.push({
      reason: 'legal',
      note: 'The record says that this prospect wants no contact; check before answering.',
    });
  if (asksForPerson(message)) reviews.push({ reason: 'requested_person', note: 'The prospect asks for a person.' });
  // Who objects is hard to win over, not angry with us.
  if (analysis.sentiment.score <= ANGRY_BELOW && !OBJECTS.has(analysis.intent))
    reviews.push({ reason: 'angry_customer', note: 'The tone is very negative; a person should answer.' });
  if (analysis.language !== 'en' && analysis.language !== 'und' && !mentions(analysis, 'opt_out'))
    reviews.push({
      reason: 'low_confidence',
      note: `The message is written in another language (${analysis.language}); somebody who speaks it should answer.`,
    });
  return reviews;
}

/** What was recognised beside the main intent needs a word of its own that says so. */
function isAbout({ intent, secondaryIntents }: TurnAnalysis, wanted: TurnAnalysis['intent'], says: boolean): boolean {
  return intent === wanted || (says && secondaryIntents.includes(wanted));
}

function mentions({ intent, secondaryIntents }: TurnAnalysis, wanted: TurnAnalysis['intent']): boolean {
  return intent === wanted || secondaryIntents.includes(wanted);
}
