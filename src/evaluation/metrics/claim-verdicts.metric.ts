import { type Answer, type EvaluationRun } from '../outcome.js';
import { scoreShare, type Check, type Score } from '../score.js';
import { splitSentences } from '../../nlu/index.js';
import { dropSoundCalculation } from './drop-sound-calculations.js';
import { listNumbers } from './list-numbers.js';

const MAX_SENTENCES = 500;

/**
 * Share of the claims an answer reports that hold when they are looked at again: the verdict is `verified`, some evidence
 * is named, and the digits of a claim from the knowledge base stand in a document the answer cites, or follow from one by a
 * calculation that is written out and right.
 */
export function measureClaimVerdicts({ outcomes, documents }: EvaluationRun): Score {
  const checks = outcomes.flatMap(({ golden, earlier, answer, fault }): Check[] => {
    if (answer === null) return [{ caseId: golden.id, miss: `no answer: ${fault}` }];
    const cited = answer.citations.map(({ document_id }) => documents.get(document_id)?.content ?? '').join('\n');
    const written = [...earlier, golden.message].join('\n');
    const worked = splitSentences(answer.suggested_response_draft, MAX_SENTENCES).flatMap(
      (sentence) => dropSoundCalculation(sentence, written).results,
    );
    const known = new Set([cited, ...worked].flatMap(listNumbers));
    return answer.claims.map((claim) => ({ caseId: golden.id, miss: findFault(claim, known) }));
  });
  return scoreShare(checks, 'no answer states a claim');
}

function findFault({ text, verdict, evidence }: Answer['claims'][number], known: ReadonlySet<string>): string | null {
  if (verdict !== 'verified') return `"${text}" is ${verdict}`;
  if (evidence === null) return `"${text}" is called verified by nothing`;
  if (evidence.kind !== 'knowledge') return null;
  const missing = listNumbers(text).filter((number) => !known.has(number));
  return missing.length === 0 ? null : `"${text}" does not stand in what is cited`;
}
