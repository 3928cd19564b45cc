import { type EvaluationReport } from '../evaluate.js';
import { type Judgement } from '../gate/judge-scores.js';
import { type MetricName } from '../metrics/metric-name.js';
import { type Score } from '../score.js';

export interface TableOptions {
  /** Tells what the held-out turns missed, too: for reading a result, not for mending the product. */
  revealHeldout: boolean;
}

/** The report for a person at a terminal. */
export function renderTable(report: EvaluationReport, dataset: string, { revealHeldout }: TableOptions): string[] {
  const { judgements, splits, outcomes, cases, passed, tookMs } = report;
  const header = ['metric', 'score', 'limit', 'n', 'dev', 'held-out', ''];
  const rows = [header, ...judgements.map((judgement) => toRow(judgement, splits))];
  const failed = judgements.filter((judgement) => !judgement.passed).map(({ name }) => name);
  return [
    `${outcomes.length} turns of ${cases} golden cases of ${dataset}, ${(tookMs / 1_000).toFixed(1)} s`,
    '',
    ...alignColumns(rows),
    ...listMisses(report, revealHeldout),
    '',
    passed ? 'PASSED' : `FAILED: ${failed.join(', ')}`,
  ];
}

function alignColumns(rows: readonly string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const isText = (column: number): boolean => column === 0 || column === widths.length - 1;
  return rows.map((row) =>
    row
      .map((cell, column) => (isText(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}

function toRow({ name, score, threshold, failure }: Judgement, splits: EvaluationReport['splits']): string[] {
  const verdict = failure === null ? 'ok' : `FAIL: ${failure}`;
  return [
    name,
    describeValue(name, score),
    describeLimit(threshold),
    String(score.samples),
    describeValue(name, splits.dev[name]),
    describeValue(name, splits.heldout[name]),
    score.note === undefined ? verdict : `${verdict} (${score.note})`,
  ];
}

function describeValue(name: MetricName, { value }: Score): string {
  if (value === null) return 'null';
  return Number.isInteger(value) ? String(value) : value.toFixed(name.endsWith('_ms') ? 1 : 3);
}

function describeLimit(threshold: Judgement['threshold']): string {
  if (threshold === null) return 'none';
  return 'min' in threshold ? `>= ${threshold.min}` : `<= ${threshold.max}`;
}

function listMisses({ judgements, outcomes }: EvaluationReport, revealHeldout: boolean): string[] {
  const heldout = new Set(outcomes.flatMap(({ golden }) => (golden.split === 'heldout' ? [golden.id] : [])));
  const misses = judgements.flatMap(({ name, score }) => score.misses.map((miss) => ({ name, ...miss })));
  const shown = misses.filter(({ caseId }) => revealHeldout || !heldout.has(caseId));
  const hidden = misses.length - shown.length;
  return [
    ...(shown.length === 0 ? [] : ['', 'Missed:']),
    ...shown.map(({ name, caseId, detail }) => `  ${name}  ${caseId}: ${detail}`),
    ...(hidden === 0 ? [] : ['', `Held-out turns missed ${hidden} things; --split heldout tells which.`]),
  ];
}
