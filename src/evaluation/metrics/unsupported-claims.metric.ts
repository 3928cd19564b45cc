import { splitSentences } from '../../nlu/index.js';
import { checkClaims, type ClaimEvidence } from '../../rag/index.js';
import { type Answer, type EvaluationRun } from '../outcome.js';
import { unscored, type Miss, type Score } from '../score.js';
import { containsFact } from './contains-fact.js';
import { dropSoundCalculation } from './drop-sound-calculations.js';
import { listNumbers } from './list-numbers.js';

const MARKERS = /\s?\[\d{1,3}\]/g;
const MAX_SENTENCES = 500;
/** "1.", "2)" at the start of a line counts, it does not claim. */
const LIST_NUMBER = /^\s*\d{1,2}[.)]\s/gm;

/**
 * How many claims a prospect would read that nothing supports. Three looks, so that the product is not taken at its
 * word: claims the answer itself calls unverified; claims found in a shown sentence that neither the section of a stored
 * document it cites nor the conversation supports; numbers whose digits stand neither in a cited quote nor in the
 * conversation.
 */
export function measureUnsupportedClaims({ outcomes, documents }: EvaluationRun): Score {
  const misses: Miss[] = [];
  for (const { golden, earlier, answer, fault } of outcomes) {
    if (answer === null) return unscored(`case ${golden.id} has no answer: ${fault}`);
    const written = [...earlier, golden.message].join('\n');
    for (const claim of findUnsupported(answer, written, documents)) {
      misses.push({ caseId: golden.id, detail: `shows "${claim}" without support` });
    }
  }
  return { value: misses.length, reason: null, samples: outcomes.length, misses };
}

function findUnsupported(answer: Answer, written: string, documents: EvaluationRun['documents']): Set<string> {
  const { claims, citations } = answer;
  const draft = answer.suggested_response_draft.replaceAll(LIST_NUMBER, '');
  const sentences = splitSentences(draft, MAX_SENTENCES).map(
    (sentence) => dropSoundCalculation(sentence, written).text,
  );
  const shown = sentences.flatMap((sentence) => checkSentence(sentence, answer, written, documents));
  const unsettled = [...claims, ...shown].filter(({ verdict }) => verdict !== 'verified').map(({ text }) => text);
  const known = new Set([written, ...citations.map(({ quote }) => quote)].flatMap(listNumbers));
  const unknown = listNumbers(sentences.join('\n').replaceAll(MARKERS, '')).filter((number) => !known.has(number));
  return new Set([
    ...unsettled,
    ...unknown.filter((number) => !unsettled.some((text) => listNumbers(text).includes(number))),
  ]);
}

/**
 * A sentence with markers is held against what it cites, one without against all that is cited. The words of the document
 * itself need no further proof.
 */
function checkSentence(
  sentence: string,
  { citations }: Answer,
  written: string,
  documents: EvaluationRun['documents'],
): ReturnType<typeof checkClaims> {
  const own = citations.filter(({ marker }) => sentence.includes(`[${marker}]`));
  const cited = own.length > 0 ? own : citations;
  const evidence: ClaimEvidence[] = [
    ...cited.map((citation): ClaimEvidence => {
      const content = documents.get(citation.document_id)?.content;
      const text = content === undefined ? citation.quote : sectionAt(content, citation);
      return { kind: 'knowledge', ref: citation.document_id, text };
    }),
    { kind: 'customer', ref: 'message', text: written },
  ];
  const bare = sentence.replaceAll(MARKERS, '');
  const isVerbatim = evidence.some(({ kind, text }) => kind === 'knowledge' && containsFact(text, bare));
  return isVerbatim ? [] : checkClaims(bare, evidence);
}

/**
 * The title of the document, and all from the heading above a quote to the next one: a row of a table means nothing
 * without the names of its columns.
 */
function sectionAt(content: string, { start, end }: Answer['citations'][number]): string {
  const from = content.lastIndexOf('\n#', start);
  const to = content.indexOf('\n#', end);
  const title = content.slice(0, Math.max(0, content.indexOf('\n')));
  return `${title}\n${content.slice(Math.max(0, from), to < 0 ? content.length : to)}`;
}
