import { splitWords, type Word } from '../../split-words.js';
import { findConcepts } from '../concepts/find-concepts.js';

/** A message is told by its opening: whatever its length, classifying it costs no more than this many words. */
const MAX_WORDS = 400;
/** Longer than any word; also what bounds scripts that write without blanks. */
const MAX_WORD_CHARS = 40;
const MAX_MARKS = 64;
const SHORTEST_GRAM = 3;
const LONGEST_GRAM = 5;
const BLANK = 32;
/** First states of the hash, so that the kinds of features cannot be confused with each other. */
const WORD_SEED = 0x811c9dc5;
const PAIR_SEED = 0x2b7e1516;
const GRAM_SEED = 0x68bc21eb;
const MARK_SEED = 0x1b873593;
const CONCEPT_SEED = 0x3c6ef372;
const CONCEPT_PAIR_SEED = 0x510e527f;
const MARKS = /[?!$€£%@#]/g;
const DIGITS = /\d/g;

/** Everything a text shows to the classifier, as 32-bit numbers; what occurs twice is in the list twice. */
export interface HashedText {
  /** Words, pairs of neighbouring words and telling punctuation marks. */
  words: number[];
  /** Pieces of words, 3 to 5 characters, the blank before and after the word included: they survive typing errors. */
  grams: number[];
  /** What the words mean, and pairs of neighbouring meanings. */
  concepts: number[];
  /** The single words alone, which show how much of a text is familiar. */
  singles: number[];
}

/** FNV-1a, one character further. */
function step(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

/** Spreads the state over all 32 bits (the finish of MurmurHash3). */
function finish(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function hashString(text: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) hash = step(hash, text.charCodeAt(at));
  return hash;
}

function pushGrams(word: string, grams: number[]): void {
  const length = word.length + 2;
  const codeAt = (at: number): number => (at === 0 || at === length - 1 ? BLANK : word.charCodeAt(at - 1));
  for (let start = 0; start + SHORTEST_GRAM <= length; start += 1) {
    let hash = GRAM_SEED;
    const end = Math.min(length, start + LONGEST_GRAM);
    for (let at = start; at < end; at += 1) {
      hash = step(hash, codeAt(at));
      if (at - start + 1 >= SHORTEST_GRAM) grams.push(finish(hash));
    }
  }
}

function hashConcepts(words: readonly Word[]): number[] {
  const hashes: number[] = [];
  let before: readonly string[] = [];
  for (const concepts of findConcepts(words)) {
    for (const concept of concepts) {
      hashes.push(finish(hashString(concept, CONCEPT_SEED)));
      for (const other of before) {
        hashes.push(finish(hashString(concept, step(hashString(other, CONCEPT_PAIR_SEED), BLANK))));
      }
    }
    before = concepts;
  }
  return hashes;
}

/** The features of a text; its words may be handed in where they are known already. */
export function hashFeatures(text: string, known?: readonly Word[]): HashedText {
  const words = (known ?? splitWords(text, MAX_WORDS)).slice(0, MAX_WORDS);
  const hashed: HashedText = { words: [], grams: [], concepts: hashConcepts(words), singles: [] };
  let previous = '';
  for (const { key } of words) {
    // Figures differ from message to message; that there is one, and how long it is, says enough.
    const word = key.slice(0, MAX_WORD_CHARS).replace(DIGITS, '0');
    const single = finish(hashString(word, WORD_SEED));
    hashed.words.push(single, finish(hashString(word, step(hashString(previous, PAIR_SEED), BLANK))));
    hashed.singles.push(single);
    pushGrams(word, hashed.grams);
    previous = word;
  }
  if (previous !== '') hashed.words.push(finish(step(hashString(previous, PAIR_SEED), BLANK)));
  for (const mark of text
    .slice(0, MAX_WORDS * 10)
    .match(MARKS)
    ?.slice(0, MAX_MARKS) ?? []) {
    hashed.words.push(finish(hashString(mark, MARK_SEED)));
  }
  return hashed;
}
