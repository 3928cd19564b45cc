import { type EvaluationReport } from '../evaluate.js';
import { type Judgement } from '../gate/judge-scores.js';

/** The report for a person at a terminal. */
export function renderTable({ judgements, outcomes, passed, tookMs }: EvaluationReport, dataset: string): string[] {
  const rows = [['metric', 'score', 'limit', 'n', ''], ...judgements.map(toRow)];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const misses = judgements.flatMap(({ name, score }) =>
    score.misses.map(({ caseId, detail }) => `  ${name}  ${caseId}: ${detail}`),
  );
  const failed = judgements.filter((judgement) => !judgement.passed).map(({ name }) => name);
  return [
    `${outcomes.length} golden cases of ${dataset}, ${(tookMs / 1_000).toFixed(1)} s`,
    '',
    ...rows.map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  '),
    ),
    ...(misses.length === 0 ? [] : ['', 'Missed:', ...misses]),
    '',
    passed ? 'PASSED' : `FAILED: ${failed.join(', ')}`,
  ];
}

function toRow({ name, score, threshold, failure }: Judgement): string[] {
  const digits = name.endsWith('_ms') ? 1 : 3;
  const value =
    score.value === null ? 'null' : Number.isInteger(score.value) ? String(score.value) : score.value.toFixed(digits);
  return [name, value, describeLimit(threshold), String(score.samples), failure === null ? 'ok' : `FAIL: ${failure}`];
}

function describeLimit(threshold: Judgement['threshold']): string {
  if (threshold === null) return 'none';
  return 'min' in threshold ? `>= ${threshold.min}` : `<= ${threshold.max}`;
}
