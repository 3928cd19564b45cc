/** Solves `matrix * x = right` for a small, positive definite matrix (Gauss elimination). */
export function solveLinear(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  for (const [pivot, pivotRow] of rows.entries()) {
    for (const row of rows.slice(pivot + 1)) subtract(row, pivotRow, pivot);
  }
  const solution = new Array<number>(rows.length).fill(0);
  for (const [at, row] of [...rows.entries()].reverse()) {
    const known = solution.reduce((sum, value, column) => (column > at ? sum + value * (row[column] ?? 0) : sum), 0);
    solution[at] = ((row[rows.length] ?? 0) - known) / (row[at] ?? 1);
  }
  return solution;
}

function subtract(row: number[], pivotRow: readonly number[], pivot: number): void {
  const factor = (row[pivot] ?? 0) / (pivotRow[pivot] ?? 1);
  for (const [column, value] of pivotRow.entries()) row[column] = (row[column] ?? 0) - factor * value;
}
