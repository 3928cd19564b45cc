const NEEDS_NOTHING = /^[!-~]+(?: [!-~]+)*$/;
/** Invisible wherever they stand. Joiners (U+200C, U+200D) mean something inside words and emoji, not at their ends. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;
const NOTHING_AT_ENDS = /[\s\u200c-\u200f\u202a-\u202e]/;

/** Text without white space around it, with single spaces inside and with composed accents (Unicode NFC). */
export function trimText(value: string): string {
  if (value === '' || NEEDS_NOTHING.test(value)) return value;
  const text = value.replace(INVISIBLE, '').replace(/\s+/g, ' ');
  // Not by an expression: one that looks for white space up to the end tries every blank inside, on each of them anew.
  let start = 0;
  let end = text.length;
  while (start < end && NOTHING_AT_ENDS.test(text.charAt(start))) start += 1;
  while (end > start && NOTHING_AT_ENDS.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end).normalize('NFC');
}
