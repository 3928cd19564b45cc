/** Shorter words, and those with digits, are compared as they are: one letter less and they mean something else. */
const MIN_LETTERS = 4;
const MAX_LETTERS = 40;

/**
 * The word and what it looks like with one letter left out. Two words that differ by one slip (a letter more, less, other, or
 * two swapped) share one of them (the deletion neighbourhood of SymSpell).
 */
export function varyWord(word: string): string[] {
  const letters = Array.from(word);
  if (letters.length < MIN_LETTERS || letters.length > MAX_LETTERS || /\d/.test(word)) return [word];
  const shorter = letters.map((_, at) => [...letters.slice(0, at), ...letters.slice(at + 1)].join(''));
  return [...new Set([word, ...shorter])];
}
