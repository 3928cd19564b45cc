import { findAll } from '../../shared/find-all.js';
import { stemmer } from 'stemmer';

import { STOP_WORDS } from './stop-words.js';

/** A word with its place in the text (UTF-16 units, end exclusive). */
export interface WordSpan {
  word: string;
  start: number;
  end: number;
}

/**
 * A Han or kana sign counts as a word of its own (those scripts set no spaces); elsewhere a word is a run of letters,
 * marks and digits, with inner apostrophes, decimal points and digit groups kept together: `don't`, `99.9`, `1,200`.
 */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}\p{M}])+(?:['’](?=\p{L})\p{L}+|[.,](?=\d)\d+)*/gu;
/** The same words where the text has no other characters; many times faster. */
const PLAIN_WORD = /[A-Za-z0-9]+(?:'[A-Za-z]+|[.,]\d+)*/g;
const ASCII_WORD = /^[a-z]+$/;
const NON_ASCII = /[^\0-\x7f]/;
const MARKS = /\p{M}+/gu;
const APOSTROPHES = /['’]/g;
const DIGIT_GROUP = /(?<=\d),(?=\d{3})/g;

/** A B-tree entry holds some 2,700 bytes; no real word comes near this, a pasted key or base64 blob does. */
const MAX_TERM_LENGTH = 48;
/** Words repeat, so stems are remembered; emptied when full, because a hostile vocabulary never ends. */
const MAX_REMEMBERED = 50_000;
const remembered = new Map<string, string | null>();

/** The words of a text in order, as written. Linear in the text's length. */
export function tokenizeText(text: string): WordSpan[] {
  const words: WordSpan[] = [];
  for (const match of findAll(text, wordsOf(text))) {
    words.push({ word: match[0], start: match.index, end: match.index + match[0].length });
  }
  return words;
}

/** The index terms of a text in order, repeated as often as they occur: lower case, no stop words, Porter stems. */
export function toTerms(text: string): string[] {
  const terms: string[] = [];
  for (const word of text.match(wordsOf(text)) ?? []) {
    const term = toTerm(word);
    if (term !== null) terms.push(term);
  }
  return terms;
}

function wordsOf(text: string): RegExp {
  return NON_ASCII.test(text) ? WORD : PLAIN_WORD;
}

/** The index term of one word, or null for a stop word. */
export function toTerm(word: string): string | null {
  let term = remembered.get(word);
  if (term === undefined) {
    term = stemWord(word);
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    if (word.length <= MAX_TERM_LENGTH) remembered.set(word, term);
  }
  return term;
}

/** Porter's algorithm knows English letters only; other scripts are folded (case, compatibility forms, accents) and kept. */
function stemWord(word: string): string | null {
  let folded = word.toLowerCase().replace(APOSTROPHES, '').replace(DIGIT_GROUP, '');
  if (NON_ASCII.test(folded)) folded = folded.normalize('NFKD').replace(MARKS, '').normalize('NFC');
  if (folded === '' || STOP_WORDS.has(folded)) return null;
  if (ASCII_WORD.test(folded)) return stemmer(folded.slice(0, MAX_TERM_LENGTH));
  return cutWholeCharacters(folded, MAX_TERM_LENGTH);
}

/** The first units of a text without tearing a surrogate pair. */
function cutWholeCharacters(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const torn = (text.charCodeAt(maxLength - 1) & 0xfc00) === 0xd800;
  return text.slice(0, torn ? maxLength - 1 : maxLength);
}
