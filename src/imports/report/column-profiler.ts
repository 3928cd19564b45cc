import { type ColumnProfile } from './file-report.js';
import { copyText } from './finding-tally.js';

/** Values kept per column: enough for every column of kinds, names and places, and small beside a column of keys. */
export const MAX_DISTINCT = 10_000;
const MAX_TOP = 5;
const MAX_SHOWN_CHARS = 100;
/** Longer values are counted by their beginning. */
const MAX_KEPT_CHARS = 200;
const NUMERIC = /^[+-]?\d{1,15}(?:\.\d{1,15})?$/;

/** Looks at a column cell by cell in bounded memory. */
export class ColumnProfiler {
  private readonly counts = new Map<string, number>();
  private filled = 0;
  private isExact = true;
  private isNumeric = true;
  private low: string | null = null;
  private high: string | null = null;

  /** @param value trimmed; empty when missing */
  see(value: string): void {
    if (value === '') return;
    this.filled += 1;
    const key = value.length > MAX_KEPT_CHARS ? value.slice(0, MAX_KEPT_CHARS) : value;
    const count = this.counts.get(key);
    if (count !== undefined) {
      this.counts.set(key, count + 1);
      return;
    }
    if (this.counts.size < MAX_DISTINCT) this.counts.set(copyText(key), 1);
    else this.isExact = false;
    this.stretch(key);
  }

  profile(header: string, column: string | null): ColumnProfile {
    return {
      header,
      column,
      filled: this.filled,
      distinct: this.counts.size,
      distinct_exact: this.isExact,
      min: show(this.low),
      max: show(this.high),
      top: listTop(this.counts),
    };
  }

  /** Numbers are compared as numbers until a value is none; then everything seen is compared as text. */
  private stretch(value: string): void {
    if (this.isNumeric && !NUMERIC.test(value)) {
      this.isNumeric = false;
      for (const seen of this.counts.keys()) this.widen(seen);
    }
    this.widen(value);
  }

  private widen(value: string): void {
    if (this.low === null || this.isBelow(value, this.low)) this.low = copyText(value);
    if (this.high === null || this.isBelow(this.high, value)) this.high = copyText(value);
  }

  private isBelow(a: string, b: string): boolean {
    return this.isNumeric ? Number(a) < Number(b) : a < b;
  }
}

function listTop(counts: ReadonlyMap<string, number>): { value: string; count: number }[] {
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, MAX_TOP)
    .map(([value, count]) => ({ value: value.slice(0, MAX_SHOWN_CHARS).toWellFormed(), count }));
}

function show(value: string | null): string | null {
  return value === null ? null : value.slice(0, MAX_SHOWN_CHARS).toWellFormed();
}
