import { checkClaims, type ClaimEvidence } from '../../rag/index.js';
import { type Answer, type EvaluationRun } from '../outcome.js';
import { unscored, type Miss, type Score } from '../score.js';

const MARKERS = /\s?\[\d{1,3}\]/g;
/** "1.", "2)" at the start of a line counts, it does not claim. */
const LIST_NUMBER = /^\s*\d{1,2}[.)]\s/gm;
const NUMBER = /\d+(?:[.,]\d+)*/g;

/**
 * How many claims a prospect would read that nothing supports. Three looks, so that the product is not taken at its
 * word: claims the answer itself calls unverified; claims found in the shown text that neither a cited quote nor the
 * prospect's message supports; numbers whose digits stand in neither.
 */
export function measureUnsupportedClaims({ outcomes }: EvaluationRun): Score {
  const misses: Miss[] = [];
  for (const { golden, answer, fault } of outcomes) {
    if (answer === null) return unscored(`case ${golden.id} has no answer: ${fault}`);
    for (const claim of findUnsupported(answer, golden.message)) {
      misses.push({ caseId: golden.id, detail: `shows "${claim}" without support` });
    }
  }
  return { value: misses.length, reason: null, samples: outcomes.length, misses };
}

function findUnsupported(answer: Answer, message: string): Set<string> {
  const { claims, citations } = answer;
  const draft = answer.suggested_response_draft.replaceAll(MARKERS, '');
  const evidence: ClaimEvidence[] = [
    { kind: 'customer', ref: 'message', text: message },
    ...citations.map(({ document_id, quote }): ClaimEvidence => ({ kind: 'knowledge', ref: document_id, text: quote })),
  ];
  const known = new Set(evidence.flatMap(({ text }) => listNumbers(text)));
  const unsettled = [...claims, ...checkClaims(draft, evidence)].filter(({ verdict }) => verdict !== 'verified');
  const unknown = listNumbers(draft.replaceAll(LIST_NUMBER, '')).filter((number) => !known.has(number));
  const texts = unsettled.map(({ text }) => text);
  return new Set([...texts, ...unknown.filter((number) => !texts.some((text) => listNumbers(text).includes(number)))]);
}

/** Thousands separators do not make another number. */
function listNumbers(text: string): string[] {
  return [...text.matchAll(NUMBER)].map(([number]) => number.replaceAll(/,(?=\d{3})/g, ''));
}
