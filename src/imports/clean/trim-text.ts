const NEEDS_NOTHING = /^[!-~]+(?: [!-~]+)*$/;
/** Invisible wherever they stand. Joiners (U+200C, U+200D) mean something inside words and emoji, not at their ends. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;
const INVISIBLE_ENDS = /^[\s\u200c-\u200f\u202a-\u202e]+|[\s\u200c-\u200f\u202a-\u202e]+$/g;

/** Text without white space around it, with single spaces inside and with composed accents (Unicode NFC). */
export function trimText(value: string): string {
  if (value === '' || NEEDS_NOTHING.test(value)) return value;
  return value.replace(INVISIBLE, '').replace(INVISIBLE_ENDS, '').replace(/\s+/g, ' ').normalize('NFC');
}
