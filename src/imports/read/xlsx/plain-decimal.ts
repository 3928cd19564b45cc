import { withoutExponent } from '../../clean/without-exponent.js';

/** Excel computes and shows 15 digits; what a file has beyond them is the noise of binary fractions. */
const DIGITS = 15;

/**
 * A stored number as a plain decimal: no exponent, no noise (`12.300000000000001` is 12.3). Whole numbers stay digit for
 * digit, as other programs write ids of more than 15. What is no number stays as it is.
 */
export function plainDecimal(text: string): string {
  const trimmed = text.trim();
  if (/^-?\d+$/.test(trimmed)) return trimmed;
  const number = Number(trimmed);
  if (trimmed === '' || !Number.isFinite(number)) return text;
  return withoutExponent(Number(number.toPrecision(DIGITS)).toString());
}
