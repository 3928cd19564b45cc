import { type CaseOutcome, type EvaluationRun } from '../outcome.js';
import { scoreShare, type Check, type Score } from '../score.js';
import { containsFact } from './contains-fact.js';

/** Share of the texts that must stand in a draft and do. */
export function measureRequiredFacts({ outcomes }: EvaluationRun): Score {
  const checks = outcomes.flatMap((outcome) =>
    checkTexts(outcome, outcome.golden.expect.must_contain, (fact, draft) =>
      containsFact(draft, fact) ? null : `lacks "${fact}"`,
    ),
  );
  return scoreShare(checks, 'no case requires a text');
}

/** Share of the texts that must not stand in a draft and do not. */
export function measureForbiddenTexts({ outcomes }: EvaluationRun): Score {
  const checks = outcomes.flatMap((outcome) =>
    checkTexts(outcome, outcome.golden.expect.must_not_contain, (fact, draft) =>
      containsFact(draft, fact) ? `says "${fact}"` : null,
    ),
  );
  return scoreShare(checks, 'no case forbids a text');
}

/** One check per text, so that a case with four facts and one missing is better than one with none. */
function checkTexts(
  { golden, answer, fault }: CaseOutcome,
  facts: readonly string[] | undefined,
  findMiss: (fact: string, draft: string) => string | null,
): Check[] {
  return (facts ?? []).map((fact) => ({
    caseId: golden.id,
    miss: answer === null ? `no answer: ${fault}` : findMiss(fact, answer.suggested_response_draft),
  }));
}
