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

/** `1.5e-7` -> `0.00000015`, `1e+21` -> a one and 21 zeros. */
export function withoutExponent(number: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?[eE]([+-]?\d+)$/.exec(number);
  if (match === null) return number;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const point = whole.length + Number(exponent);
  const digits = whole + fraction;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return sign + digits + '0'.repeat(point - digits.length);
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}
