import { foldWord } from '../../split-words.js';
import { GIVEN_NAMES } from './given-names.js';

/** Whether a word, as it is written, is a common given name: capitalised, and one of the list. */
export function isGivenName(word: string): boolean {
  return /^\p{Lu}/u.test(word) && GIVEN_NAMES.has(foldWord(word));
}
