/** Row `i` of `values` is the unit vector of `chunkNos[i]`. */
export interface VectorMatrix {
  dimensions: number;
  chunkNos: readonly number[];
  values: Float32Array;
}

/** The chunks with the highest dot product, best first; ties by the lower number. Exact. */
export function findNearest(matrix: VectorMatrix, query: Float32Array, limit: number): number[] {
  const best: { chunkNo: number; score: number }[] = [];
  matrix.chunkNos.forEach((chunkNo, row) => {
    const score = dotProduct(matrix.values, row * matrix.dimensions, query);
    const worst = best.at(-1);
    if (best.length >= limit && worst !== undefined && score <= worst.score) return;
    insertSorted(best, { chunkNo, score });
    if (best.length > limit) best.pop();
  });
  return best.map((entry) => entry.chunkNo);
}

function dotProduct(values: Float32Array, offset: number, query: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < query.length; i += 1) sum += (values[offset + i] ?? 0) * (query[i] ?? 0);
  return sum;
}

function insertSorted(best: { chunkNo: number; score: number }[], entry: { chunkNo: number; score: number }): void {
  let at = best.length;
  while (at > 0 && (best[at - 1]?.score ?? Infinity) < entry.score) at -= 1;
  best.splice(at, 0, entry);
}
