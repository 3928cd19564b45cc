import { splitSentences } from '../text/split-sentences.js';
import { isGarbled } from './find-garbled-figures.js';
import { normalizeQuote } from './normalize-quote.js';
import { type Reading } from './read-evidence.js';
import { type Statement } from './statement.js';

/** A statement of the evidence that a sentence repeats word for word. */
export interface Repeated {
  readonly reading: Reading;
  readonly statement: Statement;
}

const quotesOf = new WeakMap<readonly Statement[], ReadonlyMap<string, Statement>>();

/**
 * The statements a text consists of when the evidence has each of its sentences word for word; null where it has not.
 * What it cites says it, so nothing in it is weighed. Instructions to a model are no statements, garbled ones no proof.
 */
export function findRepeated(text: string, readings: readonly Reading[]): Repeated[] | null {
  const whole = findQuoted(text, readings);
  if (whole !== null) return [whole];
  const spans = splitSentences(text);
  if (spans.length < 2 || spans.length > MAX_SENTENCES) return null;
  const found = spans.flatMap(({ start, end }) => findQuoted(text.slice(start, end), readings) ?? []);
  return found.length === spans.length ? found : null;
}

/** Drafts are checked sentence by sentence; more than a few are no sentence. */
const MAX_SENTENCES = 8;
const MAX_CHARACTERS = 1_000;
const HAS_LETTER = /\p{L}/u;

function findQuoted(sentence: string, readings: readonly Reading[]): Repeated | null {
  if (sentence.length > MAX_CHARACTERS || !HAS_LETTER.test(sentence)) return null;
  const quote = normalizeQuote(sentence);
  for (const reading of readings) {
    const statement = quotesIn(reading).get(quote);
    if (statement !== undefined) return { reading, statement };
  }
  return null;
}

function quotesIn({ statements }: Reading): ReadonlyMap<string, Statement> {
  let quotes = quotesOf.get(statements);
  if (quotes === undefined) {
    const prose = statements.filter(({ subject, text }) => subject === null && !isGarbled(text));
    quotes = new Map(prose.map((statement) => [normalizeQuote(statement.text), statement]));
    quotesOf.set(statements, quotes);
  }
  return quotes;
}
