import { FileRefused } from '../read/file-refused.js';
import { type OpenTable } from '../read/open-table.js';
import { type PlannedColumn } from './plan-columns.js';
import { readValue } from './read-value.js';
import { type RunControl } from './run-control.js';

/**
 * The first pass: what every column holds, what proves the order of its dates, how its values are spelt.
 * @returns how many records the file has
 * @throws FileRefused when there are more than may be
 */
export async function surveyTable(
  table: OpenTable,
  columns: readonly PlannedColumn[],
  { signal, maxRows }: Pick<RunControl, 'signal' | 'maxRows'>,
): Promise<number> {
  let rows = 0;
  for await (const block of table.blocks(signal)) {
    for (const { row, cells } of block) {
      rows += 1;
      if (cells !== null && cells.length >= columns.length) look(row, cells, columns);
    }
    if (rows > maxRows) {
      throw new FileRefused('too_large', `The file has more than the ${maxRows} rows that are taken.`);
    }
  }
  return rows;
}

function look(row: number, cells: readonly string[], columns: readonly PlannedColumn[]): void {
  for (const [position, { profiler, dates, decimals, spelling }] of columns.entries()) {
    const value = readValue(cells[position] ?? '');
    if (value === '') continue;
    profiler.see(value);
    dates?.add({ row, value });
    decimals?.add(value);
    spelling?.add(value);
  }
}
