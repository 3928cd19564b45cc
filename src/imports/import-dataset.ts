import { type EntityManager } from 'typeorm';

/** Why a row, or a cell of it, was not taken as it stands. */
export type FindingCode =
  | 'bad_id'
  | 'unknown_reference'
  | 'duplicate_row'
  | 'missing_value'
  | 'ambiguous_date_order'
  | 'bad_date'
  | 'impossible_date'
  | 'bad_number'
  | 'bad_email'
  | 'bad_flag'
  | 'respelled_value'
  | 'contradictory_values'
  | 'ragged_row'
  | 'bad_encoding'
  | 'truncated_row'
  | 'formula_cell';

export interface RowFinding {
  code: FindingCode;
  column: string | null;
  value: string;
  suggestion?: string;
}

/** Cells by column name, trimmed; missing ones (empty, `null`, `N/A`) are the empty string. */
export type RawRow = ReadonlyMap<string, string>;

/** Either the row (with remarks about cells that were left out), or why it cannot be taken. */
export type CleanResult<Row> = { row: Row; findings?: readonly RowFinding[] } | { findings: readonly RowFinding[] };

export interface SaveCounts {
  inserted: number;
  updated: number;
  unchanged: number;
}

/** A column a dataset knows, by the name its rows use; `aliases` are other headers that mean it. */
export interface DatasetColumn {
  name: string;
  required: boolean;
  aliases?: readonly string[];
}

/** What a feature teaches the importer about its rows. Columns it does not know are handed to `cleanRow` all the same. */
export interface ImportDataset<Row> {
  readonly name: string;
  readonly columns: readonly DatasetColumn[];
  /** Pure; never throws on a row. */
  cleanRow(raw: RawRow): CleanResult<Row>;
  /** The natural key: rows of one file that share it are merged into the first. */
  keyOf(row: Row): string;
  /** Writes a batch inside the import's transaction; the counts add up to `rows.length`. */
  save(rows: readonly Row[], manager: EntityManager): Promise<SaveCounts>;
}
