import { isCode, type PreparedRow, type PreparedSentence } from './prepare-passage.js';
import { listColumnsForSize, rowHoldsSize } from './rate-size-fit.js';
import { type TableRow } from './read-passage.js';
import { conceptOf } from './read-terms.js';
import { type Question } from './weigh-questions.js';

/** A row of which neither the subject nor a column was asked for says more about other things. */
const UNASKED_ROW = 0.5;
/** Where two things are compared, the rows about them come before what is said about one. */
const COMPARES = 1.6;
/** A row for another number of people than the one asked for. */
const OTHER_SIZE = 0.4;
/** What only leads up to a question names no row. */
const NAMED_FROM = 0.4;

type Asked = Pick<Question, 'weights' | 'size'>;
/** The tables with a row the question names. */
export type NamedTables = ReadonlySet<TableRow['table']>;

/** Whether a row is about what was asked; 0 for one about something else than the one the question names. */
export function rateRow(row: PreparedRow, asked: Asked, tables: NamedTables, compares: boolean): number {
  const holdsSize = rowHoldsSize(row, asked.size);
  const sizeFit = holdsSize === false ? OTHER_SIZE : 1;
  const emphasis = compares && isRowAsked(row, asked) ? COMPARES : 1;
  return rateSubject(row, asked, tables) * sizeFit * emphasis;
}

/** Whether the question asks for this very row: by the number it is for, or by its name. */
export function isRowAsked(row: PreparedRow, { weights, size }: Asked): boolean {
  return rowHoldsSize(row, size) ?? namesRow(row, weights);
}

function rateSubject(row: PreparedRow, { weights }: Asked, tables: NamedTables): number {
  if (namesRow(row, weights)) return 1;
  if (tables.has(row.table)) return 0;
  return askedColumns(row, weights, null) === undefined ? UNASKED_ROW : 1;
}

/** Whether a question names what a row is about: by its code, or by more than half of what tells it from the others. */
function namesRow({ names }: PreparedRow, question: Question['weights']): boolean {
  const met = names.filter((term) => (question.get(term) ?? 0) >= NAMED_FROM);
  return met.some(isCode) || met.length > names.length / 2;
}

/** The tables that have a row the question names. */
export function listNamedTables(
  sentences: readonly PreparedSentence[],
  question: Question['weights'],
): TableRow['table'][] {
  return sentences.flatMap(({ row }) => (row !== null && namesRow(row, question) ? [row.table] : []));
}

/** The columns for the number asked for, else those whose names meet the question best; undefined when none does. */
export function askedColumns(
  row: PreparedRow,
  question: Question['weights'],
  size: number | null,
): ReadonlySet<number> | undefined {
  const forSize = listColumnsForSize(row, size);
  if (forSize.length > 0) return new Set(forSize);
  const met = row.columnTerms.map((terms, i) => (i === 0 ? 0 : countMet(terms, question)));
  const most = Math.max(0, ...met);
  return most === 0 ? undefined : new Set(met.flatMap((count, i) => (count === most ? [i] : [])));
}

function countMet(terms: ReadonlySet<string>, question: Question['weights']): number {
  let count = 0;
  for (const term of question.keys()) {
    const concept = conceptOf(term);
    if (terms.has(term) || (concept !== undefined && terms.has(concept))) count += 1;
  }
  return count;
}
