import { type RowFinding } from '../import-dataset.js';

/**
 * One record of a table. Cells are text as it stands, untrimmed; in a workbook dates are ISO text, numbers plain decimals,
 * booleans TRUE or FALSE, error values nothing. Columns in `fault` and `notes` are header cells as they stand in the file.
 */
export interface TableRecord {
  /** As a spreadsheet counts: the header's row is the one it stands in, a cell with line breaks is still one row. */
  row: number;
  /** null where the record cannot be told apart into cells; `fault` says why then. */
  cells: readonly string[] | null;
  fault?: RowFinding;
  notes?: readonly RowFinding[];
}

/** A table that was recognised, with what was told from the file itself. */
export interface OpenTable {
  format: 'csv' | 'xlsx';
  /** `utf-8`, `utf-8-bom`, `utf-16le`, `iso-8859-1`, `windows-1252` or another WHATWG name; null for workbooks. */
  encoding: string | null;
  /** null for workbooks and for a table of one column. */
  delimiter: string | null;
  lineEnd: 'LF' | 'CRLF' | 'CR' | null;
  /** null where no cell of the file's beginning is quoted. */
  quote: string | null;
  /** As it stands: duplicates, blanks and empty names included. */
  header: readonly string[];
  headerRow: number;
  sheet: string | null;
  /**
   * The records below the header. May be called more than once, every call reads the file anew; memory is bounded.
   * A cell may share memory with the block of the file it was cut from: who keeps cells beyond the row copies them.
   * @throws FileRefused when the file turns out to be unreadable on the way; the signal's reason when it is aborted
   */
  records(signal?: AbortSignal): AsyncGenerator<TableRecord, void>;
  /**
   * The same, a block of the file at a time: a promise for each of a million records costs time, and memory until the chain
   * of them is collected.
   */
  blocks(signal?: AbortSignal): AsyncGenerator<Iterable<TableRecord>, void>;
  close(): Promise<void>;
}

/** Blocks one record at a time. */
export async function* eachRecord(blocks: AsyncIterable<Iterable<TableRecord>>): AsyncGenerator<TableRecord, void> {
  for await (const block of blocks) yield* block;
}
