import { repairLetters } from './repair-letters.js';

/** Words that tell no product from another. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  'a an and any are at by do does for from get have has i in is it me my of on or our that the their there this those to was what which with you your'.split(
    ' ',
  ),
);
/** `T-Shirt`, `v neck`: the letter belongs to the word behind it. */
const LETTER_WORD = /\b(?:([a-z])-(?=[a-z]{3})|([tv])\s(?=(?:shirts?|necks?)\b))/gu;

/**
 * The words of a product's name as they are compared: without case, accents, possessives, plurals, punctuation and words
 * that say nothing. Each word once, in the order they stand in.
 */
export function foldName(text: string): string[] {
  const plain = repairLetters(text)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’`´]/gu, '')
    .replace(LETTER_WORD, '$1$2');
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = words.filter((word) => !STOP_WORDS.has(word));
  return [...new Set(telling.map(singular))];
}

/** The same for all names of the same words, whatever their order. */
export function keyOf(words: readonly string[]): string {
  return [...words].sort().join(' ');
}

/** Crude on purpose: both sides of a comparison go through it, so a wrong stem does no harm. */
function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || word.endsWith('ss')) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|ss|x|z)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}
