import { type DoubtFact, type PassageFact } from '../../../../llm/index.js';
import { type Passage, type Retrieval } from '../../../../rag/index.js';
import { wordsOf } from '../draft/find-unknown-name.js';

/** What was found in the documents to a subject. */
export interface FoundKnowledge {
  passages: readonly Passage[];
  verdict: Retrieval['answerable']['verdict'];
  doubts: readonly DoubtFact[];
}

/** The same, read once for everybody whose text is about the subject. */
export interface SubjectKnowledge extends FoundKnowledge {
  facts: readonly PassageFact[];
  /** Words (lower case) of the passages. */
  words: ReadonlySet<string>;
}

export function readKnowledge(found: FoundKnowledge): SubjectKnowledge {
  const facts = found.passages.map(({ title, heading, source, text }, index) => {
    return { marker: index + 1, title, heading, source, text };
  });
  return { ...found, facts, words: wordsOf(facts.map(({ title, text }) => `${title} ${text}`)) };
}

/** Nothing was looked for, or nothing found. */
export const NO_KNOWLEDGE: SubjectKnowledge = readKnowledge({ passages: [], verdict: 'unanswerable', doubts: [] });
