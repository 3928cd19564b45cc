/**
 * The numbers of a vector as a comma separated list with six decimals: a unit vector's components need no more to keep
 * cosines to 1e-5, and the text is a third of what full precision takes.
 */
export function listNumbers(vector: Float32Array): string {
  let list = '';
  for (const value of vector) {
    if (list !== '') list += ',';
    list += value === 0 ? '0' : String(Math.round(value * 1e6) / 1e6);
  }
  return list;
}
