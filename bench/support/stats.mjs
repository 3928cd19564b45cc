export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Median of the ratios of each round: what disturbed one round disturbed all its members. */
export const medianRatio = (numerators, denominators) =>
  median(numerators.map((value, round) => value / denominators[round]));

export function round(value, digits = 3) {
  return value === 0 || !Number.isFinite(value) ? value : Number(value.toPrecision(digits));
}
