import { findAll } from '../../shared/find-all.js';
import { type Entity } from '../message-analysis.js';
import { addDays, addMonths, type Day, dayOf, daysIn, isBefore, toIsoDate, weekdayOf } from './calendar.js';
import { MONTH, MONTH_OF } from './date-words.js';

export function nextMonday(today: Day): Day {
  return addDays(today, (8 - weekdayOf(today)) % 7 || 7);
}

export function firstOfQuarter(today: Day): Day {
  return { year: today.year, month: Math.floor((today.month - 1) / 3) * 3 + 1, day: 1 };
}

type Reader = (parts: readonly (string | undefined)[], today: Day) => Day | undefined;

/** A part of a period that is asked for: its first day, a day in its middle, or its last. */
type Part = 'start' | 'mid' | 'end';

function partOf(written: string | undefined): Part {
  if (written === undefined || /^(?:early|start|beginning|anfang|début|principios|inizio|início|begin)/i.test(written))
    return 'start';
  return /^(?:mid|middle|mitte|medio)/i.test(written) ? 'mid' : 'end';
}

/** The day a period of `months` months that starts on `first` stands for. */
function dayIn(first: Day, months: number, part: Part): Day {
  if (part === 'start') return first;
  if (part === 'end') {
    const last = addMonths(first, months - 1);
    return { ...last, day: daysIn(last.year, last.month) };
  }
  return months === 1 ? { ...first, day: 15 } : { ...addMonths(first, Math.floor((months - 1) / 2)), day: 15 };
}

/** The period numbered `index` of a year; without a year the next one that is not over. */
function readNumbered(index: number, months: number, year: string | undefined, part: Part, today: Day): Day {
  const month = (index - 1) * months + 1;
  const inYear = year === undefined ? today.year : readYear(year);
  const first = { year: inYear, month, day: 1 };
  const isOver = isBefore(dayIn(first, months, 'end'), today);
  return dayIn(year === undefined && isOver ? { ...first, year: inYear + 1 } : first, months, part);
}

