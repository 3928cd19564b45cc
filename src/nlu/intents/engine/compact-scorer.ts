import { type DenseScorer } from './train-scorer.js';
import { type SparseVector } from './vectorise-text.js';

/** A scorer whose weights take one byte each: the weight is `steps[position * labels + label] * units[position]`. */
export interface CompactScorer {
  labels: number;
  steps: Int8Array;
  units: Float32Array;
  bias: Float32Array;
}

const MAX_STEP = 127;

export function compactScorer({ labels, weights, bias }: DenseScorer): CompactScorer {
  const features = weights.length / labels;
  const units = new Float32Array(features);
  const steps = new Int8Array(weights.length);
  for (let position = 0; position < features; position += 1) {
    const row = weights.subarray(position * labels, (position + 1) * labels);
    let largest = 0;
    for (const weight of row) largest = Math.max(largest, Math.abs(weight));
    const unit = Math.fround(largest / MAX_STEP);
    units[position] = unit;
    if (unit === 0) continue;
    for (let label = 0; label < labels; label += 1) {
      steps[position * labels + label] = Math.round((row[label] ?? 0) / unit);
    }
  }
  return { labels, steps, units, bias };
}

export function scoreCompact({ positions, values }: SparseVector, scorer: CompactScorer): Float64Array {
  const { labels, steps, units } = scorer;
  const scores = Float64Array.from(scorer.bias);
  for (let at = 0; at < positions.length; at += 1) {
    const position = positions[at] ?? 0;
    const base = position * labels;
    const value = (values[at] ?? 0) * (units[position] ?? 0);
    for (let label = 0; label < labels; label += 1) {
      scores[label] = (scores[label] ?? 0) + value * (steps[base + label] ?? 0);
    }
  }
  return scores;
}
