import {
  cleanDateTime,
  cleanId,
  cleanMoney,
  cleanNumber,
  type CleanResult,
  type RawRow,
  type RowContext,
  type RowFinding,
} from '../../imports/index.js';

/**
 * Reads the cells of one row of a shop's file. Ids, prices and times are what later answers are made of: a row with a broken one
 * is not taken. Other cells that cannot be read are left out with a remark.
 */
export class RowReader {
  private readonly faults: RowFinding[] = [];
  private readonly notes: RowFinding[] = [];

  constructor(
    private readonly raw: RawRow,
    private readonly context: RowContext,
  ) {}

  /** Empty: null. */
  text(column: string): string | null {
    return this.raw.get(column) || null;
  }

  neededText(column: string): string {
    return this.text(column) ?? this.miss(column, '');
  }

  id(column: string): number {
    return this.optionalId(column) ?? this.missUnlessFaulty(column, 0);
  }

  optionalId(column: string): number | null {
    const value = this.text(column);
    if (value === null) return null;
    const id = cleanId(value);
    if (typeof id === 'number' && id > 0) return id;
    this.faults.push({ ...(typeof id === 'number' ? { code: 'bad_id' } : id), column, value });
    return null;
  }

  /** A decimal as the file means it, not rounded. */
  price(column: string): string {
    const value = this.text(column);
    if (value === null) return this.miss(column, '');
    const cleaned = this.cleanAmount(column, value);
    if (cleaned !== undefined) return cleaned;
    this.faults.push({ code: 'bad_number', column, value });
    return '';
  }

  optionalPrice(column: string): string | null {
    const value = this.text(column);
    if (value === null) return null;
    const cleaned = this.cleanAmount(column, value);
    if (cleaned === undefined) this.notes.push({ code: 'bad_number', column, value });
    return cleaned ?? null;
  }

  optionalNumber(column: string): string | null {
    const value = this.text(column);
    if (value === null) return null;
    const cleaned = cleanNumber(value, this.context.decimalMark(column));
    if ('value' in cleaned) return cleaned.value;
    this.notes.push({ ...cleaned, column, value });
    return null;
  }

  /** ISO 8601, UTC. */
  time(column: string): string {
    return this.optionalTime(column) ?? this.missUnlessFaulty(column, '');
  }

  optionalTime(column: string): string | null {
    const value = this.text(column);
    if (value === null) return null;
    const cleaned = cleanDateTime(value, this.context.dateOrder(column));
    if ('iso' in cleaned) return cleaned.iso;
    this.faults.push({ ...cleaned, column, value });
    return null;
  }

  note(finding: RowFinding): void {
    this.notes.push(finding);
  }

  /** The row, unless one of its cells keeps it from being taken. */
  finish<Row>(row: Row): CleanResult<Row> {
    return this.faults.length > 0 ? { findings: this.faults } : { row, findings: this.notes };
  }

  private cleanAmount(column: string, value: string): string | undefined {
    const cleaned = cleanMoney(value, this.context.decimalMark(column));
    return 'value' in cleaned && !cleaned.value.startsWith('-') ? cleaned.value : undefined;
  }

  private missUnlessFaulty<T>(column: string, nothing: T): T {
    return this.faults.some((fault) => fault.column === column) ? nothing : this.miss(column, nothing);
  }

  private miss<T>(column: string, nothing: T): T {
    this.faults.push({ code: 'missing_value', column, value: '' });
    return nothing;
  }
}
