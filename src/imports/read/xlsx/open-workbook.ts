import { type RowFinding } from '../../import-dataset.js';
import { findHeader, HEADER_SEARCH_RECORDS } from '../find-header.js';
import { type ReadLimits } from '../read-limits.js';
import { eachRecord, type OpenTable, type TableRecord } from '../table.js';
import { cellText } from './cell-text.js';
import { MergedColumns } from './merged-columns.js';
import { type NumberMeaning, readNumberFormat } from './number-format.js';
import { type RawRow, type SheetFacts } from './workbook-protocol.js';
import { WorkbookThread } from './workbook-thread.js';

/**
 * Opens the first sheet of a workbook that holds anything, visible ones before hidden ones.
 * @throws FileRefused for what is no workbook, or one that cannot be read within the limits
 */
export async function openWorkbook(path: string, limits: ReadLimits): Promise<OpenTable> {
  const thread = new WorkbookThread(path, limits);
  try {
    const sheet = new SheetTable(await thread.getSheet());
    const { header, headerRow } = await readHeader(thread, sheet);
    return {
      format: 'xlsx',
      encoding: null,
      delimiter: null,
      lineEnd: null,
      quote: null,
      header,
      headerRow,
      sheet: sheet.facts.name,
      records: (signal) => eachRecord(readBlocks(thread, sheet, { header, headerRow }, signal)),
      blocks: (signal) => readBlocks(thread, sheet, { header, headerRow }, signal),
      close: async () => thread.close(),
    };
  } catch (error) {
    await thread.close();
    throw error;
  }
}

/** The sheet's formats, looked up once for each style instead of for each cell. */
class SheetTable {
  private readonly meanings: NumberMeaning[];

  constructor(readonly facts: SheetFacts) {
    this.meanings = facts.formats.map((format) => readNumberFormat(format));
  }

  /** All cells of a row up to its last filled one. */
  texts(row: RawRow): string[] {
    const texts: string[] = [];
    for (const [column, type, style, text] of row.cells ?? []) {
      while (texts.length < column) texts.push('');
      texts.push(cellText(type, text, this.meanings[style] ?? 'number', this.facts.date1904));
    }
    return texts;
  }
}

interface HeaderPlace {
  header: string[];
  headerRow: number;
}

async function readHeader(thread: WorkbookThread, sheet: SheetTable): Promise<HeaderPlace> {
  const first: { row: number; cells: string[] }[] = [];
  for await (const rows of thread.rows()) {
    for (const row of rows) first.push({ row: row.row, cells: sheet.texts(row) });
    if (first.length >= HEADER_SEARCH_RECORDS) break;
  }
  const found = first[findHeader(first.map(({ cells }) => cells))];
  return { header: withoutEmptyEnd(found?.cells ?? []), headerRow: found?.row ?? 1 };
}

async function* readBlocks(
  thread: WorkbookThread,
  sheet: SheetTable,
  { header, headerRow }: HeaderPlace,
  signal?: AbortSignal,
): AsyncGenerator<Iterable<TableRecord>, void> {
  const merged = new MergedColumns(sheet.facts.merged, headerRow);
  for await (const rows of thread.rows(signal)) {
    yield rows.flatMap((row) => (row.row <= headerRow ? [] : (toRecord(row, sheet, merged, header) ?? [])));
  }
}

/** undefined for a row of blanks. */
function toRecord(row: RawRow, sheet: SheetTable, merged: MergedColumns, header: string[]): TableRecord | undefined {
  if (row.cells === null) {
    return {
      row: row.row,
      cells: null,
      fault: { code: 'ragged_row', column: null, value: 'A cell beyond the last column.' },
    };
  }
  const cells = withoutEmptyEnd(sheet.texts(row), header.length);
  if (cells.every((cell) => cell.trim() === '')) return undefined;
  merged.fill(row.row, cells);
  while (cells.length < header.length) cells.push('');
  const notes = row.cells.flatMap(([column, , , , formula]): RowFinding[] =>
    formula === undefined ? [] : [{ code: 'formula_cell', column: header[column] ?? null, value: formula }],
  );
  return notes.length === 0 ? { row: row.row, cells } : { row: row.row, cells, notes };
}

/** A sheet has no end of its rows but its last filled cell: empty ones beyond the header count for nothing. */
function withoutEmptyEnd(cells: string[], width = 0): string[] {
  let end = cells.length;
  while (end > width && cells[end - 1] === '') end -= 1;
  return cells.slice(0, end);
}
