import { type TurnOutcome } from './outcome.js';

/** What one turn did wrong in the eyes of one metric. */
export interface Miss {
  caseId: string;
  detail: string;
}

/**
 * A measured value with the number of things it was measured on; null with the reason where nothing could be measured.
 * `note` says what a reader of the value has to know.
 */
export type Score = { samples: number; misses: Miss[]; note?: string } & (
  { value: number; reason: null } | { value: null; reason: string }
);

/** One judged thing of one turn; `miss` is null when it was right. */
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

type Answer = NonNullable<TurnOutcome['answer']>;
type Expectation = TurnOutcome['golden']['expect'];

/**
 * The checks of every turn that has the expectation, one for each thing `listMisses` judges. A turn without an answer is a
 * miss, never left out: else a product that crashes on its hardest cases would score best.
 */
export function checkEach<T>(
  outcomes: readonly TurnOutcome[],
  expectationOf: (expect: Expectation) => T | undefined,
  listMisses: (expected: T, answer: Answer) => readonly (string | null)[],
): Check[] {
  return outcomes.flatMap(({ golden, answer, fault }): Check[] => {
    const expected = expectationOf(golden.expect);
    if (expected === undefined) return [];
    const misses = answer === null ? [`no answer: ${fault}`] : listMisses(expected, answer);
    return misses.map((miss) => ({ caseId: golden.id, miss }));
  });
}

/** One check for every turn that has the expectation. */
export function checkExpected<T>(
  outcomes: readonly TurnOutcome[],
  expectationOf: (expect: Expectation) => T | undefined,
  findMiss: (expected: T, answer: Answer) => string | null,
): Check[] {
  return checkEach(outcomes, expectationOf, (expected, answer) => [findMiss(expected, answer)]);
}

/** Whether both lists hold the same texts, in any order. */
export function sameMembers(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && [...a].sort().join('\n') === [...b].sort().join('\n');
}

/** A list for a person: `a, b` or `none`. */
export function listOrNone(items: readonly string[]): string {
  return items.length === 0 ? 'none' : items.join(', ');
}

/** An entry that may be several of which any will do. */
export function listAlternatives(entry: string | readonly string[]): readonly string[] {
  return typeof entry === 'string' ? [entry] : entry;
}
