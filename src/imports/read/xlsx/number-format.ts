/** What a number means under a cell's format. */
export type NumberMeaning = 'number' | 'date' | 'date-time' | 'time' | 'duration';

/** Built-in formats (ECMA-376 part 1, 18.8.30), the date formats of East Asian editions included. */
const BUILT_IN: readonly { from: number; to: number; meaning: NumberMeaning }[] = [
  { from: 14, to: 17, meaning: 'date' },
  { from: 18, to: 21, meaning: 'time' },
  { from: 22, to: 22, meaning: 'date-time' },
  { from: 27, to: 31, meaning: 'date' },
  { from: 32, to: 35, meaning: 'time' },
  { from: 36, to: 36, meaning: 'date' },
  { from: 45, to: 45, meaning: 'time' },
  { from: 46, to: 46, meaning: 'duration' },
  { from: 47, to: 47, meaning: 'time' },
  { from: 50, to: 58, meaning: 'date' },
];

/** Texts, escaped and padding characters, colours, conditions and locales: their letters mean nothing. */
const LITERALS = /"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi;

/** Tells from a number format, built-in number or code, whether a number is a date. */
export function readNumberFormat(format: number | string): NumberMeaning {
  if (typeof format === 'string') return readCode(format.slice(0, 500));
  return BUILT_IN.find(({ from, to }) => format >= from && format <= to)?.meaning ?? 'number';
}

function readCode(format: string): NumberMeaning {
  const [code = ''] = format.replace(LITERALS, '').toLowerCase().split(';');
  // Digits belong to numbers, but for those of split seconds.
  if (code.includes('general') || /[0#?]/.test(code.replace(/\.0+/g, ''))) return 'number';
  if (/\[[hms]+\]/.test(code)) return 'duration';
  const letters = code.replace(/am\/pm|a\/p/g, 'h');
  const hasTime = /[hs]/.test(letters);
  if (/[yd]/.test(letters)) return hasTime ? 'date-time' : 'date';
  if (hasTime) return 'time';
  // Minutes stand beside hours or seconds; alone the letter means a month.
  return letters.includes('m') ? 'date' : 'number';
}
