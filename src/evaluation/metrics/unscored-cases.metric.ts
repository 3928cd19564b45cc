import { type EvaluationRun } from '../outcome.js';
import { type Score } from '../score.js';

/** How many cases got no answer, and therefore could not be judged. They count as misses elsewhere too. */
export function measureUnscoredCases({ outcomes }: EvaluationRun): Score {
  const misses = outcomes.flatMap(({ golden, fault }) =>
    fault === null ? [] : [{ caseId: golden.id, detail: fault }],
  );
  return { value: misses.length, reason: null, samples: outcomes.length, misses };
}
