/** A spreadsheet takes a cell that begins so for a formula, or runs it. */
const ACTIVE = /^[=+\-@\t\r\n]/;
const NEEDS_QUOTES = /[",\r\n\t]/;

/** One line of CSV (RFC 4180) that no spreadsheet takes for anything but text: an apostrophe disarms cells that would be formulas. */
export function toCsvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(toCell).join(',')}\r\n`;
}

function toCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  // Full-width signs are folded to plain ones by some spreadsheets before they look.
  const safe = ACTIVE.test(value) || ACTIVE.test(value.trimStart().normalize('NFKC')) ? `'${value}` : value;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
