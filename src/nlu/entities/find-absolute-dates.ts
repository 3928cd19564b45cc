import { findAll } from '../../shared/find-all.js';
import { type Entity } from '../message-analysis.js';
import { addMonths, type Day, dayOf, daysIn, isBefore, toIsoDate } from './calendar.js';
import { MONTH, MONTH_OF } from './date-words.js';

const NOT_INSIDE = String.raw`(?<![\p{L}\d])`;
const ISO = /(?<![\p{L}\d.-])(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?![\d-]|\/\d)/gu;
const NUMERIC = /(?<![\p{L}\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-])/gu;
/** Without a year a fraction looks the same, so a preposition has to stand before it; "12.11." needs its last dot. */
const DAY_AND_MONTH =
  /(?<=(?:^|[\s(])(?:on|by|until|till|before|after|from|since|due|the|to|am|bis|vom|zum|ab|le|el|il|op|em|date:?|[a-z]+day,?) )(\d{1,2})([/.-])(\d{1,2})(\.)?(?![\d/%-]|\.\d)/giu;
const ORDINAL = '(?:st|nd|rd|th|\\.|er|º|ª)?';
const YEAR = String.raw`(?:,?\s(?:de |di |of )?(\d{4})(?!\d)|\s['’](\d{2})(?!\d))?`;
const DAY_MONTH = new RegExp(
  String.raw`${NOT_INSIDE}(\d{1,2})${ORDINAL}[\s-](?:day of |of |de |di )?(${MONTH})\.?(?!\p{L})(?:-(\d{4}|\d{2})(?!\d)|${YEAR})`,
  'giu',
);
const MONTH_DAY = new RegExp(
  String.raw`${NOT_INSIDE}(${MONTH})\.?\s(?:the )?(\d{1,2})(?:st|nd|rd|th)?(?![\p{L}\d:%]|[.,]\d)${YEAR}`,
  'giu',
);
const MONTH_YEAR = new RegExp(
  String.raw`${NOT_INSIDE}(${MONTH})\.?(?:,? (?:of |de |di )?|-|\/)(?:(\d{4})|['’](\d{2}))(?!\d)`,
  'giu',
);
const NUMERIC_MONTH = /(?<![\p{L}\d./-])(?:(\d{1,2})\/(\d{4})|(\d{4})-(\d{2}))(?![\d/-])/gu;
/** "the 14th", with nothing behind it that it could number. */
const DAY_ONLY =
  /(?<![\p{L}\d])(?:the |(?<=(?:on|by|until|till|before|after|from|to) ))(\d{1,2})(?:st|nd|rd|th)(?= ?(?:$|[.,;!?)\n-]| (?:of (?:this|next) month|at|works?|would|will|or|and|if|please|to|until|through|in the|is|suits?|afternoon|morning|then|instead|thanks|for)(?!\p{L})))( of (?:this|next) month)?/giu;

type Reader = (parts: readonly (string | undefined)[]) => Day | undefined;

function toEntity(match: RegExpExecArray, day: Day | undefined): Entity[] {
  const value = day === undefined ? undefined : toIsoDate(day);
  if (value === undefined) return [];
  const text = match[0].trimStart();
  const end = match.index + match[0].length;
  return [{ type: 'date', value, text, start: end - text.length, end }];
}

export function fullYear(year: string): number {
  return year.length === 2 ? 2000 + Number(year) : Number(year);
}

/**
 * Day, month and year of `a/b/year`. Dots mean day first; with slashes or dashes only a part over 12 tells, and where
 * nothing tells there is no date: 03/04 would be a guess.
 */
function readNumeric(a: number, sign: string, b: number, year: number): Day | undefined {
  const dayFirst = sign === '.' || a > 12 || a === b;
  if (dayFirst) return { year, month: b, day: a };
  return b > 12 ? { year, month: a, day: b } : undefined;
}

/** The next one that is not past. */
export function nextYearly(day: Day, today: Day): Day {
  return isBefore(day, today) ? { ...day, year: day.year + 1 } : day;
}

/** A day without a year is the next one that is not past. */
function readNamed(day: string, monthName: string, year: string | undefined, today: Day): Day | undefined {
  const month = MONTH_OF.get(monthName.toLowerCase());
  if (month === undefined) return undefined;
  if (year !== undefined) return { year: fullYear(year), month, day: Number(day) };
  return nextYearly({ year: today.year, month, day: Number(day) }, today);
}

function readDayAndMonth(a: number, sign: string, b: number, dot: string | undefined, today: Day): Day | undefined {
  if ((sign === '.') !== (dot === '.') || sign === '-' || (a === 24 && b === 7)) return undefined;
  const day = readNumeric(a, sign, b, today.year);
  return day === undefined || toIsoDate(day) === undefined ? undefined : nextYearly(day, today);
}

/** The coming day of that number, this month or the first later one that has it. */
function readDayOnly(day: number, which: string | undefined, today: Day): Day | undefined {
  if (day < 1 || day > 31) return undefined;
  const first = { ...today, day: 1 };
  if (which !== undefined) return { ...addMonths(first, /next/i.test(which) ? 1 : 0), day };
  for (let ahead = 0; ahead < 3; ahead += 1) {
    const month = addMonths(first, ahead);
    if (day <= daysIn(month.year, month.month) && !isBefore({ ...month, day }, today)) return { ...month, day };
  }
  return undefined;
}

/** Dates with a number in them, value `yyyy-mm-dd`. A month of a year stands for its first day. */
export function findAbsoluteDates(text: string, now: Date): Entity[] {
  const today = dayOf(now);
  const read = (pattern: RegExp, toDay: Reader): Entity[] =>
    findAll(text, pattern).flatMap((match) => toEntity(match, toDay(match as readonly (string | undefined)[])));
  return [
    ...read(ISO, ([, year, , month, day]) => ({ year: Number(year), month: Number(month), day: Number(day) })),
    ...read(NUMERIC, ([, a, sign = '', b, year = '']) => readNumeric(Number(a), sign, Number(b), fullYear(year))),
    ...read(DAY_AND_MONTH, ([, a, sign = '', b, dot]) => readDayAndMonth(Number(a), sign, Number(b), dot, today)),
    ...read(DAY_MONTH, ([, day = '', month = '', short, year, last]) =>
      readNamed(day, month, short ?? year ?? last, today),
    ),
    ...read(MONTH_DAY, ([, month = '', day = '', year, last]) => readNamed(day, month, year ?? last, today)),
    ...read(MONTH_YEAR, ([, month = '', year, last]) => readNamed('1', month, year ?? last ?? '', today)),
    ...read(NUMERIC_MONTH, ([, month, year, isoYear, isoMonth]) => ({
      year: Number(year ?? isoYear),
      month: Number(month ?? isoMonth),
      day: 1,
    })),
    ...read(DAY_ONLY, ([, day, which]) => readDayOnly(Number(day), which, today)),
  ];
}
