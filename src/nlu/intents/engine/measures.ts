export interface Prediction {
  /** Any of these is right. */
  expected: readonly string[];
  predicted: string;
  probability: number;
}

const BINS = 10;

/** Chance that one of the first scores is above one of the second; ties count half. `null` without scores on both sides. */
export function areaUnderRoc(higher: readonly number[], lower: readonly number[]): number | null {
  if (higher.length === 0 || lower.length === 0) return null;
  const all = [
    ...higher.map((score) => ({ score, isHigher: true })),
    ...lower.map((score) => ({ score, isHigher: false })),
  ].sort((a, b) => a.score - b.score);
  let rankSum = 0;
  for (let from = 0; from < all.length;) {
    let to = from;
    let members = 0;
    while (to < all.length && all[to]?.score === all[from]?.score) {
      if (all[to]?.isHigher === true) members += 1;
      to += 1;
    }
    rankSum += members * ((from + 1 + to) / 2);
    from = to;
  }
  return (rankSum - (higher.length * (higher.length + 1)) / 2) / (higher.length * lower.length);
}

/** Expected calibration error: mean distance of stated probability and share of hits, over ten bins, by their size. */
export function calibrationError(predictions: readonly Prediction[]): number | null {
  if (predictions.length === 0) return null;
  const gaps = new Float64Array(BINS);
  for (const { expected, predicted, probability } of predictions) {
    const bin = Math.min(BINS - 1, Math.floor(probability * BINS));
    gaps[bin] = (gaps[bin] ?? 0) + probability - (expected.includes(predicted) ? 1 : 0);
  }
  return gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / predictions.length;
}

/** Mean over the expected labels of the harmonic mean of precision and recall. A hit counts for the label predicted. */
export function macroF1(predictions: readonly Prediction[]): number | null {
  const counts = new Map<string, { hits: number; wanted: number; claimed: number }>();
  const countOf = (label: string): { hits: number; wanted: number; claimed: number } => {
    const count = counts.get(label) ?? { hits: 0, wanted: 0, claimed: 0 };
    counts.set(label, count);
    return count;
  };
  for (const { expected, predicted } of predictions) {
    const isHit = expected.includes(predicted);
    countOf(isHit ? predicted : (expected[0] ?? predicted)).wanted += 1;
    countOf(predicted).claimed += 1;
    if (isHit) countOf(predicted).hits += 1;
  }
  const wanted = [...counts.values()].filter((count) => count.wanted > 0);
  if (wanted.length === 0) return null;
  return wanted.reduce((sum, { hits, wanted: of, claimed }) => sum + (2 * hits) / (of + claimed), 0) / wanted.length;
}
