import { type DateOrder } from '../clean/date-order.js';
import { type ColumnProfile, type FileReport, type ReportedFinding } from '../report/file-report.js';
import { type ImportStatus } from '../store/import.entity.js';

/** What was asked for, and where to ask how it goes. */
export class ImportCreatedResponse {
  import_id!: string;
  /** @example queued */
  status!: 'queued';
}

export class ImportProgressResponse {
  rows_read!: number;
  /** null until every file was looked through once. */
  rows_total!: number | null;
}

/** In what order dates write day, month and year, and the first rows that prove it. */
export class DateOrderResponse {
  column!: string;
  order!: DateOrder | null;
  evidence!: { row: number; value: string }[];
}

export class ImportFailureResponse {
  code!: NonNullable<FileReport['failure']>['code'];
  message!: string;
}

export class FindingExampleResponse {
  row!: number;
  value!: string;
  suggestion?: string;
}

export class FindingResponse implements ReportedFinding {
  code!: ReportedFinding['code'];
  column!: string | null;
  count!: number;
  examples!: FindingExampleResponse[];
}

export class TopValueResponse {
  value!: string;
  count!: number;
}

export class ColumnProfileResponse implements ColumnProfile {
  header!: string;
  column!: string | null;
  filled!: number;
  distinct!: number;
  /** false: there are more values than are kept in memory; `distinct` and the counts of `top` are lower bounds. */
  distinct_exact!: boolean;
  min!: string | null;
  max!: string | null;
  top!: TopValueResponse[];
}

/** One file; always `rows_in = inserted + updated + unchanged + merged + quarantined`. */
export class ImportedFileResponse {
  name!: string;
  dataset!: string | null;
  status!: ImportStatus;
  failure?: ImportFailureResponse;
  /** @example csv */
  format!: string | null;
  encoding!: string | null;
  delimiter!: string | null;
  line_end!: string | null;
  quote!: string | null;
  sheet!: string | null;
  header_row!: number | null;
  /** Each header and the column it was taken for; null: left out. */
  header_map!: Record<string, string | null>;
  /** Of the first date column; `date_orders` has all. */
  date_order!: DateOrderResponse | null;
  date_orders!: DateOrderResponse[];
  rows_in!: number;
  inserted!: number;
  updated!: number;
  unchanged!: number;
  merged!: number;
  quarantined!: number;
  columns!: ColumnProfileResponse[];
  findings!: FindingResponse[];
}

export class ImportResponse {
  import_id!: string;
  status!: ImportStatus;
  dry_run!: boolean;
  on_malformed!: 'quarantine' | 'repair';
  progress!: ImportProgressResponse;
  created_at!: string;
  finished_at!: string | null;
  files!: ImportedFileResponse[];
}
