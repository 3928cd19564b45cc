import { type Answer, type EvaluationRun } from '../outcome.js';
import { checkExpected, listAlternatives, listOrNone, scoreShare, type Check, type Score } from '../score.js';

const MARKER = /\[(\d{1,3})\]/g;

/**
 * Share of citations that hold: the document exists, the quote is its content from `start` to `end` (UTF-16 units), and
 * the marker stands in the draft. A marker in the draft that no citation explains counts as one that does not hold.
 */
export function measureCitationValidity({ outcomes, documents }: EvaluationRun): Score {
  const checks = outcomes.flatMap(({ golden, answer, fault }): Check[] => {
    if (answer === null) return [{ caseId: golden.id, miss: `no answer: ${fault}` }];
    const misses = [
      ...answer.citations.map((citation) => findCitationFault(citation, answer, documents)),
      ...findUnexplained(answer),
    ];
    return misses.map((miss) => ({ caseId: golden.id, miss }));
  });
  return scoreShare(checks, 'no answer cites anything');
}

/** Share of turns that cite every expected source, or nothing where nothing is expected. */
export function measureExpectedSources({ outcomes }: EvaluationRun): Score {
  const checks = checkExpected(
    outcomes,
    ({ cites }) => cites,
    (expected, { citations }) => {
      const cited = [...new Set(citations.map(({ source }) => source))];
      const isCited = (entry: string | readonly string[]): boolean =>
        listAlternatives(entry).some((source) => cited.includes(source));
      const good = expected.length === 0 ? cited.length === 0 : expected.every(isCited);
      const wanted = expected.map((entry) => listAlternatives(entry).join(' or '));
      return good ? null : `expected ${listOrNone(wanted)}, cited ${listOrNone(cited)}`;
    },
  );
  return scoreShare(checks, 'no case expects sources');
}

function findCitationFault(
  { marker, document_id, source, quote, start, end }: Answer['citations'][number],
  { suggested_response_draft: draft }: Answer,
  documents: EvaluationRun['documents'],
): string | null {
  const document = documents.get(document_id);
  if (document?.source !== source) return `[${marker}] names a document that is not stored (${source})`;
  if (quote === '' || document.content.slice(start, end) !== quote)
    return `[${marker}] is not what ${source} says from ${start} to ${end}`;
  return draft.includes(`[${marker}]`) ? null : `[${marker}] does not stand in the draft`;
}

function findUnexplained({ suggested_response_draft: draft, citations }: Answer): string[] {
  const markers = new Set([...draft.matchAll(MARKER)].map((match) => Number(match[1])));
  return [...markers]
    .filter((marker) => !citations.some((citation) => citation.marker === marker))
    .map((marker) => `[${marker}] stands in the draft without a citation`);
}
