import { toTerm, toTerms } from '../text/tokenize-text.js';
import { type Figure, type FigureReader } from './figure.js';
import { foldDigits } from './fold-digits.js';
import { readBound, readDirection } from './read-bound.js';
import { DATE_PATTERNS, readDate } from './read-date.js';
import { DIGITS, MULTIPLIER, NUMBER_WORDS, readNumber } from './read-number.js';
import { RATIO_READERS } from './read-ratio.js';
import { unifyTerm } from './unify-term.js';

const CURRENCIES: Readonly<Record<string, string>> = {
  $: 'USD',
  us$: 'USD',
  usd: 'USD',
  dollar: 'USD',
  dollars: 'USD',
  '€': 'EUR',
  eur: 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  '£': 'GBP',
  gbp: 'GBP',
  pound: 'GBP',
  pounds: 'GBP',
  chf: 'CHF',
  '¥': 'JPY',
  jpy: 'JPY',
  '₹': 'INR',
  inr: 'INR',
};

/** Durations in minutes where they have a fixed length, in months where they have not; business days are their own. */
const DURATIONS: Readonly<Record<string, [unit: string, factor: number]>> = {
  second: ['minute', 1 / 60],
  minute: ['minute', 1],
  min: ['minute', 1],
  hour: ['minute', 60],
  hr: ['minute', 60],
  h: ['minute', 60],
  day: ['minute', 1_440],
  week: ['minute', 10_080],
  month: ['month', 1],
  quarter: ['month', 3],
  year: ['month', 12],
  'business day': ['business day', 1],
  'working day': ['business day', 1],
  'business hour': ['business hour', 1],
};

const TIME = '(?:month|year|annum|quarter|week|day|hour|mo|yr|hr)';
const PER = String.raw`(?:\sfor\s(?:the|a|one)\s(?:whole\s|full\s)?${TIME}(?:s|\b)|\s?(?:/|per|a|an|each|every)\s?(?:seat|user|licen[cs]e|person|member|workspace|team|agent|call|request|${TIME})(?:s|\b))`;

const NO_DIGIT_BEFORE = String.raw`(?<![\p{L}\d.,])`;
const SIGN = String.raw`(?:US\$|[$€£¥₹])`;
const CODE = '(?:USD|EUR|GBP|CHF|JPY|INR)';
const MONEY_BEFORE = new RegExp(
  String.raw`(?<![\p{L}\d])(?<currency>${SIGN}|${CODE})\s?(?<amount>${DIGITS}${MULTIPLIER}?|${NUMBER_WORDS})(?:\s?${CODE}\b)?${PER}{0,2}`,
  'giu',
);
const MONEY_AFTER = new RegExp(
  String.raw`${NO_DIGIT_BEFORE}(?<amount>${DIGITS}${MULTIPLIER}?|${NUMBER_WORDS})[\s-]?(?<currency>${SIGN}|(?:${CODE}|dollars?|euros?|pounds?)\b)${PER}{0,2}`,
  'giu',
);
const PERCENT = new RegExp(
  String.raw`${NO_DIGIT_BEFORE}(?<amount>${DIGITS}|${NUMBER_WORDS})\s?(?:%|percent\b|per cent\b|pct\b)`,
  'giu',
);
const DURATION = new RegExp(
  String.raw`${NO_DIGIT_BEFORE}(?<amount>${DIGITS}|${NUMBER_WORDS})[\s-]?(?<unit>(?:business|working)[\s-]day|business[\s-]hour|second|minute|min|hour|hr|h|day|week|month|quarter|year)s?\b`,
  'giu',
);
const STANDARD = new RegExp(
  String.raw`(?<!\p{L})(?<unit>[A-Z][A-Za-z]*[A-Z])[\s-]?(?<amount>\d+(?:\.\d+)*)(?![\p{L}\d])`,
  'gu',
);
const QUANTITY = new RegExp(
  String.raw`(?<![\p{L}\d.,]|[\p{L}\d]_)(?<amount>${DIGITS}${MULTIPLIER}?)(?![\p{L}\d]|_[\p{L}\d])(?:[\s-](?<unit>\p{L}+))?`,
  'giu',
);
const QUANTITY_IN_WORDS = new RegExp(
  String.raw`(?<![\p{L}\d])(?<amount>${NUMBER_WORDS})(?:[\s-](?<unit>\p{L}+))?`,
  'giu',
);
/** Standards people name without a number; `ISO 27001` is found before. */
const NAMED_STANDARD =
  /(?<!\p{L})(?<unit>HIPAA|GDPR|CCPA|SOC|ISO|PCI|FedRAMP|HITRUST|FERPA|TISAX|NIST|ITAR)(?:[\s-](?:DSS|II?|two|one)(?!\p{L}))?(?![\p{L}\d])/giu;
