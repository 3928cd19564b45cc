import { type EvaluationRun } from '../outcome.js';
import { checkEach, listAlternatives, scoreShare, type Score } from '../score.js';
import { containsFact } from './contains-fact.js';

/** Share of the texts that must stand in a draft and do: one check per text, so that three of four are better than none. */
export function measureRequiredFacts({ outcomes }: EvaluationRun): Score {
  const checks = checkEach(
    outcomes,
    ({ must_contain }) => must_contain,
    (expected, { suggested_response_draft: draft }) =>
      expected.map((entry) => {
        const wordings = listAlternatives(entry);
        const isThere = wordings.some((fact) => containsFact(draft, fact));
        return isThere ? null : `lacks ${wordings.map((fact) => `"${fact}"`).join(' or ')}`;
      }),
  );
  return scoreShare(checks, 'no case requires a text');
}

/** Share of the texts that must not stand in a draft and do not. */
export function measureForbiddenTexts({ outcomes }: EvaluationRun): Score {
  const checks = checkEach(
    outcomes,
    ({ must_not_contain }) => must_not_contain,
    (expected, { suggested_response_draft: draft }) =>
      expected.map((fact) => (containsFact(draft, fact) ? `says "${fact}"` : null)),
  );
  return scoreShare(checks, 'no case forbids a text');
}
