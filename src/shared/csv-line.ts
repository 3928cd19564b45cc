/**
 * What a spreadsheet takes for the beginning of a formula: these signs, their full-width forms, and whatever white space or
 * quotes it may skip before them. Also after a separator inside of the text, because a spreadsheet that separates by
 * semicolons or tabs cuts the cell there.
 */
const FORMULA_START = /(^|[;\t\r\n|])((?:[^\S\t\r\n]|["\u200b\ufeff])*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/gu;

/** A cell of a CSV file (RFC 4180) that no spreadsheet can take for a formula: an apostrophe makes it text. */
export function toCsvCell(value: string | number | boolean | null): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value === null) return '';
  const safe = value.replaceAll(FORMULA_START, "$1'$2").replace(/^(?=[\t\r\n])/, "'");
  return /[",;\t\r\n|]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A line of a CSV file with its end. */
export function toCsvLine(cells: readonly (string | number | boolean | null)[]): string {
  return `${cells.map(toCsvCell).join(',')}\r\n`;
}
