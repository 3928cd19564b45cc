import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { describeIssues, EvaluationInputError } from '../input-error.js';
import { COST_METRICS, SHARE_METRICS, type MetricName } from '../metrics/metric-name.js';

/** The least or the most a metric may be; which of the two is decided by the metric, so that no limit can look the wrong way. */
export type Threshold = { min: number } | { max: number };
export type Thresholds = Partial<Record<MetricName, Threshold>>;

const least = z.strictObject({ min: z.number().min(0).max(1) }).optional();
const most = z.strictObject({ max: z.number().min(0) }).optional();

const thresholdsSchema = z.strictObject({
  ...Object.fromEntries(SHARE_METRICS.map((name) => [name, least])),
  ...Object.fromEntries(COST_METRICS.map((name) => [name, most])),
});

/** @throws EvaluationInputError when the file cannot be read, or names an unknown metric or an impossible limit */
export function readThresholds(file: string): Thresholds {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new EvaluationInputError([`${file}: cannot be read`]);
  }
  return parseThresholds(text, file);
}

/** @throws EvaluationInputError */
export function parseThresholds(text: string, file: string): Thresholds {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new EvaluationInputError([`${file}: is not valid JSON`]);
  }
  const parsed = thresholdsSchema.safeParse(value);
  if (!parsed.success) throw new EvaluationInputError(describeIssues(parsed.error).map((fault) => `${file}: ${fault}`));
  return parsed.data;
}
