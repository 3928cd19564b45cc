/** `1.5e-7` -> `0.00000015`, `1e+21` -> a one and 21 zeros: the point is moved, so that no digit is lost. */
export function withoutExponent(number: string): string {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?[eE]([+-]?\d+)$/.exec(number);
  if (match === null) return number;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  const shifted = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const at = Math.max(1, point);
  const units = shifted.slice(0, at).replace(/^0+(?=\d)/, '');
  const rest = shifted.slice(at).replace(/0+$/, '');
  return (sign === '-' ? '-' : '') + units + (rest === '' ? '' : `.${rest}`);
}
