import { isGivenName } from '../../../../nlu/index.js';
import { findAll } from '../../../../shared/find-all.js';
import { type ContentLanguage } from '../../../../llm/index.js';

const WORD = /\p{L}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*/gu;
const CAPITALISED = /^\p{Lu}/u;
const TITLED =
  /(?<!\p{L})(?:Mr|Mrs|Ms|Dr|Prof|Herrn?|Frau|Monsieur|Madame|Mme|Señora?|Sra?)\.? (\p{Lu}[\p{L}\p{M}'’-]+)/gu;
/** Begins a sentence, a quotation or a line. */
const OPENS = /(?:^|[.!?…:;\n“”«»„"(¿¡]|[-–—•])[\s“«„"(]*$/u;
const NO_NAMES: ReadonlySet<string> = new Set(
  (
    "i i’m i’d i’ll i’ve i'm i'd i'll i've e-mail email sms ok faq monday tuesday wednesday thursday friday saturday sunday january february " +
    'march april may june july august september october november december english german french spanish subject re your our'
  ).split(' '),
);
/** Given names that are words as well; at the beginning of a sentence they are. */
const ALSO_WORDS: ReadonlySet<string> = new Set(
  'may will mark grace hope art dawn per frank rob pat sue bill april june august max rose joy faith pierre sol paz mercedes dolores merci'.split(
    ' ',
  ),
);

/**
 * A name in a sentence that nobody gave us, or undefined: a capitalised word where none has to be, a given name, or what
 * follows a title. German writes every noun with a capital, so there only the last two count.
 * @param isKnownWord whether a word (lower case) stands in the record, the passages or the frame
 */
export function findUnknownName(
  sentence: string,
  isKnownWord: (word: string) => boolean,
  language: ContentLanguage,
): string | undefined {
  const titled = findAll(sentence, TITLED).map(([, name = '']) => name);
  const stranger = titled.find((name) => !isKnownWord(name.toLowerCase()));
  if (stranger !== undefined) return stranger;
  for (const { 0: word, index } of findAll(sentence, WORD)) {
    if (!CAPITALISED.test(word) || isKnown(word.toLowerCase(), isKnownWord)) continue;
    if (isGivenName(word) && !ALSO_WORDS.has(word.toLowerCase())) return word;
    if (language !== 'de' && !OPENS.test(sentence.slice(0, index))) return word;
  }
  return undefined;
}

function isKnown(lower: string, isKnownWord: (word: string) => boolean): boolean {
  return NO_NAMES.has(lower) || isKnownWord(lower);
}

/** The words of texts as `findUnknownName` looks them up. */
export function wordsOf(texts: readonly string[]): Set<string> {
  return new Set(texts.flatMap((text) => findAll(text, WORD).map(([word]) => word.toLowerCase())));
}
