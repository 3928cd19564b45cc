import { findContradicting } from './find-contradictions.js';
import { findRepeated, type Repeated } from './find-repeated.js';
import { type Reading } from './read-evidence.js';
import { isComparable, saysSame } from './compare-figures.js';
import { settleRow } from './settle-row.js';
import { type StatedFigure } from './statement.js';

/** What a sentence quotes: the statements it repeats, or the text whose rows say something else than the row it gives. */
export interface SettledQuote {
  readonly repeated: readonly Repeated[];
  readonly otherwise: Reading | null;
}

/**
 * Settles a sentence that repeats sentences of the evidence or is written as a row of one of its tables; null for any
 * other one. What is quoted is true unless another text says otherwise of the same (`findContradictingFigure`).
 */
export function settleQuote(sentence: string, knowledge: readonly Reading[]): SettledQuote | null {
  const repeated = findRepeated(sentence, knowledge);
  if (repeated !== null) return { repeated, otherwise: null };
  const settled = settleRow(sentence, knowledge);
  if (settled === null) return null;
  const { verdict, reading, row } = settled;
  if (verdict === 'contradicted') return { repeated: [], otherwise: reading };
  return { repeated: [{ reading, statement: row }], otherwise: null };
}

/** The text that has another value for what a quoted figure is of, or null. */
export function findContradictingFigure(
  { figure }: StatedFigure,
  { reading, statement }: Repeated,
  all: readonly Reading[],
): Reading | null {
  const stated = statement.figures.find((own) => isComparable(figure, own.figure) && saysSame(figure, own.figure));
  return stated === undefined ? null : findContradicting({ reading, statement, stated }, all);
}
