const WORDS_PER_DELTA = 4;
const WORD_WITH_SPACE = /\s*\S+\s*/g;

/** The text in groups of a few words; joined they are the text. */
export function splitDeltas(text: string): string[] {
  const words = text.match(WORD_WITH_SPACE) ?? [];
  const deltas: string[] = [];
  for (let i = 0; i < words.length; i += WORDS_PER_DELTA) deltas.push(words.slice(i, i + WORDS_PER_DELTA).join(''));
  return deltas;
}
