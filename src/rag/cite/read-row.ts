import { type TextSpan } from '../text/split-sentences.js';
import { tokenizeText } from '../text/tokenize-text.js';
import { type Figure } from './figure.js';
import { readCell, type TableCell } from './read-cell.js';
import { readDenials, type Denial } from './read-denials.js';
import { addSlot } from './read-names.js';
import { readWords } from './read-sentence.js';
import { readSides } from './read-sides.js';
import { type Statement } from './statement.js';

/** More are not looked up cell by cell, which costs the square. */
const MAX_ROW_FIGURES = 40;

/** A table row with its cells; a span of no length stands for a header that is not there. */
export function readRow(
  text: string,
  spans: { header: TextSpan; row: TextSpan },
  figures: readonly Figure[],
  about: ReadonlySet<string>,
): Statement {
  const headings = cellsOf(text, spans.header);
  const cells = cellsOf(text, spans.row);
  const first = cells[0] === undefined ? '' : text.slice(cells[0].start, cells[0].end);
  const columns = cells.map((cell, index): TableCell => readCell(text, cell, headings[index], first));
  const subject = columns[0]?.terms ?? [];
  const words = readWords(text, spans.row);
  const denials = [
    ...readDenials(words, text),
    ...columns.slice(1).flatMap((column) => denyHeading(column, text, subject)),
  ];
  return {
    text: text.slice(spans.row.start, spans.row.end),
    ...spans.row,
    terms: new Set([...columns.flatMap((column) => column.headingTerms), ...words.flatMap(({ term }) => term ?? [])]),
    words,
    names: new Set(subject),
    slots: slotsOf(columns[0], columns.slice(1)),
    subject: columns[0] === undefined ? null : first.trim(),
    cells: columns.slice(1).map((column) => ({
      column: nameColumn(column),
      heading: column.heading,
      text: text.slice(column.start, column.end),
      terms: column.terms,
    })),
    about,
    denials,
    sides: readSides(tokenizeText(first).map(({ word }) => word.toLowerCase())),
    figures: figures.slice(0, MAX_ROW_FIGURES).flatMap((figure) => {
      const column = columns.find(({ start, end }) => figure.start >= start && figure.end <= end);
      if (column === undefined) return [];
      return {
        figure: column.complete(figure),
        own: new Set<string>(),
        near: new Set([...subject, ...column.headingTerms, ...column.terms]),
        names: new Set(subject),
        sides: column.sides,
        part: column.start,
      };
    }),
  };
}

const DENIED = /^\s*(?:no|none|never|not (?:included|available|offered|supported|possible|applicable))\s*$/i;

/** "Recordings: no" denies what its heading says. */
function denyHeading({ start, end, headingTerms }: TableCell, text: string, subject: readonly string[]): Denial[] {
  if (headingTerms.length === 0 || !DENIED.test(text.slice(start, end))) return [];
  return [{ subject, terms: headingTerms, whole: true }];
}

/** The rows of one table are about things of one kind, and so are the cells of one column. */
function slotsOf(subject: TableCell | undefined, others: readonly TableCell[]): Map<string, Set<string>> {
  const slots = new Map<string, Set<string>>();
  if (subject !== undefined) {
    const own = [`|${subject.headingTerms.join(' ')}`, ...subject.headingTerms.map((term) => `>${term}`)];
    for (const name of subject.terms) for (const slot of own) addSlot(slots, name, slot);
  }
  for (const column of others) for (const term of column.terms) addSlot(slots, term, nameColumn(column));
  return slots;
}

function nameColumn({ headingTerms }: TableCell): string {
  return `#${headingTerms.join(' ')}`;
}

function cellsOf(text: string, row: TextSpan): TextSpan[] {
  const cells: TextSpan[] = [];
  let start = row.start + 1;
  while (start < row.end) {
    const bar = text.indexOf('|', start);
    const end = bar === -1 || bar > row.end ? row.end : bar;
    cells.push({ start, end });
    start = end + 1;
  }
  return cells;
}