const HALF_PRICE =
  /(?<!\p{L})half(?:[\s-](?:price|off|rate)|\s(?:of\s)?(?:the|your|that)\s(?:price|cost|fee|rate))(?!\p{L})/giu;
/** "Feel free", "you are free on Tuesday" and "hands-free" are about something else; "free to try" is not. */
const WEEKDAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const NOT_OFFERED_BEFORE = String.raw`(?<!\p{L}|\p{L}-|\bfeel(?:ing)?\s|\bare\s(?:you|we|they)\s|${WEEKDAY}\s|\b(?:you|we|they|I|colleague)(?:\s(?:are|is|am|be)|['’](?:re|m))\s)`;
const NOT_OFFERED_AFTER = String.raw`(?!\p{L}|-|\s(?:up|time|slots?|of|today|tomorrow|hand|text|form)\b|\s(?:(?:on|at|from|this|next)\s)?(?:${WEEKDAY}|\d)|\sto\s(?!use|try|start|join|install|download|keep))`;
const FREE = new RegExp(
  [
    `${NOT_OFFERED_BEFORE}free${NOT_OFFERED_AFTER}`,
    String.raw`(?<!\p{L})(?:free\sof|(?:at\sno|no|without)(?:\s(?:extra|additional|any))?)\s(?:charge|cost)s?(?!\p{L})`,
    String.raw`(?<!\p{L})(?:complimentary|gratis|costs?\snothing)(?!\p{L})`,
  ].join('|'),
  'giu',
);
const HOST = String.raw`(?:[\p{L}\d-]{1,63}\.){1,8}\p{L}{2,24}`;
const LINK = new RegExp(String.raw`https?://${HOST}(?:[/?#:]\S{0,300})?`, 'giu');
/**
 * Our own citation markers, list numbers (text follows them, and no price was begun on the line above) and addresses
 * (bounded as RFC 5321 does, or long words cost their square).
 */
const NOT_FIGURES =
  /\[\d{1,3}\]|(?<=^|\n)(?<!(?:[$€£¥₹]|USD|EUR|GBP|CHF|JPY|INR)[ \t*_]{0,20}\n{1,3})[ \t]{0,20}(?:1?\d|20)[.)][ \t]{1,20}(?=\S)|(?<![\p{L}\d$€£¥₹.,_%+-])\p{L}[\p{L}\d._%+-]{0,63}@(?:[\p{L}\d-]{1,63}\.){1,8}\p{L}{2,24}/gu;

const READERS: readonly [RegExp, FigureReader][] = [
  [LINK, readLink],
  ...DATE_PATTERNS.map((pattern): [RegExp, FigureReader] => [
    pattern,
    (match) => ({ kind: 'date', amount: 0, unit: null, dates: readDate(match[0]) }),
  ]),
  [MONEY_BEFORE, readMoney],
  [MONEY_AFTER, readMoney],
  [FREE, () => ({ kind: 'free', amount: 0, unit: null })],
  [HALF_PRICE, () => ({ kind: 'percent', amount: 50, unit: '%' })],
  ...RATIO_READERS,
  [PERCENT, (match) => ({ kind: 'percent', amount: amountOf(match), unit: '%' })],
  [DURATION, readDuration],
  [
    STANDARD,
    (match) => ({ kind: 'standard', amount: amountOf(match), unit: match.groups?.['unit']?.toLowerCase() ?? null }),
  ],
  [NAMED_STANDARD, (match) => ({ kind: 'standard', amount: 0, unit: match.groups?.['unit']?.toLowerCase() ?? null })],
  [QUANTITY, readQuantity],
  [QUANTITY_IN_WORDS, readQuantityInWords],
];

/**
 * Every figure of a text, in order, without overlaps: money, what is free, percentages, dates, durations, named standards
 * (`ISO 27001`, `HIPAA`), links and other numbers. `text.slice(start, end)` is `text`, whole characters kept.
 */
