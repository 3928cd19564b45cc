import { type CleanFault } from './clean-fault.js';

/** An integer as it stands, or as a spreadsheet that takes ids for numbers writes it (`12.0`); `1,000` may be a thousand. */
const WHOLE = /^0*(\d{1,16})(?:[.,](?:0{1,2}|0{4,}))?$/;

/**
 * A numeric id from a trimmed cell. What is nearly one (`12in`, `#12`, `1O`) is a fault with the number it contains as
 * suggestion, when it contains exactly one.
 */
export function cleanId(value: string): number | CleanFault<'bad_id'> {
  const digits = WHOLE.exec(value)?.[1];
  const id = digits === undefined ? NaN : Number(digits);
  if (Number.isSafeInteger(id)) return id;
  const suggestion = suggestId(value);
  return suggestion === undefined ? { code: 'bad_id' } : { code: 'bad_id', suggestion };
}

function suggestId(value: string): string | undefined {
  // Negative numbers, fractions and powers of ten are other numbers, not misspelt ids.
  if (/^[-−]|\d[.,]\d|\d[eE][+-]?\d/.test(value)) return undefined;
  const typed = /^[\dOolI]+$/.test(value) ? value.replace(/[Oo]/g, '0').replace(/[lI]/g, '1') : value;
  const groups = typed.match(/\d+/g) ?? [];
  const id = Number(groups[0]);
  return groups.length === 1 && Number.isSafeInteger(id) ? String(id) : undefined;
}
