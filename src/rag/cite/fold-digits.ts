const NON_ASCII = /[^\0-\x7f]/;
/** Runs of digits outside the basic plane are folded together, so that padding cannot tear a number. */
const FOLDABLE = /[\u{10000}-\u{10ffff}]+|[^\0-\x7f]/gu;
const ARABIC_SIGNS: Readonly<Record<string, string>> = { '٪': '%', '٫': '.', '٬': ',' };
const DIGIT = /^\p{Nd}$/u;

/**
 * A text whose digits, letters and signs of other scripts and widths are the plain ones (`４９`, `٤٩` -> `49`; `＄` -> `$`),
 * at the same UTF-16 offsets. A fold that would be longer is left out; a shorter one is padded with spaces before it.
 */
export function foldDigits(text: string): string {
  return NON_ASCII.test(text) ? text.replace(FOLDABLE, foldRun) : text;
}

function foldRun(run: string): string {
  const folded = Array.from(run, foldCharacter).join('');
  return folded.length <= run.length ? folded.padStart(run.length) : run;
}

function foldCharacter(character: string): string {
  const folded = ARABIC_SIGNS[character] ?? character.normalize('NFKC');
  if (folded.length > 1 && folded !== character) return character;
  return DIGIT.test(folded) ? digitValue(folded.codePointAt(0) ?? 0) : folded;
}

/** Unicode keeps the ten digits of a script together, zero first. */
function digitValue(codePoint: number): string {
  let value = 0;
  while (value < 9 && DIGIT.test(String.fromCodePoint(codePoint - value - 1))) value += 1;
  return String(value);
}
