import { type CaseOutcome, type EvaluationRun } from '../outcome.js';
import { checkExpected, scoreShare, unscored, type Score } from '../score.js';

const NONE_EXPECTED = 'no case expects an intent';

/** Share of cases whose main intent is the expected one. */
export function measureIntentAccuracy({ outcomes }: EvaluationRun): Score {
  const checks = checkExpected(outcomes, intentOf, (expected, answer) => {
    const got = answer.detailed_analysis.intent;
    return got === expected ? null : `expected ${expected}, got ${got}`;
  });
  return scoreShare(checks, NONE_EXPECTED);
}

/**
 * Unweighted mean of the F1 of every intent that was expected or given, as in scikit-learn's `f1_score(average='macro')`:
 * a rare intent counts as much as a common one. F1 = 2TP / (2TP + FP + FN).
 */
export function measureIntentMacroF1({ outcomes }: EvaluationRun): Score {
  const pairs = outcomes.flatMap((outcome) => {
    const expected = intentOf(outcome);
    return expected === undefined ? [] : [{ expected, got: outcome.answer?.detailed_analysis.intent ?? null }];
  });
  if (pairs.length === 0) return unscored(NONE_EXPECTED);
  const intents = new Set(pairs.flatMap(({ expected, got }) => (got === null ? [expected] : [expected, got])));
  let sum = 0;
  for (const intent of intents) {
    const hits = pairs.filter(({ expected, got }) => expected === intent && got === intent).length;
    const faults = pairs.filter(
      ({ expected, got }) => expected !== got && (expected === intent || got === intent),
    ).length;
    sum += (2 * hits) / (2 * hits + faults);
  }
  return { value: sum / intents.size, reason: null, samples: pairs.length, misses: [] };
}

function intentOf({ golden }: CaseOutcome) {
  return golden.expect.intent;
}
