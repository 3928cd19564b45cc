import { type PassageFact } from '../../llm.port.js';
import { type Objection } from './read-objection.js';
import { preparePassage, type PreparedSentence } from './prepare-passage.js';
import { conceptOf, stem } from './read-terms.js';
import { type SelectedSentence } from './select-sentences.js';

const HAS_FIGURE = /\d/;
const MAX_SENTENCES = 3;
/** How much of the heading the doubt has to share. */
const MIN_SHARED = 0.3;
const OWN_WORD = 0.7;
const MAX_CHARS = 2_000;
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  'a an the is are am be to we our i my you your it this that do does of for and or in on with'.split(' '),
);

/**
 * The company's own answer to a doubt: the section headed by it, and of that the opening argument with the evidence behind
 * it. Empty where the passages have no such section.
 */
export function selectArgument(
  message: string,
  objection: Objection,
  passages: readonly PassageFact[],
  isUsable: (marker: number, text: string) => boolean,
): SelectedSentence[] {
  const own = readWords(message.slice(0, MAX_CHARS));
  const words = readWords(objection.words);
  const rated = passages
    .filter((passage) => preparePassage(passage).answersDoubts)
    .map((passage) => ({ passage, score: rateHeading(passage, own, words) }))
    .sort((a, b) => b.score - a.score);
  const best = rated[0];
  if (best === undefined || best.score < MIN_SHARED) return [];
  const { marker } = best.passage;
  const sentences = preparePassage(best.passage).sentences.filter(({ text }) => isUsable(marker, text));
  return chooseArgument(sentences, own).map(({ text }) => ({ marker, text }));
}

/** The share of the heading's words that the doubt has: its own count more than the usual ones for its topic. */
function rateHeading({ heading }: PassageFact, own: ReadonlySet<string>, words: ReadonlySet<string>): number {
  const headed = readWords(heading.split(' > ').at(-1) ?? '');
  if (headed.size === 0) return 0;
  let met = 0;
  for (const word of headed) {
    if (words.has(word) || sharesConcept(word, words)) met += 1;
    else if (own.has(word)) met += OWN_WORD;
  }
  return met / headed.size;
}

function sharesConcept(word: string, words: ReadonlySet<string>): boolean {
  const concept = conceptOf(word);
  return concept !== undefined && [...words].some((other) => conceptOf(other) === concept);
}

/** More than the words with a topic: in a heading such as "We have no time" the small ones say it. */
function readWords(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return new Set(words.filter((word) => !FUNCTION_WORDS.has(word)).map(stem));
}

/** The first sentence is the argument; behind it the figures that carry it, those about what was said first. */
function chooseArgument(sentences: readonly PreparedSentence[], own: ReadonlySet<string>): PreparedSentence[] {
  const [argument, ...rest] = sentences;
  if (argument === undefined) return [];
  const evidence = rest
    .map((sentence, order) => ({ sentence, order, shared: [...own].filter((term) => sentence.terms.has(term)).length }))
    .filter(({ sentence }) => HAS_FIGURE.test(sentence.text))
    .sort((a, b) => b.shared - a.shared || a.order - b.order)
    .slice(0, MAX_SENTENCES - 1)
    .sort((a, b) => a.order - b.order);
  const chosen = evidence.length > 0 ? evidence.map(({ sentence }) => sentence) : rest.slice(0, 1);
  return [argument, ...chosen];
}
