import { type AnyDataset } from '../dataset.registry.js';
import { type RawRow, type RowContext, type RowFinding, type StagedValue } from '../import-dataset.js';
import { type TableRecord } from '../read/open-table.js';
import { type PlannedColumn } from './plan-columns.js';
import { readValue } from './read-value.js';

/** A record as the staging table takes it, or why it is quarantined; remarks either way. */
export type CleanedRecord =
  | { values: StagedValue[]; notes: readonly RowFinding[] }
  | { rejected: readonly RowFinding[]; notes: readonly RowFinding[] };

/** Looked at more closely only where one of these is; a lone surrogate is no character either. */
const SUSPICIOUS = /[\0\ufffd\ud800-\udfff]/;
const MAX_VALUE_CHARS = 300;

/** The second pass: one record after the other from cells to a row of its dataset. */
export class RowCleaner {
  private readonly repairable: ReadonlySet<string>;
  private readonly headerNames: ReadonlyMap<string, string>;

  constructor(
    private readonly dataset: AnyDataset,
    private readonly columns: readonly PlannedColumn[],
    private readonly context: RowContext,
    repair: boolean,
  ) {
    const { references = [], key } = dataset.target;
    this.repairable = new Set(repair ? [...references.map(({ column }) => column), ...key] : []);
    this.headerNames = new Map(columns.map(({ header, name }) => [header, name ?? header]));
  }

  clean(record: TableRecord): CleanedRecord {
    const notes = (record.notes ?? []).map((note) => this.rename(note));
    const { cells } = record;
    if (cells === null) return { rejected: [this.rename(record.fault ?? cutOff)], notes };
    const fault = this.findFault(cells);
    if (fault !== undefined) return { rejected: [fault], notes };
    if (cells.length > this.columns.length) notes.push(ragged(cells));
    const raw = this.readCells(cells, notes);
    const cleaned = this.dataset.cleanRow(raw, this.context);
    if ('row' in cleaned)
      return { values: this.stage(record.row, null, cleaned.row), notes: this.remark(cleaned, raw, notes) };
    return this.repair(record.row, raw, cleaned.findings, notes);
  }

  /** A row whose only faults are references or keys with a suggestion is staged with it; SQL looks whether that names a stored row. */
  private repair(row: number, raw: RawRow, faults: readonly RowFinding[], notes: RowFinding[]): CleanedRecord {
    const suggested = new Map(raw);
    for (const { column, suggestion } of faults) {
      if (column === null || suggestion === undefined || !this.repairable.has(column))
        return { rejected: faults, notes };
      suggested.set(column, suggestion);
    }
    const again = this.dataset.cleanRow(suggested, this.context);
    if (!('row' in again)) return { rejected: faults, notes };
    const repair = faults.map((fault) => ({ ...fault, value: clip(fault.value) }));
    return { values: this.stage(row, repair, again.row), notes: this.remark(again, suggested, [...notes, ...faults]) };
  }

  private stage(row: number, repair: readonly RowFinding[] | null, clean: unknown): StagedValue[] {
    const values: StagedValue[] = [row, repair];
    for (const column of this.dataset.target.columns) values.push(column.read(clean));
    return values;
  }

  private remark(cleaned: { findings?: readonly RowFinding[] }, raw: RawRow, notes: RowFinding[]): RowFinding[] {
    for (const { name, known } of this.columns) {
      if (known?.expected === true && name !== null && raw.get(name) === '') {
        notes.push({ code: 'missing_value', column: name, value: '' });
      }
    }
    if (cleaned.findings !== undefined) notes.push(...cleaned.findings);
    return notes;
  }

  /** What keeps a record from being told apart into values: another length, or text that is none. */
  private findFault(cells: readonly string[]): RowFinding | undefined {
    const surplus = cells.slice(this.columns.length);
    if (cells.length < this.columns.length || surplus.some((cell) => readValue(cell) !== '')) return ragged(cells);
    const position = cells.findIndex((cell) => SUSPICIOUS.test(cell) && isBroken(cell));
    if (position === -1) return undefined;
    const value = (cells[position] ?? '').replaceAll('\0', '\ufffd').toWellFormed();
    return { code: 'bad_encoding', column: this.columns[position]?.name ?? null, value };
  }

  private readCells(cells: readonly string[], notes: RowFinding[]): RawRow {
    const raw = new Map<string, string>();
    for (const [position, { name, spelling }] of this.columns.entries()) {
      if (name === null) continue;
      const value = readValue(cells[position] ?? '');
      const spelt = spelling === null || value === '' ? value : spelling.canonical(value);
      if (spelt !== value) notes.push({ code: 'respelled_value', column: name, value, suggestion: spelt });
      raw.set(name, spelt);
    }
    return raw;
  }

  /** Readers know a column by its header. */
  private rename(finding: RowFinding): RowFinding {
    const { column } = finding;
    return column === null ? finding : { ...finding, column: this.headerNames.get(column.trim()) ?? column };
  }
}

const cutOff: RowFinding = { code: 'truncated_row', column: null, value: '' };

function ragged(cells: readonly string[]): RowFinding {
  const value = clip(cells.join(','));
  return { code: 'ragged_row', column: null, value: value.replaceAll('\0', '\ufffd').toWellFormed() };
}

function isBroken(cell: string): boolean {
  return cell.includes('\0') || cell.includes('\ufffd') || !cell.isWellFormed();
}

function clip(value: string): string {
  return value.slice(0, MAX_VALUE_CHARS);
}
