import { type Vocabulary } from './build-vocabulary.js';
import { type HashedText } from './hash-features.js';

/** One text as a model sees it. */
export interface SparseVector {
  /** Of the known features. */
  positions: Int32Array;
  values: Float32Array;
  /** Share of the text's words, by how telling they are, that the model has seen; 0 for a text without words. */
  familiarity: number;
  words: number;
}

interface Block {
  positions: Int32Array;
  values: Float32Array;
}

/**
 * Sublinear tf-idf of one kind of features at unit length. Unknown features count in the length: a text about something
 * else that happens to share a word with the training set stays small in every direction the model knows.
 */
function weighBlock(hashes: readonly number[], { table, idf, unknownIdf }: Vocabulary, share: number): Block {
  const found = new Int32Array(hashes.length);
  let known = 0;
  for (const hash of hashes) {
    const position = table.find(hash);
    if (position < 0) continue;
    found[known] = position;
    known += 1;
  }
  const sorted = found.subarray(0, known).sort();
  const positions = new Int32Array(known);
  const values = new Float32Array(known);
  let distinct = 0;
  let squares = (hashes.length - known) * unknownIdf * unknownIdf;
  for (let at = 0; at < known; distinct += 1) {
    const position = sorted[at] ?? 0;
    let end = at + 1;
    while (end < known && sorted[end] === position) end += 1;
    const value = (1 + Math.log(end - at)) * (idf[position] ?? 0);
    positions[distinct] = position;
    values[distinct] = value;
    squares += value * value;
    at = end;
  }
  const length = Math.sqrt(squares) / share;
  for (let at = 0; at < distinct; at += 1) values[at] = (values[at] ?? 0) / length;
  return { positions: positions.subarray(0, distinct), values: values.subarray(0, distinct) };
}

function measureFamiliarity(singles: readonly number[], { table, idf, unknownIdf }: Vocabulary): number {
  let known = 0;
  let all = 0;
  for (const hash of singles) {
    const position = table.find(hash);
    if (position >= 0) known += idf[position] ?? 0;
    all += position < 0 ? unknownIdf : (idf[position] ?? 0);
  }
  return all === 0 ? 0 : known / all;
}

/** How much each kind of features counts: meanings help most where examples are few, and blur where they are many. */
const SHARES = { words: 1, grams: 1, concepts: 0.7 } as const;

export function vectoriseText(text: HashedText, vocabulary: Vocabulary): SparseVector {
  const blocks = [
    weighBlock(text.words, vocabulary, SHARES.words),
    weighBlock(text.grams, vocabulary, SHARES.grams),
    weighBlock(text.concepts, vocabulary, SHARES.concepts),
  ];
  const positions = new Int32Array(blocks.reduce((sum, block) => sum + block.positions.length, 0));
  const values = new Float32Array(positions.length);
  let at = 0;
  for (const block of blocks) {
    positions.set(block.positions, at);
    values.set(block.values, at);
    at += block.positions.length;
  }
  return {
    positions,
    values,
    familiarity: measureFamiliarity(text.singles, vocabulary),
    words: text.singles.length,
  };
}
