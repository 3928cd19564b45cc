import { type NextStep } from '../turn.js';
import { findRecordUpdates } from './find-record-updates.js';
import { listReviews } from './list-reviews.js';
import { planFollowUp } from './plan-follow-up.js';
import { type TurnFindings } from './turn-findings.js';

/** What should happen after this message, from what was understood and found. Proposals only: nothing is carried out here. */
export function planNextSteps(findings: TurnFindings): NextStep[] {
  const steps = [...listReviews(findings), ...planFollowUp(findings), ...findRecordUpdates(findings)];
  return steps.length > 0
    ? steps
    : [{ action: 'NO_ACTION', details: { reason: 'The message is answered by the draft.' } }];
}
