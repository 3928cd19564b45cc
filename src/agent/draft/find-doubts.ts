import { type DoubtFact } from '../../llm/index.js';
import { findContradictions, findGarbledFigures, isInstruction, type Passage } from '../../rag/index.js';

/** A passage as a draft may cite it. */
export interface MarkedPassage {
  marker: number;
  passage: Passage;
}

const TABLE_ROW = /^\s*\|.*\|\s*$/;
const SENTENCE_END = /(?<=[.!?])\s+/;
const MAX_REMEMBERED = 512;
const remembered = new Map<string, Omit<DoubtFact, 'marker'>[]>();

/** What the passages of a turn say that no draft may repeat as a fact: what contradicts, what is garbled, what directs the model. */
export function findDoubts(passages: readonly MarkedPassage[]): DoubtFact[] {
  const contradicted = findContradictions(passages.map(({ passage }) => passage))
    .flat()
    .map(({ marker, sentence }): DoubtFact => {
      return { marker: passages[marker - 1]?.marker ?? 0, text: sentence, reason: 'contradicted' };
    });
  const others = passages.flatMap(({ marker, passage }) =>
    readDoubts(passage.text).map((doubt) => ({ marker, ...doubt })),
  );
  return [...contradicted, ...others];
}

/** What a passage says in doubt all by itself. The same passages come back turn after turn. */
function readDoubts(text: string): Omit<DoubtFact, 'marker'>[] {
  let doubts = remembered.get(text);
  if (doubts === undefined) {
    doubts = text.split('\n').flatMap((line) => listParts(line).flatMap(judge));
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    remembered.set(text, doubts);
  }
  return doubts;
}

/** The cells of a row, the sentences of anything else. */
function listParts(line: string): string[] {
  const parts = TABLE_ROW.test(line) ? line.trim().slice(1, -1).split('|') : line.split(SENTENCE_END);
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function judge(part: string): Omit<DoubtFact, 'marker'>[] {
  if (isInstruction(part)) return [{ text: part, reason: 'instruction' }];
  return findGarbledFigures(part).length > 0 ? [{ text: part, reason: 'garbled' }] : [];
}
