import { type FindingCode, type RowFinding, type SaveCounts } from './import-dataset.js';

export type FileFailureCode = 'empty_file' | 'wrong_columns' | 'unreadable';

export interface ReportedFinding {
  code: FindingCode;
  column: string | null;
  count: number;
  /** The first few; `row` counts as a spreadsheet does, the header being row 1. */
  examples: { row: number; value: string; suggestion?: string }[];
}

/** What became of one file. Always `rows_in = inserted + updated + unchanged + merged + quarantined`. */
export interface ImportReport {
  file: string;
  dataset: string;
  status: 'completed' | 'completed_with_rejects' | 'failed';
  /** Set when the file was refused as a whole; nothing of it was stored then. */
  failure: { code: FileFailureCode; message: string } | null;
  rows_in: number;
  inserted: number;
  updated: number;
  unchanged: number;
  merged: number;
  quarantined: number;
  findings: ReportedFinding[];
}

const MAX_EXAMPLES = 5;
const MAX_EXAMPLE_CHARS = 200;

/** Counts rows and findings while a file is read. */
export class ImportTally {
  private readonly counts = { rows_in: 0, inserted: 0, updated: 0, unchanged: 0, merged: 0, quarantined: 0 };
  private readonly findings = new Map<string, ReportedFinding>();

  quarantine(row: number, findings: readonly RowFinding[]): void {
    this.counts.rows_in += 1;
    this.counts.quarantined += 1;
    this.note(row, findings);
  }

  merge(row: number, finding: RowFinding): void {
    this.counts.rows_in += 1;
    this.counts.merged += 1;
    this.note(row, [finding]);
  }

  saved(counts: SaveCounts): void {
    this.counts.rows_in += counts.inserted + counts.updated + counts.unchanged;
    this.counts.inserted += counts.inserted;
    this.counts.updated += counts.updated;
    this.counts.unchanged += counts.unchanged;
  }

  note(row: number, findings: readonly RowFinding[]): void {
    for (const { code, column, value, suggestion } of findings) {
      const key = `${code} ${column ?? ''}`;
      const known = this.findings.get(key) ?? { code, column, count: 0, examples: [] };
      known.count += 1;
      if (known.examples.length < MAX_EXAMPLES) {
        const example = { row, value: value.slice(0, MAX_EXAMPLE_CHARS) };
        known.examples.push(suggestion === undefined ? example : { ...example, suggestion });
      }
      this.findings.set(key, known);
    }
  }

  report(file: string, dataset: string): ImportReport {
    const status = this.counts.quarantined > 0 ? 'completed_with_rejects' : 'completed';
    return { file, dataset, status, failure: null, ...this.counts, findings: [...this.findings.values()] };
  }
}

/** The report of a file that was refused as a whole. */
export function failedReport(file: string, dataset: string, code: FileFailureCode, message: string): ImportReport {
  return { ...new ImportTally().report(file, dataset), status: 'failed', failure: { code, message } };
}
