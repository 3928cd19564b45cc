/** Where two texts differ: the words of the one that stand for words of the other; either side may be empty. */
export interface Difference {
  readonly said: readonly number[];
  readonly written: readonly number[];
}

export interface Alignment {
  /** Share of the words of both that stand in both in the same order, 0..1. */
  readonly similarity: number;
  readonly differences: readonly Difference[];
}

/** Beyond this a sentence is no sentence; aligning costs the product of both lengths. */
const MAX_WORDS = 80;

/** The longest common subsequence of two lists of words, and what stands between its words; null for very long lists. */
export function alignWords(said: readonly string[], written: readonly string[]): Alignment | null {
  if (said.length > MAX_WORDS || written.length > MAX_WORDS || said.length + written.length === 0) return null;
  const lengths = measure(said, written);
  const width = written.length + 1;
  const differences: { said: number[]; written: number[] }[] = [];
  let open: { said: number[]; written: number[] } | null = null;
  let [i, j] = [0, 0];
  while (i < said.length || j < written.length) {
    if (i < said.length && j < written.length && said[i] === written[j]) {
      open = null;
      i += 1;
      j += 1;
      continue;
    }
    if (open === null) differences.push((open = { said: [], written: [] }));
    const skipsSaid = i < said.length && (lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0);
    if (skipsSaid || j === written.length) open.said.push(i++);
    else open.written.push(j++);
  }
  return { similarity: (2 * (lengths[0] ?? 0)) / (said.length + written.length), differences };
}

/** `[i * width + j]`: the length of the longest common subsequence of what begins at word i and at word j. */
function measure(said: readonly string[], written: readonly string[]): Uint8Array {
  const width = written.length + 1;
  const lengths = new Uint8Array((said.length + 1) * width);
  for (let i = said.length - 1; i >= 0; i -= 1) {
    for (let j = written.length - 1; j >= 0; j -= 1) {
      const at = i * width + j;
      lengths[at] =
        said[i] === written[j]
          ? 1 + (lengths[at + width + 1] ?? 0)
          : Math.max(lengths[at + width] ?? 0, lengths[at + 1] ?? 0);
    }
  }
  return lengths;
}