export function findFigures(text: string): Figure[] {
  let rest = foldDigits(text).replace(NOT_FIGURES, blank);
  const figures: Figure[] = [];
  for (const [pattern, read] of READERS) {
    rest = rest.replace(pattern, (...args: unknown[]) => {
      const match = toMatch(args);
      const figure = toFigure(text, match, read(match));
      if (figure === null) return match[0];
      figures.push(figure);
      return blank(text.slice(figure.start, figure.end)) + match[0].slice(figure.end - figure.start);
    });
  }
  figures.sort((a, b) => a.start - b.start);
  markTables(text, figures);
  return figures;
}

/** One walk over the text, since looking back for the line of each figure costs the square of a long line. */
function markTables(text: string, figures: readonly Figure[]): void {
  let lineEnd = -1;
  let inTable = false;
  for (const figure of figures) {
    while (lineEnd < figure.start) {
      const lineStart = lineEnd + 1;
      const next = text.indexOf('\n', lineStart);
      lineEnd = next === -1 ? text.length : next;
      inTable = /^[^\S\n]{0,40}\|/.test(text.slice(lineStart, lineStart + 41));
    }
    figure.inTable = inTable;
  }
}

/** The arguments of a replacer as the match they stand for: groups last, then the whole string, then the offset. */
function toMatch(args: readonly unknown[]): RegExpExecArray {
  const hasGroups = typeof args.at(-1) === 'object';
  const offset = args.at(hasGroups ? -3 : -2);
  const groups = hasGroups ? (args.at(-1) as Record<string, string>) : undefined;
  return Object.assign([String(args[0])], { index: Number(offset), input: '', groups }) as unknown as RegExpExecArray;
}

function toFigure(text: string, match: RegExpExecArray, read: ReturnType<FigureReader>): Figure | null {
  const start = read.start ?? match.index;
  const end = read.end ?? match.index + match[0].length;
  if (!Number.isFinite(read.amount) || (read.kind === 'date' && read.dates?.length === 0)) return null;
  return {
    period: HAS_PERIOD.has(read.kind) ? readPeriodBehind(text.slice(end, end + 24)) : null,
    per: null,
    dates: [],
    bound:
      read.kind === 'duration' && DURING.test(text.slice(Math.max(0, start - 6), start))
        ? 'exact'
        : readBound(text, start, end),
    direction: readDirection(text, start, end),
    negated: isNegated(text, read.kind, start),
    nearby: listNearby(text, { start, end }, read),
    ...read,
    start,
    end,
    text: text.slice(wholeStart(text, start), end),
    inTable: false,
  };
}

/** "8 times over 24 hours" says within which time, not for longer than it. */
const DURING = /\bover\s$/i;

/** A digit outside the basic plane takes two units, and its fold stands in the second. */
function wholeStart(text: string, start: number): number {
  return (text.charCodeAt(start) & 0xfc00) === 0xdc00 ? start - 1 : start;
}

