/** One word of a text: `key` is what it is compared by, `start` and `end` are UTF-16 offsets into the text. */
export interface Word {
  /** Lower case, without apostrophes and diacritics, at most {@link MAX_KEY_CHARS} long. */
  key: string;
  start: number;
  end: number;
}

/** Longer "words" are noise; folding thousands of stacked combining marks would not be linear. */
const MAX_KEY_CHARS = 64;
const WORD = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;
const ASCII_ONLY = /^[a-z0-9]*$/;

/** The form words are compared by: `Don’t` -> `dont`, `Prêt` -> `pret`. */
export function foldWord(text: string): string {
  const lower = text.slice(0, MAX_KEY_CHARS).toLowerCase();
  if (ASCII_ONLY.test(lower)) return lower;
  return lower.normalize('NFD').replace(/[\p{M}'’]/gu, '');
}

/** The first `maxWords` words of a text, in one linear pass. Emoji, punctuation and lone surrogates are no words. */
export function splitWords(text: string, maxWords = 20_000): Word[] {
  const words: Word[] = [];
  WORD.lastIndex = 0;
  for (let match = WORD.exec(text); match !== null; match = WORD.exec(text)) {
    words.push({ key: foldWord(match[0]), start: match.index, end: match.index + match[0].length });
    if (words.length >= maxWords) break;
  }
  return words;
}
