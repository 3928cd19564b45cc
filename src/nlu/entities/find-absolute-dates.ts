import { type Entity } from '../message-analysis.js';
import { type Day, dayOf, isBefore, toIsoDate } from './calendar.js';

/** Month names of the languages the analysis guesses, folded by hand; three letters suffice in English. */
const MONTH_NAMES: readonly string[] = [
  'january jan januar janvier enero gennaio janeiro januari',
  'february feb februar février fevrier febrero febbraio fevereiro februari',
  'march mar märz maerz marz mars marzo março marco maart',
  'april apr avril abril aprile',
  'may mai mayo maggio maio mei',
  'june jun juni juin junio giugno junho',
  'july jul juli juillet julio luglio julho',
  'august aug août aout agosto augustus',
  'september sep sept septembre septiembre settembre setembro',
  'october oct oktober octobre octubre ottobre outubro',
  'november nov novembre noviembre novembro',
  'december dec dezember décembre decembre diciembre dicembre dezembro',
];
const MONTH_OF: ReadonlyMap<string, number> = new Map(
  MONTH_NAMES.flatMap((names, index) => names.split(' ').map((name): [string, number] => [name, index + 1])),
);
const MONTH = [...MONTH_OF.keys()].sort((a, b) => b.length - a.length).join('|');

const ISO = /(?<![\p{L}\d.-])(\d{4})-(\d{2})-(\d{2})(?![\d-])/gu;
const NUMERIC = /(?<![\p{L}\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-])/gu;
const DAY_MONTH = new RegExp(
  String.raw`(?<![\p{L}\d])(\d{1,2})(?:st|nd|rd|th|\.|er|º)?\s(?:of |de |di )?(${MONTH})\.?(?!\p{L})(?:,?\s(?:de |di )?(\d{4})(?!\d))?`,
  'giu',
);
const MONTH_DAY = new RegExp(
  String.raw`(?<![\p{L}\d])(${MONTH})\.?\s(?:the )?(\d{1,2})(?:st|nd|rd|th)?(?![\p{L}\d])(?:,?\s(\d{4})(?!\d))?`,
  'giu',
);
const MONTH_YEAR = new RegExp(String.raw`(?<![\p{L}\d])(${MONTH})\.?\s(\d{4})(?!\d)`, 'giu');

function toEntity(match: RegExpExecArray, day: Day | undefined): Entity[] {
  const value = day === undefined ? undefined : toIsoDate(day);
  if (value === undefined) return [];
  return [{ type: 'date', value, text: match[0], start: match.index, end: match.index + match[0].length }];
}

/**
 * Day, month and year of `a/b/year`. Dots mean day first; with slashes or dashes only a part over 12 tells, and where
 * nothing tells there is no date: 03/04 would be a guess.
 */
function readNumeric(a: number, sign: string, b: number, year: string): Day | undefined {
  const fullYear = year.length === 2 ? 2000 + Number(year) : Number(year);
  const dayFirst = sign === '.' || a > 12 || a === b;
  if (dayFirst) return { year: fullYear, month: b, day: a };
  return b > 12 ? { year: fullYear, month: a, day: b } : undefined;
}

/** A day without a year is the next one that is not past. */
function readNamed(day: string, monthName: string, year: string | undefined, now: Date): Day | undefined {
  const month = MONTH_OF.get(monthName.toLowerCase());
  if (month === undefined) return undefined;
  const today = dayOf(now);
  const named = { year: year === undefined ? today.year : Number(year), month, day: Number(day) };
  return year === undefined && isBefore(named, today) ? { ...named, year: today.year + 1 } : named;
}

/** Dates with a number in them, value `yyyy-mm-dd`. A month of a year stands for its first day. */
export function findAbsoluteDates(text: string, now: Date): Entity[] {
  const read = (pattern: RegExp, toDay: (parts: readonly string[]) => Day | undefined): Entity[] =>
    [...text.matchAll(pattern)].flatMap((match) => toEntity(match, toDay(match)));
  return [
    ...read(ISO, ([, year, month, day]) => ({ year: Number(year), month: Number(month), day: Number(day) })),
    ...read(NUMERIC, ([, a = '', sign = '', b = '', year = '']) => readNumeric(Number(a), sign, Number(b), year)),
    ...read(DAY_MONTH, ([, day = '', month = '', year]) => readNamed(day, month, year, now)),
    ...read(MONTH_DAY, ([, month = '', day = '', year]) => readNamed(day, month, year, now)),
    ...read(MONTH_YEAR, ([, month = '', year]) => readNamed('1', month, year, now)),
  ];
}
