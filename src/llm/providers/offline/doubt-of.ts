import { type DoubtFact } from '../../llm.port.js';
import { type TableRow } from './read-passage.js';

const MARKUP = /[|*`_\s]+/g;

type Reason = DoubtFact['reason'];

/**
 * Why a sentence must not be repeated, if it must not: what its passage says in doubt is part of it, or it is part of that.
 * Of a row only the columns asked for count, for only those are repeated.
 * @param columns indexes of the columns asked for; undefined for all
 */
export function doubtOf(
  { marker, text, row }: { marker: number; text: string; row: TableRow | null },
  doubts: readonly DoubtFact[],
  columns?: ReadonlySet<number>,
): Reason | undefined {
  const own = doubts.filter((doubt) => doubt.marker === marker);
  if (own.length === 0) return undefined;
  const said = row === null ? [text] : [row.cells.join(' '), ...row.cells.filter((_, i) => columns?.has(i) !== false)];
  const parts = said.map(normalise).filter((part) => part !== '');
  return own.find((doubt) => holds(parts, normalise(doubt.text), row !== null))?.reason;
}

/** A doubted cell has to be one of the row's own cells; a doubted sentence or row may be longer or shorter than what is said. */
function holds(parts: readonly string[], doubted: string, isRow: boolean): boolean {
  if (doubted === '') return false;
  const [whole = '', ...cells] = parts;
  if (isRow) return whole === doubted || cells.includes(doubted);
  return whole.includes(doubted) || doubted.includes(whole);
}

function normalise(text: string): string {
  return text.replace(MARKUP, ' ').trim().toLowerCase();
}