const DENIAL_CHARACTERS = 80;
const CLAUSE_END = /[.;:!?,\n]|\b(?:but|and)\b/;
const DENIAL =
  /\b(?:not(?! only)|never|nor|neither|without|\w{1,9}n['’]t)\b|\b(?:have|has|is|are|with|offers?|holds?) no\b/i;

const DENIED_BEFORE = /(?:\bnot|n['’]t|\bnever)\s$/i;
const PERIOD_BEHIND = /^\s?(?:\/|per\s|an?\s|each\s|every\s)\s?(second|minute|hour|day|week|month|quarter|year)\b/i;

/** "120 requests per minute" are not 120 a day, and "5% per year" are not 5% per month. */
const HAS_PERIOD: ReadonlySet<Figure['kind']> = new Set(['quantity', 'percent']);

function readPeriodBehind(after: string): string | null {
  return PERIOD_BEHIND.exec(after)?.[1]?.toLowerCase() ?? null;
}

/** Standards are denied by their clause; of other figures only the "not" before them is theirs: "the credit is not 25%". */
function isNegated(text: string, kind: Figure['kind'], start: number): boolean {
  const before = text.slice(Math.max(0, start - DENIAL_CHARACTERS), start);
  return kind === 'standard' ? isDenied(before) : DENIED_BEFORE.test(before);
}

function isDenied(before: string): boolean {
  return DENIAL.test(before.split(CLAUSE_END).at(-1) ?? '');
}

const NEARBY_CHARACTERS = 40;
const NEARBY_WORDS = 3;
/** "… costs $900 once and is free on another plan" */
const FREE_CLAUSE = /[.,;:!?|()\n]|\sand\s(?=(?:is|are|comes?|gets?|has|have)\b)/;
const PHRASE_END = /[.,;:!?|()\n]/;

function listNearby(text: string, place: { start: number; end: number }, read: ReturnType<FigureReader>): string[] {
  const after = text.slice(place.end, place.end + NEARBY_CHARACTERS).split(PHRASE_END, 1)[0] ?? '';
  if (read.kind === 'free') {
    const [phrase = ''] = after.split(/\sand\s/, 1);
    const around = text.slice(Math.max(0, place.start - NEARBY_CHARACTERS), place.start);
    const before = around
      .replaceAll(/(?<!\n)\n(?!\n)/g, ' ')
      .split(FREE_CLAUSE)
      .at(-1);
    return toTerms(`${before ?? ''} ${phrase}`);
  }
  // A unit that is itself the last word has none behind it.
  if (read.kind !== 'quantity' || read.unit === null) return [];
  return [read.unit, ...toTerms(after).slice(0, NEARBY_WORDS).map(unifyTerm)];
}

function readMoney(match: RegExpExecArray): ReturnType<FigureReader> {
  const currency = match.groups?.['currency']?.toLowerCase() ?? '';
  return {
    kind: 'money',
    amount: amountOf(match),
    unit: CURRENCIES[currency] ?? null,
    period: readPeriod(match[0]),
    per: readCounted(match[0]),
  };
}

const PERIODS: readonly [RegExp, string][] = [
  [/\b(?:month|mo)\b/i, 'month'],
  [/\b(?:year|annum|yr)\b/i, 'year'],
  [/\bquarter\b/i, 'quarter'],
  [/\bweek\b/i, 'week'],
  [/\bday\b/i, 'day'],
  [/\b(?:hour|hr)\b/i, 'hour'],
];

/** What a price is for: `month` in `$5 per seat per month`. */
export function readPeriod(price: string): string | null {
  return PERIODS.find(([pattern]) => pattern.test(price))?.[1] ?? null;
}

const COUNTED =
  /(?:\/|\b(?:per|an?|each|every))\s?(seat|user|licen[cs]e|person|member|workspace|team|agent|call|request)/i;

/** What a price is counted by: `seat` in `$5 per seat per month`; a user's price is a seat's. */
export function readCounted(price: string): string | null {
  const term = toTerm(COUNTED.exec(price)?.[1]?.toLowerCase() ?? '');
  return term === null ? null : unifyTerm(term);
}

function readDuration(match: RegExpExecArray): ReturnType<FigureReader> {
  const written = match.groups?.['unit']?.toLowerCase().replace('-', ' ') ?? '';
  const [unit, factor] = DURATIONS[written] ?? ['minute', NaN];
  return { kind: 'duration', amount: Math.round(amountOf(match) * factor * 1e6) / 1e6, unit };
}

/** The word behind the number is its unit, unless it is a function word (`50 of them`). */
function readQuantity(match: RegExpExecArray): ReturnType<FigureReader> {
  const word = match.groups?.['unit'];
  const term = word === undefined ? null : toTerm(word);
  const amount = amountOf(match);
  if (term !== null) return { kind: 'quantity', amount, unit: unifyTerm(term) };
  return { kind: 'quantity', amount, unit: null, end: match.index + (match.groups?.['amount']?.length ?? 0) };
}

/** Nouns and adjectives of small talk: "two quick questions", "two or three times that suit you". */
const SMALL_TALK: ReadonlySet<string> = new Set(
  toTerms(
    'question thing point time option way reason colleague idea topic word part choice detail note slot date quick short small good ' +
      'different separate other last final more example suggestion',
  ),
);
/** From a dozen on, a number in words is meant as a number, whatever it counts. */
const MEANT_FROM = 12;

function readQuantityInWords(match: RegExpExecArray): ReturnType<FigureReader> {
  const quantity = readQuantity(match);
  const smallTalk = typeof quantity.unit !== 'string' || SMALL_TALK.has(quantity.unit);
  const states = quantity.amount >= MEANT_FROM || (quantity.amount > 1 && !smallTalk);
  return states ? quantity : { ...quantity, amount: NaN };
}

function readLink(match: RegExpExecArray): ReturnType<FigureReader> {
  const address = match[0].replace(/[.,;:!?)\]}>'"”’*]{1,9}$/, '');
  return { kind: 'link', amount: 0, unit: address.toLowerCase(), end: match.index + address.length };
}

function amountOf(match: RegExpExecArray): number {
  return readNumber(match.groups?.['amount'] ?? '');
}

function blank(text: string): string {
  return ' '.repeat(text.length);
}
