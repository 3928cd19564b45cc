import { type FindingCode, type RowFinding } from '../import-dataset.js';
import { type FindingExample, type ReportedFinding } from './file-report.js';

export const MAX_EXAMPLES = 5;
const MAX_EXAMPLE_CHARS = 200;

/** Counts findings by code and column and keeps the first few examples of each. */
export class FindingTally {
  private readonly findings = new Map<string, ReportedFinding>();

  note(row: number, findings: readonly RowFinding[]): void {
    for (const { code, column, value, suggestion } of findings) {
      const found = this.find(code, column);
      found.count += 1;
      if (found.examples.length >= MAX_EXAMPLES) continue;
      found.examples.push(toExample(row, value, suggestion));
    }
  }

  /** Findings that were counted elsewhere, e.g. by SQL. */
  add(code: FindingCode, column: string | null, count: number, examples: readonly FindingExample[]): void {
    if (count === 0) return;
    const found = this.find(code, column);
    found.count += count;
    const more = examples.map(({ row, value, suggestion }) => toExample(row, value, suggestion ?? undefined));
    found.examples = [...found.examples, ...more].sort((a, b) => a.row - b.row).slice(0, MAX_EXAMPLES);
  }

  list(): ReportedFinding[] {
    return [...this.findings.values()];
  }

  private find(code: FindingCode, column: string | null): ReportedFinding {
    const key = `${code} ${column ?? ''}`;
    const found = this.findings.get(key) ?? { code, column, count: 0, examples: [] };
    this.findings.set(key, found);
    return found;
  }
}

function toExample(row: number, value: string, suggestion: string | undefined): FindingExample {
  // Copied, because a cell may be a view into a large block of the file.
  const example = { row, value: copyText(value.slice(0, MAX_EXAMPLE_CHARS)).toWellFormed() };
  return suggestion === undefined ? example : { ...example, suggestion };
}

/** The same text in memory of its own. */
export function copyText(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
