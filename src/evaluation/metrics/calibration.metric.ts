import {
  measureCalibrationError,
  MIN_CALIBRATION_SAMPLES,
  type Forecast,
} from '../calibration/measure-calibration-error.js';
import { type EvaluationRun } from '../outcome.js';
import { unscored, type Score } from '../score.js';

/**
 * Expected calibration error of `confidence_score`, taken as the probability that the turn misses nothing at all.
 * @param missedIds turns that missed something in any other metric
 */
export function measureCalibration({ outcomes }: EvaluationRun, missedIds: ReadonlySet<string>): Score {
  const forecasts: Forecast[] = [];
  for (const { golden, answer, fault } of outcomes) {
    if (answer === null) return unscored(`case ${golden.id} has no answer: ${fault}`);
    forecasts.push({ probability: answer.confidence_score, happened: !missedIds.has(golden.id) });
  }
  const { error } = measureCalibrationError(forecasts);
  if (error === null) return unscored('no case was run');
  const score = { value: error, reason: null, samples: forecasts.length, misses: [] };
  return forecasts.length < MIN_CALIBRATION_SAMPLES ? { ...score, note: 'insufficient data' } : score;
}
