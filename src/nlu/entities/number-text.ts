/** Digits with thousands separators and decimals, bounded so that no input makes it slow: `1,200.50`, `1.200,50`, `49`. */
export const NUMBER = String.raw`\d{1,15}(?:[.,'’ \u00a0\u202f]\d{3}(?!\d)){0,5}(?:[.,]\d{1,2}(?!\d))?`;

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1_000],
  ['million', 1_000_000],
  ['dozen', 12],
]);
const SMALL: ReadonlyMap<string, number> = new Map([
  ...UNITS.map((word, value): [string, number] => [word, value]),
  ...TENS.map((word, index): [string, number] => [word, (index + 2) * 10]),
  ['a', 1],
  ['an', 1],
  ['couple', 2],
]);

const SMALL_WORD = [...UNITS.slice(1), ...TENS].reverse().join('|');
/** A number in English words, at most four of them: `fifty`, `twenty-five`, `two hundred`, `a dozen`. */
export const NUMBER_WORDS = String.raw`(?:a couple(?: of)?|(?:(?:an?|${SMALL_WORD}) (?:hundred|thousand|million|dozen))|dozen|(?:${TENS.join('|')})[- ](?:${UNITS.slice(1, 10).join('|')})|(?:${SMALL_WORD}))`;

const MAGNITUDES: Readonly<Record<string, number>> = {
  k: 1_000,
  thousand: 1_000,
  m: 1_000_000,
  mio: 1_000_000,
  million: 1_000_000,
  bn: 1_000_000_000,
  b: 1_000_000_000,
  billion: 1_000_000_000,
};
/** What may follow a number and multiply it. */
export const MAGNITUDE = String.raw`(?:k|mio|m|bn|b|thousand|million|billion)`;

/**
 * The number a written figure means, or undefined. A separator before exactly three digits groups thousands; one before
 * one or two digits at the end is the decimal sign.
 */
export function readNumber(written: string, magnitude = ''): number | undefined {
  const decimals = /[.,](\d{1,2})$/.exec(written);
  const whole = (decimals === null ? written : written.slice(0, decimals.index)).replace(/\D/g, '');
  if (whole === '') return undefined;
  const value = Number(decimals === null ? whole : `${whole}.${decimals[1] ?? '0'}`);
  const scaled = value * (MAGNITUDES[magnitude.toLowerCase()] ?? 1);
  return Number.isFinite(scaled) && scaled <= Number.MAX_SAFE_INTEGER ? Number(scaled.toFixed(2)) : undefined;
}

/** The number in a few English words, or undefined: `two hundred` -> 200, `twenty-five` -> 25. */
export function readNumberWords(written: string): number | undefined {
  let value: number | undefined;
  for (const word of written.toLowerCase().split(/[\s-]+/)) {
    if (word === 'of') continue;
    const scale = SCALES.get(word);
    const small = SMALL.get(word);
    if (scale !== undefined) value = (value ?? 1) * scale;
    else if (small === undefined) return undefined;
    else value = value === undefined || word === 'couple' ? small : value + small;
  }
  return value;
}

/** Either form: figures with an optional magnitude, or words. */
export function readAnyNumber(written: string, magnitude = ''): number | undefined {
  return /^\d/.test(written) ? readNumber(written, magnitude) : readNumberWords(written);
}
