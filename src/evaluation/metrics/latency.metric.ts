import { type EvaluationRun } from '../outcome.js';
import { unscored, type Score } from '../score.js';

/** The median time of a turn in milliseconds, storing included. */
export function measureLatencyP50(run: EvaluationRun): Score {
  return measureLatency(run, 0.5);
}

/** 95 of 100 turns took at most this many milliseconds. */
export function measureLatencyP95(run: EvaluationRun): Score {
  return measureLatency(run, 0.95);
}

/** A turn without an answer has no time, and leaving the slowest ones out would flatter: then there is no score. */
function measureLatency({ outcomes }: EvaluationRun, share: number): Score {
  const times: number[] = [];
  for (const { golden, latencyMs, fault } of outcomes) {
    if (latencyMs === null) return unscored(`case ${golden.id} has no answer: ${fault}`);
    times.push(latencyMs);
  }
  const value = pickPercentile(times, share);
  return value === undefined ? unscored('no case was run') : { value, reason: null, samples: times.length, misses: [] };
}

/** Nearest rank: always one of the measured values. */
function pickPercentile(values: readonly number[], share: number): number | undefined {
  return [...values].sort((a, b) => a - b)[Math.max(0, Math.ceil(share * values.length) - 1)];
}
