/**
 * Digits with thousands separators and decimals, bounded so that no input makes it slow: `1,200.50`, `1.200,50`, `49`,
 * `0.0035`. A blank groups only after at most three digits: "in 2026 300 users" holds two numbers.
 */
export const NUMBER = String.raw`(?:\d{1,3}(?:[.,'’ \u00a0\u202f]\d{3}(?!\d)){1,5}|\d{1,15})(?:[.,]\d{1,6}(?!\d))?`;

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** Other languages: one to twelve where no English word is spelled so, and the tens. */
const ELSEWHERE: readonly (readonly [language: string, units: string, tens: string])[] = [
  [
    'de',
    'null ein zwei drei vier funf sechs sieben acht neun zehn elf zwolf',
    'zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig',
  ],
  ['fr', '- un deux trois quatre cinq six sept huit neuf dix onze douze', 'vingt trente quarante cinquante soixante'],
  [
    'es',
    'cero uno dos tres cuatro cinco seis siete ocho nueve diez - doce',
    'veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa',
  ],
  [
    'it',
    '- una due tre quattro cinque - sette otto nove dieci undici dodici',
    'venti trenta quaranta cinquanta sessanta settanta ottanta novanta',
  ],
  [
    'pt',
    '- um dois tres quatro cinco seis sete oito nove dez onze doze',
    'vinte trinta quarenta cinquenta sessenta setenta oitenta noventa',
  ],
  [
    'nl',
    '- een twee drie vier vijf zes zeven acht negen tien elf twaalf',
    'twintig dertig veertig vijftig zestig zeventig tachtig negentig',
  ],
];

/** Numbers below a hundred by their folded word. */
export const SMALL_NUMBERS: ReadonlyMap<string, number> = new Map([
  ...ELSEWHERE.flatMap(([, units, tens]) => [...numbered(units, 0, 1), ...numbered(tens, 20, 10)]),
  ...germanCompounds(),
  ...['eine', 'einen', 'une', 'duas', 'dus'].map((word): [string, number] => [word, word.startsWith('d') ? 2 : 1]),
  ...UNITS.map((word, value): [string, number] => [word, value]),
  ...TENS.map((word, index): [string, number] => [word, (index + 2) * 10]),
]);

/** Words that multiply what stands before them. */
export const SCALES: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['dozens', 12],
  ['dutzend', 12],
  ['douzaine', 12],
  ['docena', 12],
  ...['hundred', 'hundert', 'honderd'].map((word): [string, number] => [word, 100]),
  ...['thousand', 'tausend', 'mille', 'mil', 'duizend'].map((word): [string, number] => [word, 1_000]),
  ...['million', 'millions', 'millionen', 'milliones', 'millones', 'milioni'].map((word): [string, number] => [
    word,
    1_000_000,
  ]),
  ...['billion', 'billions'].map((word): [string, number] => [word, 1_000_000_000]),
]);

function numbered(words: string, first: number, step: number): [string, number][] {
  return words
    .split(' ')
    .map((word, index): [string, number] => [word, first + index * step])
    .filter(([word]) => word !== '-');
}

/** `funfundzwanzig` and its like. */
function germanCompounds(): [string, number][] {
  const [, units = '', tens = ''] = ELSEWHERE[0] ?? [];
  return numbered(units, 0, 1)
    .slice(1, 10)
    .flatMap(([unit, low]) =>
      numbered(tens, 20, 10).map(([ten, high]): [string, number] => [`${unit}und${ten}`, high + low]),
    );
}

const MAGNITUDES: Readonly<Record<string, number>> = {
  k: 1_000,
  tsd: 1_000,
  m: 1_000_000,
  mm: 1_000_000,
  mn: 1_000_000,
  mio: 1_000_000,
  bn: 1_000_000_000,
  b: 1_000_000_000,
  mrd: 1_000_000_000,
};
/** What may follow digits and multiply them. */
export const MAGNITUDE = String.raw`(?:k|tsd|mio|mm|mn|m|bn|b|mrd|dozen|hundred|thousand|tausend|millions?|millionen|billions?)`;

function multiplierOf(magnitude: string): number {
  const key = magnitude.toLowerCase();
  return MAGNITUDES[key] ?? SCALES.get(key) ?? 1;
}

/** What a separator before exactly three digits means: thousands mostly, but "99.999 %" and "$1.999 million" are not. */
function isDecimal(written: string, at: number, factor: number, isPercent: boolean): boolean {
  const tail = written.length - at - 1;
  if (tail !== 3) return true;
  const head = written.slice(0, at);
  const sign = written.charAt(at);
  if (/^0+$/.test(head)) return true;
  // "1,234.567": two different signs, so the last one is the decimal sign.
  if (/[.,]/.test(head)) return !head.includes(sign);
  if (/\D/.test(head)) return true;
  if (isPercent) return sign === '.' || Number(head) >= 10;
  return sign === '.' && factor >= 1_000_000;
}

/**
 * The number a written figure means, or undefined. A separator before exactly three digits groups thousands, unless what
 * follows says otherwise; any other last separator is the decimal sign.
 */
export function readNumber(written: string, magnitude = '', isPercent = false): number | undefined {
  const factor = multiplierOf(magnitude);
  const at = Math.max(written.lastIndexOf('.'), written.lastIndexOf(','));
  const hasDecimals = at > 0 && isDecimal(written, at, factor, isPercent);
  const whole = (hasDecimals ? written.slice(0, at) : written).replace(/\D/g, '');
  if (whole === '') return undefined;
  const value = Number(hasDecimals ? `${whole}.${written.slice(at + 1)}` : whole) * factor;
  return Number.isFinite(value) && value <= Number.MAX_SAFE_INTEGER ? Number(value.toFixed(6)) : undefined;
}

/** The number in a few words, or undefined: `two hundred` -> 200, `twenty-five` -> 25, `half a million` -> 500000. */
export function readNumberWords(written: string): number | undefined {
  const words = written.toLowerCase().split(/[\s-]+/);
  return addUp(words.filter((word) => word !== 'of' && word !== 'and'));
}

/** A number being read: what is finished, and what a scale may still multiply. */
interface Reading {
  sum: number;
  current: number | undefined;
}

/** The same of folded words. */
export function addUp(words: readonly string[]): number | undefined {
  // "a dozen", "half a million": the article says nothing.
  const telling = words.filter((word) => word !== 'a' && word !== 'an' && word !== '');
  let reading: Reading | undefined = { sum: 0, current: undefined };
  for (const word of telling) {
    reading = readOne(word, reading);
    if (reading === undefined) return undefined;
  }
  return telling.length > 0 ? reading.sum + (reading.current ?? 0) : undefined;
}

function readOne(word: string, { sum, current }: Reading): Reading | undefined {
  const scale = SCALES.get(word);
  if (scale !== undefined) {
    const scaled = (current ?? 1) * scale;
    return scale >= 1_000 ? { sum: sum + scaled, current: undefined } : { sum, current: scaled };
  }
  if (word === 'couple') return { sum, current: 2 };
  const small = word === 'half' ? 0.5 : SMALL_NUMBERS.get(word);
  if (small === undefined || (current !== undefined && !fits(current, small))) return undefined;
  return { sum, current: (current ?? 0) + small };
}

/** Whether a small number may follow: twenty-five and two hundred five, but not "one two". */
function fits(current: number, small: number): boolean {
  if (small === 0 || current === 0) return false;
  return (current % 100 === 0 && small < 100) || (current >= 20 && current % 10 === 0 && small < 10) || current === 60;
}
