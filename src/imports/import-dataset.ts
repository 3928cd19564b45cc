import { type EntityManager } from 'typeorm';
import { type DateOrder } from './clean/date-order.js';
import { type DecimalMark } from './clean/decimal-mark.js';

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

/** What was told from the whole file before its rows are cleaned. */
export interface RowContext {
  /** null: nothing in the column proves an order. */
  dateOrder(column: string): DateOrder | null;
  /** null: nothing in the column proves which sign stands before fractions. */
  decimalMark(column: string): DecimalMark | null;
}

/**
 * What the engine does with a column's cells before `cleanRow` sees them: `date` and `month` gather evidence for the order,
 * `number` and `money` for the decimal mark, `spelling` unifies each value to one canonical form. All but `text` and
 * `spelling` are compared clean in the profile.
 */
export type ColumnKind = 'text' | 'id' | 'date' | 'month' | 'spelling' | 'number' | 'money';

/** A column a dataset knows, by the name its rows use. */
export interface DatasetColumn {
  name: string;
  required: boolean;
  /** Other headers that mean it. */
  aliases?: readonly string[];
  /** Headers that mean it in this dataset but may mean anything in another (`id`): no evidence for what a file is. */
  looseAliases?: readonly string[];
  kind?: ColumnKind;
  /** Of a `spelling` column: how the product itself writes the usual values. */
  spellings?: readonly string[];
  /** A row without it is taken, and counted as `missing_value`. */
  expected?: boolean;
}

/** Objects and lists become `jsonb`. */
export type StagedValue = string | number | boolean | null | Readonly<Record<string, unknown>> | readonly object[];

/** A column of the staging table, and of the target unless it is `stagedOnly`. SQL sees the staged row as `s`, the stored one as `t`. */
export interface TargetColumn<Row> {
  name: string;
  /** PostgreSQL's. */
  type: string;
  read(row: Row): StagedValue;
  /** Helps to resolve ids; the target has no such column. */
  stagedOnly?: boolean;
  /** May be null though it is part of the key. */
  nullable?: boolean;
  /** SQL of the inserted value; `s.name` when left out. */
  insert?: string;
  /** SQL of the updated value; `COALESCE(s.name, t.name)` when left out: what a file does not say stays as it is. */
  merge?: string;
}

/** A column that must name an existing row of another table. Checked when all files of the import before this one are written. */
export interface TargetReference {
  column: string;
  table: string;
  key: string;
  /** An empty cell is no fault. */
  optional?: boolean;
  /** SQL of what the file says there, for the report; the column as text when left out. */
  said?: string;
  /** The file's column that says it; `column` when left out. */
  saidIn?: string;
}

/** Where the rows of a dataset go. Identifiers are those of the schema, not quoted. */
export interface ImportTarget<Row> {
  table: string;
  /** The column that names a row for good; the journal of a rollback is kept by it. */
  id: { column: string; type: string };
  /** The natural key: what makes two rows of files the same one. Columns of both staging and target. */
  key: readonly string[];
  /** SQL of what the file says for the key, for the report; the key's columns as text when left out. */
  said?: string;
  /** SQL: among which rows of the target the key is unique; all when left out. */
  where?: string;
  columns: readonly TargetColumn<Row>[];
  references?: readonly TargetReference[];
  /** Further columns an update sets, as SQL. */
  onUpdate?: Readonly<Record<string, string>>;
  /** Tables whose rows belong to a row of this one and go with it: no obstacle to a rollback. */
  owned?: readonly string[];
}

/**
 * What a feature teaches the importer about its rows. The engine knows no dataset: reading, profiles, cleaning order, staging,
 * duplicates, references, writing, journal and rollback follow from this alone.
 */
export interface ImportDataset<Row> {
  readonly name: string;
  readonly columns: readonly DatasetColumn[];
  /** Whether columns it does not know end up in the row (as attributes) or are left out. */
  readonly keepsOtherColumns?: boolean;
  readonly target: ImportTarget<Row>;
  /** Pure; never throws on a row. */
  cleanRow(raw: RawRow, context: RowContext): CleanResult<Row>;
  /**
   * Fills staged columns that need the database (ids for text ids), inside the import's transaction and before references,
   * duplicates and stored rows are looked at. Rows whose reference is unknown get a `_suggestion` where exactly one stored
   * row can be meant.
   * @param staging the staging table's name, ready for SQL
   */
  resolve?(manager: EntityManager, staging: string): Promise<void>;
  /** Takes every `_suggestion` for what its row meant; asked for only when the caller wants repairs. */
  acceptSuggestions?(manager: EntityManager, staging: string): Promise<void>;
  /** What hangs on the written rows (external ids), after they are written. `staging` still holds the rows that were taken. */
  attach?(manager: EntityManager, staging: string): Promise<void>;
  /**
   * After rows were inserted, updated or (rollback) restored or deleted: a table with the natural key columns of every row
   * touched. Same transaction.
   */
  onChanged?(manager: EntityManager, keysTable: string): Promise<void>;
}
