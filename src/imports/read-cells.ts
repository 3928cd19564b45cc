import { type RawRow, type RowFinding } from './import-dataset.js';

const MISSING: ReadonlySet<string> = new Set(['', 'null', 'NULL', 'n/a', 'N/A']);

/**
 * The cells of one record by column name, or why they are none: a record of another length than the header cannot be
 * told which cell is which, and a text that is not clean Unicode cannot be stored.
 */
export function readCells(cells: readonly string[], names: readonly string[]): RawRow | RowFinding {
  const joined = cells.join(',');
  if (cells.length !== names.length) return { code: 'ragged_row', column: null, value: joined };
  const broken = cells.findIndex((cell) => cell.includes('\0') || cell.includes('\ufffd'));
  if (broken !== -1) {
    const value = (cells[broken] ?? '').replaceAll('\0', '\ufffd');
    return { code: 'bad_encoding', column: names[broken] ?? null, value };
  }
  const row = new Map<string, string>();
  for (const [position, name] of names.entries()) {
    const cell = (cells[position] ?? '').trim();
    // Of two columns with one name the first counts.
    if (!row.has(name)) row.set(name, MISSING.has(cell) ? '' : cell);
  }
  return row;
}
