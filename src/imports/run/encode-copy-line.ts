import { type StagedValue } from '../import-dataset.js';

const SPECIAL = /[\\\t\n\r]/;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** One line of COPY's text format (PostgreSQL manual, "COPY", file formats). */
export function encodeCopyLine(values: readonly StagedValue[]): string {
  let line = '';
  for (const [position, value] of values.entries()) {
    if (position > 0) line += '\t';
    line += encodeValue(value);
  }
  return `${line}\n`;
}

function encodeValue(value: StagedValue): string {
  if (value === null) return '\\N';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 't' : 'f';
  return escapeText(typeof value === 'string' ? value : JSON.stringify(value));
}

function escapeText(text: string): string {
  return SPECIAL.test(text) ? text.replaceAll(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? character) : text;
}
