import { COST_METRICS, METRIC_NAMES, type MetricName } from '../metrics/metric-name.js';
import { type Score } from '../score.js';
import { judgeScores } from './judge-scores.js';
import { type Thresholds } from './read-thresholds.js';

const isCost = (name: MetricName): boolean => COST_METRICS.some((cost) => cost === name);
const scored = (value: number): Score => ({ value, reason: null, samples: 1, misses: [] });
const perfect = Object.fromEntries(METRIC_NAMES.map((name) => [name, scored(isCost(name) ? 0 : 1)])) as Record<
  MetricName,
  Score
>;
const thresholds = Object.fromEntries(
  METRIC_NAMES.map((name) => [name, isCost(name) ? { max: 0 } : { min: 1 }]),
) as Thresholds;
const failuresOf = (scores: Partial<Record<MetricName, Score>>, limits: Thresholds = thresholds) =>
  judgeScores({ ...perfect, ...scores }, limits).flatMap(({ name, failure }) =>
    failure === null ? [] : [[name, failure]],
  );

describe('judgeScores', () => {
  it('passes every metric that reaches its threshold exactly', () => {
    expect(failuresOf({})).toEqual([]);
  });

  it('fails a share below and a count above its threshold', () => {
    expect(failuresOf({ tool_choice: scored(0.99), unsupported_claims: scored(1) })).toEqual([
      ['tool_choice', 'misses its threshold'],
      ['unsupported_claims', 'misses its threshold'],
    ]);
  });

  it('fails a metric without data, with the reason', () => {
    const empty: Score = { value: null, reason: 'no case expects a status', samples: 0, misses: [] };
    expect(failuresOf({ status_accuracy: empty })).toEqual([['status_accuracy', 'no case expects a status']]);
  });

  it('fails a metric without a threshold, and one that is not a number', () => {
    expect(failuresOf({}, { ...thresholds, next_steps: undefined })).toEqual([['next_steps', 'has no threshold']]);
    expect(failuresOf({ next_steps: scored(Number.NaN) })).toEqual([['next_steps', 'misses its threshold']]);
  });
});
