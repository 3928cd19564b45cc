import { type ExpectedEntity } from '../dataset/expectation.js';
import { type Answer, type EvaluationRun } from '../outcome.js';
import { checkEach, checkExpected, scoreShare, type Score } from '../score.js';

/** Share of the entities found that were expected, over the turns that list theirs. */
export function measureEntityPrecision({ outcomes }: EvaluationRun): Score {
  const checks = checkEach(
    outcomes,
    ({ entities }) => entities,
    (expected, answer) =>
      matchEntities(expected, answer).found.map(({ key, wanted }) => (wanted ? null : `found ${key}`)),
  );
  return scoreShare(checks, 'no entity was found where a case lists its entities');
}

/** Share of the expected entities that were found. */
export function measureEntityRecall({ outcomes }: EvaluationRun): Score {
  const checks = checkEach(
    outcomes,
    ({ entities }) => entities,
    (expected, answer) =>
      matchEntities(expected, answer).wanted.map(({ key, found }) => (found ? null : `lacks ${key}`)),
  );
  return scoreShare(checks, 'no case expects an entity');
}

/** Share of turns with the expected label. */
export function measureSentiment({ outcomes }: EvaluationRun): Score {
  const checks = checkExpected(
    outcomes,
    ({ sentiment }) => sentiment,
    (expected, { detailed_analysis: { sentiment } }) =>
      sentiment.label === expected ? null : `expected ${expected}, got ${sentiment.label}`,
  );
  return scoreShare(checks, 'no case expects a sentiment');
}

/** An entity that is named twice is found once: what counts is which things are in the message. */
function matchEntities(
  expected: readonly ExpectedEntity[],
  { detailed_analysis }: Answer,
): { found: { key: string; wanted: boolean }[]; wanted: { key: string; found: boolean }[] } {
  const found = [...new Set(detailed_analysis.entities.map(keyOf))];
  const allowed = new Set(expected.map(keyOf));
  return {
    found: found.map((key) => ({ key, wanted: allowed.has(key) })),
    wanted: expected
      .filter(({ optional }) => optional !== true)
      .map((entity) => ({ key: keyOf(entity), found: found.includes(keyOf(entity)) })),
  };
}

function keyOf({ type, value }: { type: string; value: string }): string {
  return `${type} ${value.trim().toLowerCase()}`;
}
