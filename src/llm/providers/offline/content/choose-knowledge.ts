import { type CustomerContentFacts } from '../../../customer-content.facts.js';
import { preparePassage } from '../prepare-passage.js';
import { readTerms } from '../read-terms.js';

const MAX_SENTENCES = 2;
const MAX_CHARS = 220;
/** A sentence that shares a single word with the subject seldom answers it. */
const MIN_SHARED = 2;

/**
 * Sentences of the passages that speak to the subject, with their markers; none about medicine, and none where retrieval says
 * that the passages do not answer. Rows of tables stay where they are: they need their table.
 */
export function chooseKnowledge({
  about,
  interactions,
  passages,
  verdict,
  doubts,
  isMedical,
}: CustomerContentFacts): string[] {
  if (isMedical || verdict !== 'answerable') return [];
  const subject = new Set(readTerms(about ?? interactions[0]?.topic ?? ''));
  if (subject.size === 0) return [];
  const wanted = Math.min(MIN_SHARED, subject.size);
  return passages
    .flatMap((passage) =>
      preparePassage(passage).sentences.map((sentence) => ({ ...sentence, marker: passage.marker })),
    )
    .filter(({ row, text }) => row === null && text.length <= MAX_CHARS)
    .filter(({ text, marker }) => !doubts.some((doubt) => doubt.marker === marker && overlaps(text, doubt.text)))
    .map((sentence) => ({ ...sentence, shared: [...subject].filter((term) => sentence.terms.has(term)).length }))
    .filter(({ shared }) => shared >= wanted)
    .sort((a, b) => b.shared - a.shared || a.marker - b.marker)
    .slice(0, MAX_SENTENCES)
    .map(({ text, marker }) => `${text.replace(/[.\s]+$/, '')} [${marker}].`);
}

function overlaps(sentence: string, doubted: string): boolean {
  return doubted !== '' && (sentence.includes(doubted) || doubted.includes(sentence));
}
