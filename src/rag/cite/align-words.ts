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
  const similarity = (2 * (lengths[0] ?? 0)) / (said.length + written.length);
  return { similarity, differences: listDifferences(said, written, lengths) };
}

function listDifferences(said: readonly string[], written: readonly string[], lengths: Uint8Array): Difference[] {
  const width = written.length + 1;
  const differences: Difference[] = [];
  let [i, j] = [0, 0];
  let [mine, theirs]: [number[], number[]] = [[], []];
  const close = () => {
    if (mine.length + theirs.length > 0) differences.push({ said: mine, written: theirs });
    [mine, theirs] = [[], []];
  };
  const skipsSaid = () => (lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0);
  while (i < said.length && j < written.length) {
    if (said[i] === written[j]) {
      close();
      i += 1;
      j += 1;
    } else if (skipsSaid()) mine.push(i++);
    else theirs.push(j++);
  }
  while (i < said.length) mine.push(i++);
  while (j < written.length) theirs.push(j++);
  close();
  return differences;
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
