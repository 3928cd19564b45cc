import { type Word } from '../split-words.js';
import { FUNCTION_WORDS, type KnownLanguage, TELLING_LETTERS } from './function-words.js';
import { guessByScript } from './guess-by-script.js';

/** The opening of a message tells its language; more words would only cost time. */
const MAX_WORDS = 300;
const MAX_LETTER_CHARS = 2_000;
/** What one telling letter adds, in units of a word that only one language has. */
const LETTER_WEIGHT = 0.6;
/** Less than half a word's vote is noise. */
const MIN_VOTES = 0.5;

const LANGUAGES = Object.keys(FUNCTION_WORDS) as KnownLanguage[];
const LANGUAGES_OF_WORD = indexWords();

function indexWords(): Map<string, KnownLanguage[]> {
  const index = new Map<string, KnownLanguage[]>();
  for (const language of LANGUAGES) {
    for (const word of new Set(FUNCTION_WORDS[language].split(/\s+/))) {
      index.set(word, [...(index.get(word) ?? []), language]);
    }
  }
  return index;
}

function countVotes(text: string, words: readonly Word[]): Map<string, number> {
  const votes = new Map<string, number>();
  for (const { key } of words.slice(0, MAX_WORDS)) {
    const languages = LANGUAGES_OF_WORD.get(key) ?? [];
    for (const language of languages) votes.set(language, (votes.get(language) ?? 0) + 1 / languages.length);
  }
  const opening = text.slice(0, MAX_LETTER_CHARS);
  for (const [language, letters] of TELLING_LETTERS) {
    const counted = votes.get(language);
    // Letters support words, they do not replace them: a name like "Müller" does not make a message German.
    if (counted !== undefined && letters.test(opening)) votes.set(language, counted + LETTER_WEIGHT);
  }
  return votes;
}

/**
 * The language of a message as ISO 639-1, or `und` where nothing tells: by its script where that tells, else each function
 * word votes for its languages, a word shared by several counts as a fraction. A tie is no answer.
 */
export function guessLanguage(text: string, words: readonly Word[]): string {
  const byScript = guessByScript(text);
  if (byScript !== undefined) return byScript;
  const [best, second] = [...countVotes(text, words)].sort((a, b) => b[1] - a[1]);
  if (best === undefined || best[1] < MIN_VOTES) return 'und';
  return second !== undefined && second[1] === best[1] ? 'und' : best[0];
}
