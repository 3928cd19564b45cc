import { type Customer } from '../../customers/index.js';
import { asksForInternalData, givesModelInstructions } from '../../nlu/index.js';
import { nextWorkday, toIsoDate } from '../../shared/dates.js';
import { type NextStep, type ReviewReason, type TurnAnalysis } from '../turn.js';

export interface TurnFindings {
  message: string;
  analysis: TurnAnalysis;
  customer: Customer | null;
  /** Whether the answer needed evidence, and whether there was enough. */
  evidence: 'not_needed' | 'found' | 'missing';
  /** Sentences the model wrote that nothing supported. */
  droppedSentences: number;
  now: Date;
}

const ANGRY_BELOW = -0.6;

/** What should happen after this message, from what was understood and found. Proposals only: nothing is carried out here. */
export function planNextSteps(findings: TurnFindings): NextStep[] {
  const steps = [...reviews(findings), ...followUps(findings), ...recordUpdates(findings)];
  return steps.length > 0
    ? steps
    : [{ action: 'NO_ACTION', details: { reason: 'The message is answered by the draft.' } }];
}

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
]);

function reviews({ message, analysis, evidence, droppedSentences }: TurnFindings): NextStep[] {
  const steps: NextStep[] = [];
  const flag = (reason: ReviewReason, note: string): void => {
    steps.push({ action: 'FLAG_FOR_HUMAN_REVIEW', details: { reason, note } });
  };
  const guarded = findGuarded(message);
  if (guarded !== undefined) flag(guarded.reason, guarded.note);
  else if (evidence === 'missing' && !NEEDS_NO_EVIDENCE.has(analysis.intent))
    flag('no_evidence', 'The knowledge base does not answer this; the draft says so.');
  if (droppedSentences > 0)
    flag('contradiction', 'The model stated figures that no source supports; they were removed.');
  if (mentions(analysis, 'contract_legal')) flag('legal', 'Contract questions are answered by a person.');
  if (mentions(analysis, 'discount_request'))
    flag('discount_over_limit', 'A discount is asked for; check what may be granted.');
  if (analysis.sentiment.score <= ANGRY_BELOW)
    flag('angry_customer', 'The tone is very negative; a person should answer.');
  return steps;
}

function findGuarded(message: string): { reason: ReviewReason; note: string } | undefined {
  if (givesModelInstructions(message)) {
    return { reason: 'suspected_injection', note: 'The message tries to direct the model; check what it is after.' };
  }
  if (asksForInternalData(message)) {
    return { reason: 'internal_data_requested', note: 'Internal records or data of others are asked for.' };
  }
  return undefined;
}

const FOLLOW_UP_PURPOSES: Partial<Record<TurnAnalysis['intent'], string>> = {
  demo_request: 'Agree on a time for the demonstration',
  trial_request: 'Set up the trial with the prospect',
  timing_inquiry: 'Come back on the timing the prospect named',
  decision_process: 'Check where the decision stands',
  follow_up: 'Close the open question',
  renewal_inquiry: 'Discuss the renewal',
  buying_signal: 'Prepare the next step of the purchase',
};

function followUps({ analysis, now }: TurnFindings): NextStep[] {
  const purpose = FOLLOW_UP_PURPOSES[analysis.intent];
  if (purpose === undefined || mentions(analysis, 'opt_out')) return [];
  const today = toIsoDate(now);
  const named = analysis.entities.find((entity) => entity.type === 'date' && entity.value >= today);
  return [{ action: 'SCHEDULE_FOLLOW_UP', details: { date: named?.value ?? nextWorkday(now), purpose } }];
}

function recordUpdates({ analysis, customer }: TurnFindings): NextStep[] {
  if (!mentions(analysis, 'opt_out') || customer?.optedOut === true) return [];
  return [
    {
      action: 'UPDATE_CRM',
      details: { field: 'opted_out', value: true, reason: 'The prospect asked not to be contacted again.' },
    },
  ];
}

function mentions({ intent, secondaryIntents }: TurnAnalysis, wanted: TurnAnalysis['intent']): boolean {
  return intent === wanted || secondaryIntents.includes(wanted);
}
