import { type Entity } from '../message-analysis.js';
import { addDays, addMonths, type Day, dayOf, daysIn, toIsoDate, weekdayOf } from './calendar.js';
import { NUMBER_WORDS, readAnyNumber } from './number-text.js';

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
/** Single words and fixed phrases, in days from today. */
const SHIFTS: ReadonlyMap<string, number> = new Map([
  ['the day after tomorrow', 2],
  ['day after tomorrow', 2],
  ['the day before yesterday', -2],
  ...['today', 'tonight', 'heute', "aujourd'hui", 'hoy', 'oggi', 'hoje', 'vandaag'].map((w): [string, number] => [
    w,
    0,
  ]),
  ...['tomorrow', 'demain', 'mañana', 'domani', 'amanhã'].map((w): [string, number] => [w, 1]),
  ...['yesterday', 'gestern', 'hier', 'ayer', 'ieri', 'ontem', 'gisteren'].map((w): [string, number] => [w, -1]),
  ['übermorgen', 2],
]);

type Reader = (parts: readonly string[], today: Day) => Day | undefined;

/** The named weekday: `next` is the one of next week, `last` the latest past one, else the coming one (never today). */
function readWeekday(which: string, name: string, today: Day): Day {
  const ahead = (WEEKDAYS.indexOf(name) - weekdayOf(today) + 7) % 7;
  if (which === 'last') return addDays(today, ahead === 0 ? -7 : ahead - 7);
  // A week begins on Monday: "next Friday" is the Friday of the week that starts with the next Monday.
  if (which === 'next') return addDays(nextMonday(today), (WEEKDAYS.indexOf(name) + 6) % 7);
  return addDays(today, ahead === 0 ? 7 : ahead);
}

function nextMonday(today: Day): Day {
  return addDays(today, (8 - weekdayOf(today)) % 7 || 7);
}

function firstOfQuarter(today: Day): Day {
  return { year: today.year, month: Math.floor((today.month - 1) / 3) * 3 + 1, day: 1 };
}

/** The first day of the week, month, quarter or year that is `steps` away from this one. */
function startOf(unit: string, today: Day, steps: number): Day {
  if (unit === 'week') return addDays(nextMonday(today), (steps - 1) * 7);
  if (unit === 'month') return addMonths({ ...today, day: 1 }, steps);
  if (unit === 'quarter') return addMonths(firstOfQuarter(today), steps * 3);
  return { year: today.year + steps, month: 1, day: 1 };
}

/** The last day of a unit; a working week ends on Friday. */
function endOf(unit: string, today: Day, steps: number): Day {
  return addDays(startOf(unit, today, steps + 1), unit === 'week' ? -3 : -1);
}

function shiftBy(amount: number, unit: string, today: Day): Day {
  if (unit === 'day') return addDays(today, amount);
  if (unit === 'week') return addDays(today, amount * 7);
  if (unit === 'month') return addMonths(today, amount);
  return unit === 'quarter' ? addMonths(today, amount * 3) : addMonths(today, amount * 12);
}

const STEP: Readonly<Record<string, number>> = { next: 1, last: -1, this: 0, the: 0 };
const COUNT = String.raw`(\d{1,4}|an?|${NUMBER_WORDS})`;
const UNIT = '(day|week|month|quarter|year)';

const READERS: readonly (readonly [pattern: string, reader: Reader])[] = [
  [`(${[...SHIFTS.keys()].join('|')})`, ([, word = ''], today) => addDays(today, SHIFTS.get(word) ?? 0)],
  [
    `(?:(next|last|this|coming|on|by|until|before|from|since) )(${WEEKDAYS.join('|')})`,
    ([, which = '', name = ''], today) => readWeekday(which, name, today),
  ],
  [`(${WEEKDAYS.join('|')})`, ([, name = ''], today) => readWeekday('', name, today)],
  [
    `(?:the )?(?:end|close) of (next|this|the|last)?(?: )?(week|month|quarter|year)`,
    ([, which, unit = ''], today) => endOf(unit, today, STEP[which ?? 'the'] ?? 0),
  ],
  [
    `(?:(?:the )?(?:start|beginning) of )?(next|last) (week|month|quarter|year)`,
    ([, which = '', unit = ''], today) => startOf(unit, today, STEP[which] ?? 0),
  ],
  [
    `in ${COUNT} ${UNIT}s?(?:' time|’ time)?`,
    ([, count = '', unit = ''], today) => shiftBy(readAnyNumber(count) ?? 0, unit, today),
  ],
  [
    `${COUNT} ${UNIT}s? (ago|from now|from today)`,
    ([, count = '', unit = '', sense = ''], today) =>
      shiftBy((readAnyNumber(count) ?? 0) * (sense === 'ago' ? -1 : 1), unit, today),
  ],
  [
    `(end of |by the end of )?q([1-4])(?: (\\d{4}))?`,
    ([, end, quarter = '1', year], today) => readQuarter(end !== undefined, Number(quarter), year, today),
  ],
];

/** The first (or last) day of a numbered quarter; without a year the next one that is not over. */
function readQuarter(end: boolean, quarter: number, year: string | undefined, today: Day): Day {
  const current = Math.floor((today.month - 1) / 3) + 1;
  const inYear = year === undefined ? today.year + (quarter < current ? 1 : 0) : Number(year);
  const month = quarter * 3;
  return end ? { year: inYear, month, day: daysIn(inYear, month) } : { year: inYear, month: month - 2, day: 1 };
}

const PATTERNS = READERS.map(
  ([pattern, reader]) => [new RegExp(String.raw`(?<![\p{L}\d])${pattern}(?![\p{L}\d])`, 'giu'), reader] as const,
);

/** Dates told from today, value `yyyy-mm-dd`; a week, month or quarter stands for its first day, "end of" for its last. */
export function findRelativeDates(text: string, now: Date): Entity[] {
  const today = dayOf(now);
  return PATTERNS.flatMap(([pattern, reader]) =>
    [...text.matchAll(pattern)].flatMap((match): Entity[] => {
      // A part that took no part in the match is undefined at run time.
      const parts = match.map((part: string | undefined) => part?.toLowerCase()) as string[];
      const day = reader(parts, today);
      const value = day === undefined ? undefined : toIsoDate(day);
      if (value === undefined) return [];
      return [{ type: 'date', value, text: match[0], start: match.index, end: match.index + match[0].length }];
    }),
  );
}
