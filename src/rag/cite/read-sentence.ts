import { findAll } from '../../shared/find-all.js';
import { type TextSpan } from '../text/split-sentences.js';
import { toTerm, tokenizeText } from '../text/tokenize-text.js';
import { type Figure } from './figure.js';
import { readDenials, type ReadWord } from './read-denials.js';
import { isNameLike, listSlots, namesOf } from './read-names.js';
import { isNumberWord } from './read-number.js';
import { readSides } from './read-sides.js';
import { type StatedFigure, type Statement } from './statement.js';
import { unifyTerm } from './unify-term.js';

/** No sentence of a reader's has more; beyond it figures are not told apart by their places, which costs the square. */
const MAX_BOUND_FIGURES = 40;
const NO_TERMS: ReadonlySet<string> = new Set();

/** One sentence with its figures, which stand in `text` too. */
export function readSentence(
  text: string,
  span: TextSpan,
  figures: readonly Figure[],
  about: ReadonlySet<string> = NO_TERMS,
): Statement {
  const words = readWords(text, span);
  const terms = new Set(words.flatMap(({ term }) => term ?? []));
  const denials = readDenials(words, text);
  const parts = splitParts(text, span, figures);
  const names = new Set(namesOf(words));
  const sides = readSides(words.map(({ lower }) => lower));
  const whole = { near: terms, own: NO_TERMS, names, sides, part: span.start };
  return {
    text: text.slice(span.start, span.end),
    ...span,
    terms,
    words,
    names,
    slots: listSlots(words, text),
    cells: [],
    subject: null,
    about,
    denials,
    sides,
    figures: figures.map((figure) =>
      figures.length > MAX_BOUND_FIGURES
        ? { figure, ...whole }
        : bindFigure(figure, { words, parts, start: span.start }),
    ),
  };
}

const PART_END = /[;:,|–—]\s|\s(?:and|but|while|whereas|or)\s/g;

/** Ends of the parts of a sentence that have a figure each: "120 on Team" and "600 on Enterprise". */
function splitParts(text: string, span: TextSpan, figures: readonly Figure[]): number[] {
  if (figures.length < 2 || figures.length > MAX_BOUND_FIGURES) return [span.end];
  const ends: number[] = [];
  let partStart = span.start;
  const lastFigure = figures.at(-1)?.start ?? 0;
  for (const match of findAll(text.slice(span.start, span.end), PART_END)) {
    const at = span.start + match.index;
    const hasFigure = figures.some((figure) => figure.start >= partStart && figure.end <= at);
    if (!hasFigure || lastFigure < at) continue;
    ends.push(at);
    partStart = at;
  }
  return [...ends, span.end];
}

interface ReadParts {
  words: readonly ReadWord[];
  parts: readonly number[];
  start: number;
}

function bindFigure(figure: Figure, { words, parts, start }: ReadParts): StatedFigure {
  const partEnd = parts.find((end) => figure.start < end) ?? Infinity;
  const partStart = parts.findLast((end) => end <= figure.start) ?? start;
  const within = words.filter((word) => word.start >= partStart && word.start < partEnd);
  const around = within.filter((word) => word.end <= figure.start || word.start >= figure.end);
  const names = namesFor(figure, around, words);
  return {
    figure,
    near: new Set(around.flatMap(({ term }) => term ?? [])),
    own: new Set(within.flatMap((word) => (around.includes(word) ? [] : (word.term ?? [])))),
    names: new Set(names),
    sides: readSides(within.map(({ lower }) => lower)),
    part: partStart,
  };
}

/**
 * The names of its part of the sentence, else those of the whole. What stands before every name is said of all: "up to 5,000
 * messages are free on one plan and cost $900 on another".
 */
function namesFor({ start, kind }: Figure, around: readonly ReadWord[], words: readonly ReadWord[]): string[] {
  const own = namesOf(around);
  if (own.length === 0) return namesOf(words);
  const opens = COUNTS.has(kind) && !words.some((word) => word.start < start && isNameLike(word) && words[0] !== word);
  return opens ? namesOf(words) : own;
}

const COUNTS: ReadonlySet<Figure['kind']> = new Set(['quantity', 'duration']);

/** The words of a stretch of a text with their terms, unified. */
export function readWords(text: string, { start, end }: TextSpan): ReadWord[] {
  return tokenizeText(text.slice(start, end)).map(({ word, start: at, end: until }) => {
    const term = toTerm(word);
    return {
      word,
      lower: word.toLowerCase(),
      term: term === null || /^[\d.,]+$/.test(term) || isNumberWord(word.toLowerCase()) ? null : unifyTerm(term),
      start: start + at,
      end: start + until,
    };
  });
}
