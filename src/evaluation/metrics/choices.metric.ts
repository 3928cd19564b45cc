import { type ExpectedStep, type ExpectedTool } from '../dataset/expectation.js';
import { judgeValues } from '../dataset/value-rule.js';
import { canonicalJson } from '../../shared/hash.js';
import { type Answer, type EvaluationRun } from '../outcome.js';
import { checkEach, checkExpected, listOrNone, sameMembers, scoreShare, type Score } from '../score.js';

/**
 * Share of turns that used exactly the expected tools: one too many is as wrong as one too few. A tool may be asked several
 * different things (a message can hold two questions), but not the same thing twice.
 */
export function measureToolChoice({ outcomes }: EvaluationRun): Score {
  const checks = checkExpected(
    outcomes,
    ({ tools }) => tools?.map(nameOf),
    (expected, { tool_usage_log }) => {
      const used = listDistinct(tool_usage_log);
      return sameMembers([...new Set(expected)], used)
        ? null
        : `expected ${listOrNone(expected)}, used ${listOrNone(used)}`;
    },
  );
  return scoreShare(checks, 'no case expects a choice of tools');
}

/** Share of the rules for arguments that are kept by one of the calls of their tool. */
export function measureToolArguments({ outcomes }: EvaluationRun): Score {
  const checks = checkEach(
    outcomes,
    ({ tools }) => tools,
    (expected, { tool_usage_log }) =>
      expected.flatMap((wanted) =>
        typeof wanted === 'string'
          ? []
          : judgeBest(
              wanted.input,
              tool_usage_log.filter(({ tool }) => tool === wanted.tool).map(({ input }) => input),
              wanted.tool,
            ),
      ),
  );
  return scoreShare(checks, 'no case expects arguments of a tool');
}

/** Share of turns with exactly the expected next steps. A review's reason is compared where the case names one. */
export function measureNextSteps({ outcomes }: EvaluationRun): Score {
  const checks = checkExpected(
    outcomes,
    ({ next_steps }) => next_steps?.map(describeExpected),
    (expected, { internal_next_steps }) => {
      const got = internal_next_steps.map(describeStep);
      return isSameChoice(expected, got) ? null : `expected ${listOrNone(expected)}, got ${listOrNone(got)}`;
    },
  );
  return scoreShare(checks, 'no case expects next steps');
}

/** Share of the rules for details (a date, a field, a reason) that are kept by one of the steps of their action. */
export function measureNextStepDetails({ outcomes }: EvaluationRun): Score {
  const checks = checkEach(
    outcomes,
    ({ next_steps }) => next_steps,
    (expected, { internal_next_steps }) =>
      expected.flatMap((wanted) =>
        typeof wanted === 'string'
          ? []
          : judgeBest(
              wanted.details,
              internal_next_steps.filter(({ action }) => action === wanted.action).map(({ details }) => details),
              wanted.action,
            ),
      ),
  );
  return scoreShare(checks, 'no case expects details of a next step');
}

/** Share of turns with the expected status. */
export function measureStatus({ outcomes }: EvaluationRun): Score {
  const checks = checkExpected(
    outcomes,
    ({ status }) => status,
    (expected, { status }) => (status === expected ? null : `expected ${expected}, got ${status}`),
  );
  return scoreShare(checks, 'no case expects a status');
}

/** Held against the candidate that keeps most rules; without any, every rule is broken. */
function judgeBest(
  rules: Parameters<typeof judgeValues>[0],
  candidates: readonly Record<string, unknown>[],
  name: string,
): (string | null)[] {
  const judged = (candidates.length === 0 ? [{}] : candidates).map((values) => judgeValues(rules, values));
  const faultsOf = (misses: readonly (string | null)[]): number => misses.filter((miss) => miss !== null).length;
  const [best = []] = judged.sort((a, b) => faultsOf(a) - faultsOf(b));
  return best.map((miss) => (miss === null ? null : `${name}.${miss}`));
}

/** Names of the tools used; a tool asked the same thing twice stands there twice. */
function listDistinct(log: Answer['tool_usage_log']): string[] {
  const asked = log.map(({ tool, input }) => `${tool} ${canonicalJson(input)}`);
  return log
    .filter(({ tool }, at) => log.findIndex((use) => use.tool === tool) === at || asked.indexOf(asked[at] ?? '') < at)
    .map(({ tool }) => tool);
}

function nameOf(tool: ExpectedTool): string {
  return typeof tool === 'string' ? tool : tool.tool;
}

function describeExpected(step: ExpectedStep): string {
  return typeof step === 'string' ? step : step.action;
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
