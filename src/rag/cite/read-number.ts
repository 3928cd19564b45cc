const MULTIPLIERS: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
};

const UNITS = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
  'eighteen nineteen'
).split(' ');
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const SMALL: ReadonlyMap<string, number> = new Map([
  ...UNITS.map((word, value): [string, number] => [word, value]),
  ...TENS.map((word, index): [string, number] => [word, (index + 2) * 10]),
  ['a', 1],
]);
const SCALES: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
]);

const SMALL_WORD = `(?:${[...UNITS.slice(1), ...TENS].reverse().join('|')})`;
const SCALE_WORD = `(?:${[...SCALES.keys()].join('|')})`;

/** Whether a word (lower case) is a number, as digits are. */
export function isNumberWord(word: string): boolean {
  return SMALL.has(word) && word !== 'a';
}

/** Sources of regular expressions for numbers in digits (grouped or not), numbers in words and multipliers. */
export const DIGITS = String.raw`(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3})+,\d{1,2}(?!\d)|\d+(?:[.,]\d+)?)`;
/** `three`, `forty-nine`, `a dozen`, `two hundred and fifty`; bounded, so that no input makes it slow. */
export const NUMBER_WORDS = String.raw`(?:(?:a\s${SCALE_WORD}|${SMALL_WORD}|${SCALE_WORD})(?:(?:(?:(?<=hundred|thousand)\sand)?\s|-)(?:${SMALL_WORD}|${SCALE_WORD})(?!\p{L})){0,7}(?!\p{L}))`;
export const MULTIPLIER = String.raw`(?:\s?(?:thousand|million|billion|bn|mn|[kKmM])(?![\p{L}\d]))`;

const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const CONTINENTAL = /^\d{1,3}(?:\.\d{3})+,\d{1,2}$/;

/** The value of a written number: `1,200.50`, `1.200,50`, `12.5k`, `three`, `forty-nine`. NaN for anything else. */
export function readNumber(written: string): number {
  const text = written.trim().toLowerCase();
  if (/^[a-z]/.test(text)) return readWords(text);
  const [, digits = '', multiplier = ''] = /^([\d.,]+)\s*([a-z]*)$/.exec(text) ?? [];
  const value = readDigits(digits) * (multiplier === '' ? 1 : (MULTIPLIERS[multiplier] ?? NaN));
  // 19.9 * 1000 is 19899.999…: amounts of this size need no more than six decimals.
  return Math.round(value * 1e6) / 1e6;
}

/** Scales multiply what was counted up to them; from a thousand on, counting starts afresh behind them. */
function readWords(text: string): number {
  let total = 0;
  let part = 0;
  for (const word of text.split(/[\s-]+/)) {
    const scale = SCALES.get(word);
    if (scale === undefined) {
      part += word === 'and' ? 0 : (SMALL.get(word) ?? NaN);
      continue;
    }
    part = (part === 0 ? 1 : part) * scale;
    if (scale < 1e3) continue;
    total += part;
    part = 0;
  }
  return total + part;
}

function readDigits(digits: string): number {
  if (digits === '') return NaN;
  if (GROUPED.test(digits)) return Number(digits.replaceAll(',', ''));
  if (CONTINENTAL.test(digits)) return Number(digits.replaceAll('.', '').replace(',', '.'));
  return Number(digits.replace(',', '.'));
}
