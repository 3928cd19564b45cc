import { type EvaluationRun } from '../outcome.js';
import { checkEach, checkExpected, scoreShare, unscored, type Score } from '../score.js';

const NONE_EXPECTED = 'no case expects an intent';

/** Share of turns whose main intent is the expected one, or one that is as acceptable. */
export function measureIntentAccuracy({ outcomes }: EvaluationRun): Score {
  const checks = checkExpected(
    outcomes,
    ({ intent, acceptable_intents: others }) => (intent === undefined ? undefined : [intent, ...(others ?? [])]),
    (expected, answer) => {
      const got: string = answer.detailed_analysis.intent;
      return expected.some((one) => one === got) ? null : `expected ${expected.join(' or ')}, got ${got}`;
    },
  );
  return scoreShare(checks, NONE_EXPECTED);
}

/**
 * Unweighted mean of the F1 of every intent that was expected or given, as in scikit-learn's `f1_score(average='macro')`:
 * a rare intent counts as much as a common one. F1 = 2TP / (2TP + FP + FN). An acceptable intent counts as the expected one.
 */
export function measureIntentMacroF1({ outcomes }: EvaluationRun): Score {
  const pairs = outcomes.flatMap(({ golden, answer }) => {
    const { intent: expected, acceptable_intents: others = [] } = golden.expect;
    if (expected === undefined) return [];
    const got = answer?.detailed_analysis.intent ?? null;
    return [{ expected, got: others.some((other) => other === got) ? expected : got }];
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

/** Share of the further intents of a message that were recognised, as the main one or beside it. */
export function measureSecondaryIntents({ outcomes }: EvaluationRun): Score {
  const checks = checkEach(
    outcomes,
    ({ secondary_intents }) => secondary_intents,
    (expected, { detailed_analysis: { intent, secondary_intents: others } }) =>
      expected.map((wanted) =>
        wanted === intent || others.includes(wanted)
          ? null
          : `lacks ${wanted} beside ${[intent, ...others].join(', ')}`,
      ),
  );
  return scoreShare(checks, 'no case expects a second intent');
}
