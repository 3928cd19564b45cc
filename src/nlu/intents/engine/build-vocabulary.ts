import { FeatureTable } from './feature-table.js';
import { type HashedText } from './hash-features.js';

/** The features a model knows, and how telling each is. */
export interface Vocabulary {
  /** By position. */
  hashes: Uint32Array;
  table: FeatureTable;
  /** Texts of the training set with the feature, by position. */
  textsWith: Uint32Array;
  /** Inverse document frequency by position: what is in few texts says more. */
  idf: Float32Array;
  /** The same of a feature that no text had. */
  unknownIdf: number;
  /** Size of the training set. */
  texts: number;
}

/** Smooth idf, as if one more text had every feature: ln((1 + texts) / (1 + texts with it)) + 1. */
function idfOf(textsWith: number, texts: number): number {
  return Math.log((1 + texts) / (1 + textsWith)) + 1;
}

export function toVocabulary(hashes: Uint32Array, textsWith: Uint32Array, texts: number): Vocabulary {
  return {
    hashes,
    table: new FeatureTable(hashes),
    textsWith,
    idf: Float32Array.from(textsWith, (count) => idfOf(count, texts)),
    unknownIdf: idfOf(0, texts),
    texts,
  };
}

/**
 * The vocabulary of a training set, in the order of first occurrence.
 * @param minTexts pairs and pieces of words, and meanings, that fewer texts have are left out; words never are, because they
 * tell how familiar a text is
 */
export function buildVocabulary(texts: readonly HashedText[], minTexts: number): Vocabulary {
  const textsWith = new Map<number, number>();
  const singles = new Set<number>();
  for (const { words, grams, concepts, singles: own } of texts) {
    for (const hash of new Set([...words, ...concepts, ...grams])) textsWith.set(hash, (textsWith.get(hash) ?? 0) + 1);
    for (const hash of own) singles.add(hash);
  }
  const kept = [...textsWith].filter(([hash, count]) => count >= minTexts || singles.has(hash));
  return toVocabulary(
    Uint32Array.from(kept, ([hash]) => hash),
    Uint32Array.from(kept, ([, count]) => count),
    texts.length,
  );
}
