import { type CaseOutcome } from './outcome.js';

/** What one case did wrong in the eyes of one metric. */
export interface Miss {
  caseId: string;
  detail: string;
}

/** A measured value with the number of things it was measured on; null with the reason where nothing could be measured. */
export type Score = { samples: number; misses: Miss[] } & (
  { value: number; reason: null } | { value: null; reason: string }
);

/** One judged thing of one case; `miss` is null when it was right. */
export interface Check {
  caseId: string;
  miss: string | null;
}

/** The share of checks without a miss. */
export function scoreShare(checks: readonly Check[], reasonIfNone: string): Score {
  const misses = checks.flatMap(({ caseId, miss }) => (miss === null ? [] : [{ caseId, detail: miss }]));
  if (checks.length === 0) return unscored(reasonIfNone);
  return { value: (checks.length - misses.length) / checks.length, reason: null, samples: checks.length, misses };
}

export function unscored(reason: string, misses: Miss[] = []): Score {
  return { value: null, reason, samples: 0, misses };
}

/**
 * One check per case that has the expectation. A case without an answer is a miss, never left out: else a product that
 * crashes on its hardest cases would score best.
 */
export function checkExpected<T>(
  outcomes: readonly CaseOutcome[],
  expectationOf: (outcome: CaseOutcome) => T | undefined,
  findMiss: (expected: T, answer: NonNullable<CaseOutcome['answer']>) => string | null,
): Check[] {
  return outcomes.flatMap((outcome): Check[] => {
    const expected = expectationOf(outcome);
    if (expected === undefined) return [];
    const miss = outcome.answer === null ? `no answer: ${outcome.fault}` : findMiss(expected, outcome.answer);
    return [{ caseId: outcome.golden.id, miss }];
  });
}

/** Whether both lists hold the same texts, in any order. */
export function sameMembers(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && [...a].sort().join('\n') === [...b].sort().join('\n');
}

/** A list for a person: `a, b` or `none`. */
export function listOrNone(items: readonly string[]): string {
  return items.length === 0 ? 'none' : items.join(', ');
}
