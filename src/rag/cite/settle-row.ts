import { isGarbled } from './find-garbled-figures.js';
import { findFigures } from './find-figures.js';
import { normalizeQuote } from './normalize-quote.js';
import { type Reading } from './read-evidence.js';
import { NUMBER_WORDS, readNumber } from './read-number.js';
import { isComparable, saysSame } from './compare-figures.js';
import { type RowCell, type Statement } from './statement.js';
import { toTerms } from '../text/tokenize-text.js';
import { unifyTerm } from './unify-term.js';

/** How the rows of the evidence settle a sentence that is written like one. */
export interface SettledRow {
  readonly verdict: 'verified' | 'contradicted';
  readonly reading: Reading;
  readonly row: Statement;
}

/**
 * Settles a sentence that is written as a row of a table ("Group: price per seat $39, support e-mail." or "Group – seats: 3
 * to 100; …"): verified when one row of that name has all it says under those headings, contradicted when each row of that
 * name that has such headings says something else in one of them. Null for any other sentence.
 */
export function settleRow(sentence: string, readings: readonly Reading[]): SettledRow | null {
  if (sentence.length > MAX_CHARACTERS || !MAY_BE_ROW.test(sentence)) return null;
  const said = normalizeQuote(sentence);
  const opening = OPENING.exec(said)?.[0].length ?? 0;
  return settleSaid(said, readings) ?? (opening > 0 ? settleSaid(said.slice(opening), readings) : null);
}

const MAX_CHARACTERS = 2_000;
const MAY_BE_ROW = /\p{L}.*?(?::| [–—-]) /su;
/** "In short: …" */
const OPENING = /^[\p{L} ]{1,22}: /u;
const BEHIND_SUBJECT = [' – ', ': ', ' — ', ' - '];
const BETWEEN = ['; ', ', '];

function settleSaid(said: string, readings: readonly Reading[]): SettledRow | null {
  let otherwise: SettledRow | null = null;
  for (const reading of readings) {
    for (const [row, subject] of rowsIn(reading)) {
      if (!said.startsWith(subject)) continue;
      const values = readValues(said, subject.length, row.cells);
      if (values === null) continue;
      if (values.every(([cell, value]) => saysCell(value, cell))) return { verdict: 'verified', reading, row };
      otherwise ??= { verdict: 'contradicted', reading, row };
    }
  }
  return otherwise;
}

const rowsOf = new WeakMap<readonly Statement[], readonly (readonly [row: Statement, subject: string])[]>();

/** The rows of a text that can be read, with their first cells. */
function rowsIn({ statements }: Reading): readonly (readonly [row: Statement, subject: string])[] {
  let rows = rowsOf.get(statements);
  if (rows === undefined) {
    rows = statements.flatMap((row) => {
      const subject = row.subject === null ? '' : normalizeQuote(row.subject);
      return subject === '' ? [] : [[row, subject] as const];
    });
    rowsOf.set(statements, rows);
  }
  return rows;
}

/** What is said under each heading, in the order of the row; null where the text behind the subject is not written so. */
function readValues(said: string, at: number, cells: readonly RowCell[]): [RowCell, string][] | null {
  const mark = BEHIND_SUBJECT.find((sign) => said.startsWith(sign, at));
  if (mark === undefined) return null;
  const starts = findHeadings(said, at + mark.length, cells);
  if (starts.length === 0) return null;
  return starts.map(({ cell, valueAt }, index) => {
    const next = starts[index + 1];
    return [cell, said.slice(valueAt, next?.start)];
  });
}

interface HeadingPlace {
  cell: RowCell;
  start: number;
  valueAt: number;
}

/** The headings a text names one after the other; the first of them stands right at its begin. */
function findHeadings(said: string, from: number, cells: readonly RowCell[]): HeadingPlace[] {
  const places: HeadingPlace[] = [];
  let at = from;
  for (const cell of cells) {
    if (cell.heading === '') continue;
    const start = places.length === 0 ? from : findBehindMark(said, cell.heading, at);
    if (start === -1 || !said.startsWith(cell.heading, start)) continue;
    const behind = start + cell.heading.length;
    const valueAt = said.startsWith(': ', behind) ? behind + 2 : said.startsWith(' ', behind) ? behind + 1 : -1;
    if (valueAt === -1) continue;
    places.push({ cell, start, valueAt });
    at = valueAt;
  }
  return places;
}

function findBehindMark(said: string, heading: string, from: number): number {
  const places = BETWEEN.map((mark) => ({ at: said.indexOf(mark + heading, from), length: mark.length }));
  const first = places.filter(({ at }) => at !== -1).sort((a, b) => a.at - b.at)[0];
  return first === undefined ? -1 : first.at + first.length;
}

const IN_WORDS = new RegExp(String.raw`\b${NUMBER_WORDS}\b`, 'g');

function writeDigits(text: string): string {
  return text.replace(IN_WORDS, (word) => {
    const number = readNumber(word);
    return Number.isFinite(number) ? String(number) : word;
  });
}

/** The same words, or the same figures and no word and no denial that the cell does not have. */
function saysCell(said: string, cell: RowCell): boolean {
  if (isGarbled(cell.text)) return false;
  const value = writeDigits(said.replace(/[;,\s]+$/, ''));
  const written = writeDigits(normalizeQuote(cell.text));
  if (value === written) return true;
  if (countDenials(value) !== countDenials(written)) return false;
  const [mine, theirs] = [readValue(value), readValue(written)];
  if (mine.figures.length + mine.terms.length === 0) return false;
  const sameFigures =
    mine.figures.length === theirs.figures.length &&
    mine.figures.every((figure, index) => {
      const other = theirs.figures[index];
      return other !== undefined && isComparable(figure, other) && saysSame(figure, other) && saysSame(other, figure);
    });
  return sameFigures && standInOrder(mine.terms, theirs.terms);
}

const DENIAL = /\b(?:not?|none|never|without|un\w+)\b/g;

function countDenials(value: string): number {
  return value.match(DENIAL)?.length ?? 0;
}

function standInOrder(terms: readonly string[], all: readonly string[]): boolean {
  let at = 0;
  return terms.every((term) => {
    at = all.indexOf(term, at) + 1;
    return at > 0;
  });
}

function readValue(value: string): { figures: ReturnType<typeof findFigures>; terms: string[] } {
  const figures = findFigures(value);
  let rest = value;
  for (const { start, end } of figures) rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  return { figures, terms: toTerms(rest).map(unifyTerm) };
}
