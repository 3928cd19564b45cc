import { METRIC_NAMES, type MetricName } from '../metrics/metric-name.js';
import { type Score } from '../score.js';
import { type Threshold, type Thresholds } from './read-thresholds.js';

/** One metric, its limit and the judgement. */
export interface Judgement {
  name: MetricName;
  score: Score;
  threshold: Threshold | null;
  passed: boolean;
  /** Why it did not pass; null when it did. */
  failure: string | null;
}

/** Holds every metric against its threshold. Without a threshold, or without a value, a metric fails. */
export function judgeScores(scores: Record<MetricName, Score>, thresholds: Thresholds): Judgement[] {
  return METRIC_NAMES.map((name) => {
    const score = scores[name];
    const threshold = thresholds[name] ?? null;
    const failure = findFailure(score, threshold);
    return { name, score, threshold, passed: failure === null, failure };
  });
}

function findFailure({ value, reason }: Score, threshold: Threshold | null): string | null {
  if (threshold === null) return 'has no threshold';
  if (value === null) return reason;
  // Written so that NaN fails.
  const within = 'min' in threshold ? value >= threshold.min : value <= threshold.max;
  return within ? null : 'misses its threshold';
}
