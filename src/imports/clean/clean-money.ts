import { type CleanFault } from './clean-fault.js';
import { cleanNumber } from './clean-number.js';
import { type DecimalMark } from './decimal-mark.js';
import { trimText } from './trim-text.js';

/** Signs and codes of currencies, before or behind the amount. Which one it is stands in a column of its own, if anywhere. */
const CURRENCY = /^(?:[A-Z]{3}|[A-Z]{0,2}\p{Sc}|Fr\.|kr\.?)\s?|\s?(?:[A-Z]{3}|\p{Sc}|kr\.?|,-)$/gu;
/** A price has no nine digits that mean anything beyond its cents: they come from binary fractions. */
const MIN_NOISY_DIGITS = 9;
/** Half the distance of neighbouring 32 bit floats, relative. */
const FLOAT32_PRECISION = 2 ** -24;

/**
 * An amount of money as a plain decimal: like cleanNumber, with currencies left out, negatives in brackets, and without
 * the traces 32 bit floats leave (`27.989999771118164` is 27.99). Nothing is rounded to cents: sums are, once.
 */
export function cleanMoney(
  value: string,
  mark: DecimalMark | null = null,
): { value: string } | CleanFault<'bad_number'> {
  const text = trimText(value);
  const bracketed = /^\((.+)\)$/.exec(text)?.[1];
  const amount = (bracketed ?? text).replace(CURRENCY, '').replace(/^([+-])\s?\p{Sc}\s?/u, '$1');
  const cleaned = cleanNumber(bracketed === undefined ? amount : `-${amount}`, mark);
  return 'code' in cleaned ? cleaned : { value: withoutFloatNoise(cleaned.value) };
}

/** The shortest decimal that a 32 bit float cannot tell from the number; numbers of few digits stay as they are. */
export function withoutFloatNoise(decimal: string): string {
  const significant = decimal.replace(/^-?[0.]*/, '').replace('.', '');
  if (!decimal.includes('.') || significant.length < MIN_NOISY_DIGITS) return decimal;
  const number = Number(decimal);
  for (let digits = 1; digits <= MIN_NOISY_DIGITS; digits += 1) {
    const shorter = Number(number.toPrecision(digits));
    const isSame = Math.abs(shorter - number) <= Math.abs(number) * FLOAT32_PRECISION;
    if (isSame && Math.abs(shorter) >= 1e-6 && Math.abs(shorter) < 1e21) return String(shorter);
  }
  return decimal;
}
