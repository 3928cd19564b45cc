import { type CleanFault } from './clean-fault.js';
import { type DecimalMark, provenMark } from './decimal-mark.js';
import { trimText } from './trim-text.js';
import { withoutExponent } from './without-exponent.js';

/** More digits than any column keeps; a number of that length is an identifier or noise. */
const MAX_DIGITS = 40;

/**
 * A decimal as plain digits (`-1234.5`) from a cell: decimal points or commas, thousands grouped by comma, point, blank or
 * apostrophe, exponents. `1,234` is one thing with a decimal point and another with a comma: without `mark` (see
 * DecimalMarkEvidence) it is a fault with the grouped reading as suggestion, while `1.234` counts as a fraction.
 */
export function cleanNumber(
  value: string,
  mark: DecimalMark | null = null,
): { value: string } | CleanFault<'bad_number'> {
  const text = trimText(value)
    .replace(/(?<=\d)[ '’](?=\d{3}(?!\d))/g, '')
    .replace('−', '-');
  if (/^[+-]?\d+(?:[.,]\d+)?[eE][+-]?\d{1,2}$/.test(text)) return { value: withoutExponent(text.replace(',', '.')) };
  const [, sign, digits = ''] = /^([+-]?)(\d[\d.,]*|[.,]\d+)$/.exec(text) ?? [];
  if (digits.length > MAX_DIGITS) return { code: 'bad_number' };
  const cleaned = cleanDigits(digits, provenMark(digits) ?? mark);
  return 'value' in cleaned && sign === '-' && /[1-9]/.test(cleaned.value) ? { value: `-${cleaned.value}` } : cleaned;
}

function cleanDigits(digits: string, mark: DecimalMark | null): { value: string } | CleanFault<'bad_number'> {
  if (digits === '') return { code: 'bad_number' };
  if (mark === null && digits.includes(',')) return { code: 'bad_number', suggestion: digits.replaceAll(',', '') };
  const value = toPlain(digits, mark ?? '.');
  return value === undefined ? { code: 'bad_number' } : { value };
}

/** The digits with a point before the fraction; undefined when its groups are no thousands. */
function toPlain(digits: string, mark: DecimalMark): string | undefined {
  const [whole = '', fraction, ...more] = digits.split(mark);
  if (more.length > 0) return undefined;
  const isGrouped = /^\d{1,3}(?:([.,])\d{3}(?:\1\d{3})*)?$/.test(whole);
  if (!/^\d*$/.test(whole) && !isGrouped) return undefined;
  if (fraction !== undefined && !/^\d*$/.test(fraction)) return undefined;
  const units = whole.replace(/[.,]/g, '').replace(/^0+(?=\d)/, '') || '0';
  return fraction === undefined || fraction === '' ? units : `${units}.${fraction}`;
}