function readYear(written: string): number {
  const digits = written.replace(/\D/g, '');
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

function readMonth(name: string, year: string | undefined, part: Part, today: Day): Day | undefined {
  const month = MONTH_OF.get(name.toLowerCase());
  return month === undefined ? undefined : readNumbered(month, 1, year, part, today);
}

const ORDINALS: readonly string[] = [
  'first|1st|erste[ns]?|premier|primer',
  'second|2nd',
  'third|3rd',
  'fourth|4th|last|final',
];
function readOrdinal(word: string): number {
  return ORDINALS.findIndex((words) => new RegExp(`^(?:${words})$`, 'iu').test(word)) + 1;
}

const PART = String.raw`((?:the )?(?:early|mid|late|end|start|beginning|middle|close)(?: of| in)?[ -](?:the )?|(?:anfang|mitte|ende|début|mi|fin|principios de|mediados de|finales de|inizio|metà|fine|início de|meados de|fim de|begin|eind) ?-?(?:de )?)`;
const YEAR = String.raw`(?:(?: of|,)? (\d{4})(?!\d)|[ /-]?['’](\d{2})(?!\d)|[/-](\d{4}|\d{2})(?!\d))?`;
const IN_MONTH =
  'in|by|until|till|before|since|during|for|from|after|through|this|next|im|bis|ab|seit|en|avant|depuis|desde|hasta|entro|em|até|vanaf|voor|per';
const QUARTER_NAME = 'first|second|third|fourth|last|1st|2nd|3rd|4th';

const READERS: readonly (readonly [pattern: string, reader: Reader])[] = [
  [
    `${PART}?q([1-4])${YEAR}`,
    ([, part, quarter, a, b, c], today) => readNumbered(Number(quarter), 3, a ?? b ?? c, partOf(bare(part)), today),
  ],
  [
    `${PART}?(?:the )?(${QUARTER_NAME}) quarter(?: of (\\d{4}))?`,
    ([, part, name = '', year], today) => readNumbered(readOrdinal(name), 3, year, partOf(bare(part)), today),
  ],
  [
    `${PART}?(?:the )?(first|second|1st|2nd) half of (?:(\\d{4})|the year|next year)|h([12])${YEAR}`,
    ([whole = '', part, name, year, half, a, b, c], today) => {
      const index = half === undefined ? readOrdinal(name ?? '') : Number(half);
      const named = year ?? a ?? b ?? c ?? (/next year/i.test(whole) ? String(today.year + 1) : undefined);
      return readNumbered(index, 6, named, partOf(bare(part)), today);
    },
  ],
  [
    `${PART}(${MONTH})\\.?${YEAR}`,
    ([, part, month = '', a, b, c], today) => readMonth(month, a ?? b ?? c, partOf(bare(part)), today),
  ],
  [
    `(?<=(?:^|[^\\p{L}])(?:${IN_MONTH}) )(${MONTH})`,
    ([, month = ''], today) => readMonth(month, undefined, 'start', today),
  ],
  [
    `${PART}?(?:fy|fiscal(?: year)?|financial year) ?(\\d{4}|['’]?\\d{2})`,
    ([, part, year], today) => readNumbered(1, 12, year, partOf(bare(part)), today),
  ],
  [
    `(?:${PART}|(?<=(?:^|\\s)(?:in|by|until|before|since|for|during|from|after|en|im|jahr|nel|em) ))(20\\d{2})`,
    ([, part, year], today) => readNumbered(1, 12, year, partOf(bare(part)), today),
  ],
  [
    '(?:the )?week (?:of|starting|beginning|commencing)(?: the)? (?:(\\d{1,2})(?:st|nd|rd|th)? (?:of )?)?' +
      `(${MONTH})(?: (\\d{1,2})(?:st|nd|rd|th)?)?`,
    ([, before, month = '', after], today) => readWeekOf(month, before ?? after, today),
  ],
  ['(?:christmas|xmas|weihnachten|noël|navidad|natale|natal|kerst)', (_parts, today) => readNumberedDay(12, 25, today)],
  ["(?:the )?new year(?:['’]s)?(?: day)?", (_parts, today) => readNumberedDay(1, 1, today)],
];

/** The Monday of the week a day lies in. */
function readWeekOf(monthName: string, day: string | undefined, today: Day): Day | undefined {
  const month = MONTH_OF.get(monthName.toLowerCase());
  if (month === undefined || day === undefined) return undefined;
  const named = readNumberedDay(month, Number(day), today);
  return addDays(named, -((weekdayOf(named) + 6) % 7));
}

function readNumberedDay(month: number, day: number, today: Day): Day {
  const named = { year: today.year, month, day };
  return isBefore(named, today) ? { ...named, year: today.year + 1 } : named;
}

function bare(part: string | undefined): string | undefined {
  return part?.replace(/^the /i, '');
}

const PATTERNS = READERS.map(
  ([pattern, reader]) => [new RegExp(String.raw`(?<![\p{L}\d])(?:${pattern})(?![\p{L}\d])`, 'giu'), reader] as const,
);
/** "may" and "march" are verbs unless written as names; "mar" is a sea. */
const VERBS = /(?:^|[^\p{L}])(?:may|march|mai|mars|mar|jan|sept?|mei|dez|dec|marco)$/u;

/** Periods of the calendar (`Q3 2026`, `in March`, `mid-January`, `FY27`), value their first day, or the one asked for. */
export function findPeriods(text: string, now: Date): Entity[] {
  const today = dayOf(now);
  return PATTERNS.flatMap(([pattern, reader]) =>
    findAll(text, pattern).flatMap((match): Entity[] => {
      const day = VERBS.test(match[0]) ? undefined : reader(match, today);
      const value = day === undefined ? undefined : toIsoDate(day);
      if (value === undefined) return [];
      return [{ type: 'date', value, text: match[0], start: match.index, end: match.index + match[0].length }];
    }),
  );
}
