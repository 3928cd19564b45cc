/** Words programs and people write for nothing, in lower case. `unknown` is not among them: somebody may mean it. */
const MISSING: ReadonlySet<string> = new Set([
  ...['null', '(null)', '<null>', '[null]', 'nil', 'none', 'nan', 'undefined', '\\n'],
  ...['n/a', 'n.a.', 'n.a', 'n\\a', '(n/a)', '<na>', '-', '--', '---', '–', '—', '.', '?'],
  ...['#n/a', '#na', '#null!', '#ref!', '#value!', '#div/0!', '#name?', '#num!', '#n/a n/a'],
]);

/** Whether a trimmed cell says that there is nothing. */
export function isMissing(value: string): boolean {
  // `NA` in capitals is what statistics programs write; `na` and `Na` are words.
  return value === '' || value === 'NA' || (value.length <= 9 && MISSING.has(value.toLowerCase()));
}
