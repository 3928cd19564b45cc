import { readFileSync } from 'node:fs';

/** The rows of a JSON-lines file. */
export function readRows(path) {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));
}

/** Probability that a positive scores higher than a negative, ties half; to three decimals. */
export function areaUnderRoc(rows) {
  const positives = rows.filter(({ positive }) => positive);
  const negatives = rows.filter(({ positive }) => !positive);
  let wins = 0;
  for (const { score } of positives) {
    for (const other of negatives) wins += score > other.score ? 1 : score === other.score ? 0.5 : 0;
  }
  return (wins / Math.max(1, positives.length * negatives.length)).toFixed(3);
}
