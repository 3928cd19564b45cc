import { type Answer, type EvaluationRun } from '../outcome.js';
import { checkExpected, listOrNone, sameMembers, scoreShare, type Score } from '../score.js';

/** Share of cases that used exactly the expected tools: one too many is as wrong as one too few. */
export function measureToolChoice({ outcomes }: EvaluationRun): Score {
  const checks = checkExpected(
    outcomes,
    ({ golden }) => golden.expect.tools,
    (expected, { tool_usage_log }) => {
      const used = tool_usage_log.map(({ tool }) => tool);
      return sameMembers(expected, used) ? null : `expected ${listOrNone(expected)}, used ${listOrNone(used)}`;
    },
  );
  return scoreShare(checks, 'no case expects a choice of tools');
}

/** Share of cases with exactly the expected next steps. A review's reason is compared where the case names one. */
export function measureNextSteps({ outcomes }: EvaluationRun): Score {
  const checks = checkExpected(
    outcomes,
    ({ golden }) => golden.expect.next_steps,
    (expected, { internal_next_steps }) => {
      const got = internal_next_steps.map(describeStep);
      return isSameChoice(expected, got) ? null : `expected ${listOrNone(expected)}, got ${listOrNone(got)}`;
    },
  );
  return scoreShare(checks, 'no case expects next steps');
}

/** Share of cases with the expected status. */
export function measureStatus({ outcomes }: EvaluationRun): Score {
  const checks = checkExpected(
    outcomes,
    ({ golden }) => golden.expect.status,
    (expected, { status }) => (status === expected ? null : `expected ${expected}, got ${status}`),
  );
  return scoreShare(checks, 'no case expects a status');
}

function describeStep({ action, details }: Answer['internal_next_steps'][number]): string {
  const { reason } = details;
  return action === 'FLAG_FOR_HUMAN_REVIEW' && typeof reason === 'string' ? `${action}:${reason}` : action;
}

/** Expectations with a reason take their step first, so that one without a reason gets what is left. */
function isSameChoice(expected: readonly string[], got: readonly string[]): boolean {
  const left = [...got];
  const mostSpecificFirst = [...expected].sort((a, b) => Number(b.includes(':')) - Number(a.includes(':')));
  for (const wanted of mostSpecificFirst) {
    const at = left.findIndex((step) => step === wanted || step.startsWith(`${wanted}:`));
    if (at < 0) return false;
    left.splice(at, 1);
  }
  return left.length === 0;
}
