import { type DateOrder } from '../clean/date-order.js';
import { type FindingCode } from '../import-dataset.js';
import { type FileFailureCode } from '../read/file-refused.js';

export interface FindingExample {
  /** As a spreadsheet counts. */
  row: number;
  value: string;
  suggestion?: string;
}

export interface ReportedFinding {
  code: FindingCode;
  column: string | null;
  count: number;
  /** The first few. */
  examples: FindingExample[];
}

/** What a column of the file holds, as it stands there. */
export interface ColumnProfile {
  header: string;
  /** null: left out. */
  column: string | null;
  filled: number;
  distinct: number;
  /** false: there are more values than were kept in memory; `distinct` is then how many were, and counts of `top` are lower bounds. */
  distinct_exact: boolean;
  min: string | null;
  max: string | null;
  top: { value: string; count: number }[];
}

export interface DateOrderReport {
  column: string;
  /** null: nothing proves one. */
  order: DateOrder | null;
  evidence: { row: number; value: string }[];
}

export interface RowCounts {
  rows_in: number;
  inserted: number;
  updated: number;
  unchanged: number;
  merged: number;
  quarantined: number;
}

/** How the file was read. */
export interface FileFormat {
  format: string;
  encoding: string | null;
  delimiter: string | null;
  line_end: string | null;
  quote: string | null;
  sheet: string | null;
  header_row: number;
}

export type FileStatus = 'completed' | 'completed_with_rejects' | 'failed';

/** What became of one file. Always `rows_in = inserted + updated + unchanged + merged + quarantined`. */
export interface FileReport extends RowCounts {
  status: FileStatus;
  /** Set when the file was refused as a whole; nothing of it was stored then. */
  failure: { code: FileFailureCode; message: string } | null;
  format: FileFormat | null;
  header_map: { header: string; column: string | null }[];
  date_orders: DateOrderReport[];
  columns: ColumnProfile[];
  findings: ReportedFinding[];
}

export const NO_ROWS: Readonly<RowCounts> = {
  rows_in: 0,
  inserted: 0,
  updated: 0,
  unchanged: 0,
  merged: 0,
  quarantined: 0,
};

/** The report of a file that was refused as a whole. */
export function failedReport(code: FileFailureCode, message: string): FileReport {
  const nothing = { format: null, header_map: [], date_orders: [], columns: [], findings: [] };
  return { status: 'failed', failure: { code, message }, ...NO_ROWS, ...nothing };
}
