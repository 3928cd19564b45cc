import { type FigureReader } from './figure.js';
import { DIGITS, NUMBER_WORDS, readNumber } from './read-number.js';

const AMOUNT = String.raw`(?<![\p{L}\d.,])(?<amount>${DIGITS}|${NUMBER_WORDS})`;
const PERIOD = '(?<unit>minute|hour|day|week|month|quarter|year)';

const CLOCK = /(?<![\p{L}\d.,:])(?<hour>\d{1,2}):(?<minute>\d{2})(?!\d)(?:\s?(?<half>[ap])\.?m\b\.?)?/giu;
const HOUR_OF_DAY = /(?<![\p{L}\d.,:])(?<hour>\d{1,2})\s?(?<half>[ap])\.?m\b\.?/giu;
const POINTS = new RegExp(String.raw`${AMOUNT}\s?(?:(?:%|percent(?:age)?)[\s-]points?|pp)(?!\p{L})`, 'giu');
const TIMES_A_PERIOD = new RegExp(
  String.raw`(?:(?<![\p{L}\d])(?<word>once|twice|thrice)|${AMOUNT}\stimes)\s(?:an?|per|each|every)\s${PERIOD}(?!\p{L})`,
  'giu',
);
const MORE = '(?:as|faster|more|less|cheaper|larger|bigger|better|quicker|higher|lower|slower|longer|the|your|our)';
const MULTIPLE = new RegExp(
  String.raw`(?:(?<![\p{L}\d])(?<word>twice|thrice|double|triple|quadruple)|${AMOUNT}(?:\s?x|\stimes))\s(?:as|${MORE})(?!\p{L})`,
  'giu',
);
const FRACTION = new RegExp(
  String.raw`(?<![\p{L}\d])(?:(?<count>an?|one|two|three)[\s-])?(?<word>half|thirds?|quarters?)(?:\sof)?\s(?:the|our|your|all|as)\s(?!price|cost|fee|rate)\p{L}`,
  'giu',
);

const WORDS: Readonly<Record<string, number>> = {
  once: 1,
  twice: 2,
  thrice: 3,
  double: 2,
  triple: 3,
  quadruple: 4,
  half: 1 / 2,
  third: 1 / 3,
  quarter: 1 / 4,
};

/** Patterns for times of the day, percentage points, frequencies, multiples and fractions, with what each reads. */
export const RATIO_READERS: readonly [RegExp, FigureReader][] = [
  [CLOCK, readClock],
  [HOUR_OF_DAY, readClock],
  [POINTS, (match) => ({ kind: 'percent', amount: amountOf(match), unit: 'pp' })],
  [TIMES_A_PERIOD, (match) => ({ kind: 'frequency', amount: amountOf(match), unit: match.groups?.['unit'] ?? null })],
  [MULTIPLE, (match) => ({ kind: 'ratio', amount: amountOf(match), unit: null })],
  [FRACTION, readFraction],
];

function readClock(match: RegExpExecArray): ReturnType<FigureReader> {
  const { hour = '', minute = '0', half } = match.groups ?? {};
  const isPm = half?.toLowerCase() === 'p';
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (isPm ? 12 : 0);
  const isTime = hours <= 24 && Number(minute) < 60;
  return { kind: 'time', amount: isTime ? hours * 60 + Number(minute) : NaN, unit: null };
}

function readFraction(match: RegExpExecArray): ReturnType<FigureReader> {
  const { count = 'a', word = '' } = match.groups ?? {};
  const counted = /^an?$/i.test(count) ? 1 : readNumber(count);
  const part = WORDS[word.toLowerCase().replace(/s$/, '')] ?? NaN;
  return { kind: 'ratio', amount: Math.round(counted * part * 1e6) / 1e6, unit: null };
}

function amountOf(match: RegExpExecArray): number {
  const { word, amount = '' } = match.groups ?? {};
  return word === undefined ? readNumber(amount) : (WORDS[word.toLowerCase()] ?? NaN);
}
