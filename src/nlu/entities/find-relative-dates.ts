import { findAll } from '../../shared/find-all.js';
import { type Entity } from '../message-analysis.js';
import { foldWord } from '../split-words.js';
import { addDays, addMonths, type Day, dayOf, toIsoDate, weekdayOf } from './calendar.js';
import { readUnit, readWeekdayName, SHORT_WEEKDAY, UNIT, WEEKDAY } from './date-words.js';
import { firstOfQuarter, nextMonday } from './find-periods.js';
import { readNumber, SMALL_NUMBERS } from './number-text.js';

/** Single words and fixed phrases, in days from today. */
const SHIFTS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    '-2': 'the day before yesterday|vorgestern|avant-hier|anteayer|eergisteren',
    '-1': 'yesterday|last night|gestern|hier|ayer|ieri|ontem|gisteren',
    '0': "today|tonight|this morning|this afternoon|this evening|heute|aujourd'hui|aujourd’hui|hoy|oggi|hoje|vandaag|eod|end of day|end of the day|end of business|close of business|cob",
    '1': 'tomorrow|demain|mañana|domani|amanhã|morgen',
    '2': 'the day after tomorrow|day after tomorrow|übermorgen|après-demain|pasado mañana|dopodomani|depois de amanhã|overmorgen',
    '14': 'a fortnight today|a fortnight from today|two weeks today',
    '7': 'a week today|a week from today|this time next week',
  }).flatMap(([days, phrases]) => phrases.split('|').map((phrase): [string, number] => [phrase, Number(days)])),
);
/** Words of the languages that choose the next or the last of something. */
const NEXT =
  'next|coming|following|nächsten?|nächster|nächstes|kommenden?|kommender|kommendes|prochaine?|próxim[oa]|prossim[oa]|volgende';
const LAST =
  'last|past|previous|letzten?|letzter|letztes|dernière|dernier|pasad[oa]|scors[oa]|passad[oa]|vorige|afgelopen';
const THIS = 'this|current|diesen?|dieser|dieses|cette|este|esta|questo|questa|deze|dit';
const IS_NEXT = new RegExp(`^(?:${NEXT})$`, 'iu');
const IS_LAST = new RegExp(`^(?:${LAST})$`, 'iu');

type Reader = (parts: readonly string[], today: Day) => Day | undefined;

function stepOf(which: string): number {
  if (IS_NEXT.test(which)) return 1;
  return IS_LAST.test(which) ? -1 : 0;
}

/** The named weekday: `next` is the one of next week, `last` the latest past one, else the coming one (never today). */
function readWeekday(which: string, name: string, today: Day): Day | undefined {
  const weekday = readWeekdayName(name);
  if (weekday === undefined) return undefined;
  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  const step = /^(?:coming|kommend)/i.test(which) ? 0 : stepOf(which);
  if (step < 0) return addDays(today, ahead === 0 ? -7 : ahead - 7);
  // A week begins on Monday: "next Friday" is the Friday of the week that starts with the next Monday.
  if (step > 0) return addDays(nextMonday(today), (weekday + 6) % 7);
  return addDays(today, ahead === 0 ? 7 : ahead);
}

/** The first day of the week, month, quarter or year that is `steps` away from this one. */
function startOf(unit: string, today: Day, steps: number): Day {
  if (unit === 'day') return addDays(today, steps);
  if (unit === 'fortnight') return addDays(today, steps * 14);
  if (unit === 'week') return addDays(nextMonday(today), (steps - 1) * 7);
  if (unit === 'month') return addMonths({ ...today, day: 1 }, steps);
  if (unit === 'quarter') return addMonths(firstOfQuarter(today), steps * 3);
  return { year: today.year + steps, month: 1, day: 1 };
}

/** The last day of a unit; a working week ends on Friday. */
function endOf(unit: string, today: Day, steps: number): Day {
  return addDays(startOf(unit, today, steps + 1), unit === 'week' ? -3 : -1);
}

function midOf(unit: string, today: Day, steps: number): Day {
  const start = startOf(unit, today, steps);
  if (unit === 'week') return addDays(start, 2);
  if (unit === 'month') return { ...start, day: 15 };
  return unit === 'quarter' ? { ...addMonths(start, 1), day: 15 } : { ...start, month: 7 };
}

function readPart(part: string, which: string, unitWord: string, today: Day): Day {
  const unit = readUnit(unitWord);
  const steps = stepOf(which);
  if (/^(?:end|close|ende|fin|final|fine|eind)/i.test(part)) return endOf(unit, today, steps);
  return /^(?:mid|middle)/i.test(part) ? midOf(unit, today, steps) : startOf(unit, today, steps);
}

function shiftBy(written: string, unitWord: string, today: Day, sense = 1): Day | undefined {
  const unit = readUnit(unitWord);
  const amount = sense * readCount(written);
  if (!Number.isFinite(amount)) return undefined;
  if (unit === 'day') return addDays(today, amount);
  if (unit === 'week' || unit === 'fortnight') return addDays(today, amount * (unit === 'week' ? 7 : 14));
  if (unit === 'month') return addMonths(today, amount);
  return unit === 'quarter' ? addMonths(today, amount * 3) : addMonths(today, amount * 12);
}

function readCount(written: string): number {
  if (/^\d/.test(written)) return readNumber(written) ?? Number.NaN;
  if (/^an?$/.test(written)) return 1;
  return /^a couple/.test(written) ? 2 : (SMALL_NUMBERS.get(foldWord(written)) ?? Number.NaN);
}

/** The weekend begins on Saturday. */
function readWeekend(which: string, today: Day): Day {
  const saturday = addDays(startOf('week', today, stepOf(which)), 5);
  return saturday;
}

const COUNT = String.raw`(\d{1,4}|an?|a couple(?: of)?|${[...SMALL_NUMBERS.keys(), 'fünf', 'zwölf', 'três', 'één']
  .filter((word) => word !== 'zero' && !/^.{9,}$/.test(word))
  .sort((a, b) => b.length - a.length)
  .join('|')})`;
const PREPOSITION =
  'on|by|until|till|before|from|since|after|bis|am|vor|seit|nach|ab|avant|depuis|dès|antes del?|desde|hasta el?|entro|dopo|até|voor|op|vanaf';

const READERS: readonly (readonly [pattern: string, reader: Reader])[] = [
  [`(${[...SHIFTS.keys()].join('|')})`, ([, word = ''], today) => addDays(today, SHIFTS.get(word) ?? 0)],
  [
    `(?:(?:the |le |el |il |la )?(${NEXT}|${LAST}|${THIS}|${PREPOSITION})(?: the)? )?(?:el |il |le |la )?(${WEEKDAY})`,
    ([, which = '', name = ''], today) => readWeekday(which, name, today),
  ],
  [
    `(next|coming|last|this|on|by|until|till|before|from|since|after) (${SHORT_WEEKDAY})\\.?`,
    ([, which = '', name = ''], today) => readWeekday(which, name, today),
  ],
  [
    `(${WEEKDAY}) (?:prochaine?|próxim[oa]|que viene|prossim[oa]|que vem)`,
    ([, name = ''], today) => readWeekday('next', name, today),
  ],
  [
    `(?:on )?(${WEEKDAY})(?: of)? next week|next week (?:on )?(${WEEKDAY})`,
    ([, a, b], today) => readWeekday('next', a ?? b ?? '', today),
  ],
  [`(?:a|one) week (?:on|from|next) (${WEEKDAY})`, ([, name = ''], today) => addWeek(readWeekday('', name, today))],
  [
    `(?:the )?(end|close|middle|beginning|start) of (?:the )?(${NEXT}|${LAST}|${THIS})? ?(week|month|quarter|year)|(mid)[- ](${NEXT}|${THIS})? ?(week|month|quarter|year)`,
    ([, part, which, unit, mid, midWhich, midUnit], today) =>
      readPart(part ?? mid ?? '', which ?? midWhich ?? '', unit ?? midUnit ?? '', today),
  ],
  [
    '(?:(?:the )?(year)[- ]end|(?:the )?(month)[- ]end|(?:the )?(quarter)[- ]end)',
    ([, y, m, q], today) => endOf(y ?? m ?? q ?? '', today, 0),
  ],
  [
    '(?:eo(w|m|q|y))',
    ([, letter = ''], today) => endOf({ w: 'week', m: 'month', q: 'quarter' }[letter] ?? 'year', today, 0),
  ],
  [
    `(ende|fin|finales?|fine|eind) (?:der |des |de la |de |du |del |della )?(${NEXT}|${LAST}|${THIS})? ?(${UNIT})(?: (${NEXT}))?`,
    ([, part = '', which, unit = '', behind], today) => readPart(part, which ?? behind ?? '', unit, today),
  ],
  [
    `(?:(?:the |la |el |der |die |das |den |le )?(?:start|beginning) of (?:the )?)?(${NEXT}|${LAST}|${THIS}) (${UNIT})`,
    ([, which = '', unit = ''], today) => startOf(readUnit(unit), today, stepOf(which)),
  ],
  [
    `(${UNIT}) (prochaine?|próxim[oa]|prossim[oa]|dernière|dernier|pasad[oa]|scors[oa]|passad[oa]|que viene|que vem)`,
    ([, unit = '', which = ''], today) => startOf(readUnit(unit), today, /^que/.test(which) ? 1 : stepOf(which)),
  ],
  [`(this|next|last|the) weekend`, ([, which = ''], today) => readWeekend(which, today)],
  [
    `(?:in|dans|en|tra|fra|em|over) (?:about |around |roughly )?${COUNT} (${UNIT})(?:'s|s'|'|’|’s)?(?:' time|’ time| time)?`,
    ([, count = '', unit = ''], today) => shiftBy(count, unit, today),
  ],
  [
    `${COUNT} (${UNIT}) (?:from now|from today|hence)`,
    ([, count = '', unit = ''], today) => shiftBy(count, unit, today),
  ],
  [
    `${COUNT} (${UNIT}) (?:ago|geleden|fa|atrás)`,
    ([, count = '', unit = ''], today) => shiftBy(count, unit, today, -1),
  ],
  [`(?:vor|il y a|hace|há) ${COUNT} (${UNIT})`, ([, count = '', unit = ''], today) => shiftBy(count, unit, today, -1)],
];

function addWeek(day: Day | undefined): Day | undefined {
  return day === undefined ? undefined : addDays(day, 7);
}

const PATTERNS = READERS.map(
  ([pattern, reader]) => [new RegExp(String.raw`(?<![\p{L}\d])(?:${pattern})(?![\p{L}\d])`, 'giu'), reader] as const,
);
/** "Guten Morgen" and "buenas mañanas" are no tomorrow. */
const GREETING = /(?:guten|goede|goeden|goeie|heute|jeden|am|la|buena|gut) $/iu;
/** "this day", "the past years": nothing that stands for one day. */
const NO_DATE = /^(?:this|current|past|previous|following|en|em|over|fra|tra) (?:day|days|an|ans)$/iu;

/** Dates told from today, value `yyyy-mm-dd`; a week, month or quarter stands for its first day, "end of" for its last. */
export function findRelativeDates(text: string, now: Date): Entity[] {
  const today = dayOf(now);
  return PATTERNS.flatMap(([pattern, reader]) =>
    findAll(text, pattern).flatMap((match): Entity[] => {
      // A part that took no part in the match is undefined at run time.
      const parts = match.map((part: string | undefined) => part?.toLowerCase()) as string[];
      const isGreeting =
        /^(?:morgen|mañana)$/iu.test(match[0]) && GREETING.test(text.slice(Math.max(0, match.index - 8), match.index));
      const day = isGreeting || NO_DATE.test(match[0]) ? undefined : reader(parts, today);
      const value = day === undefined ? undefined : toIsoDate(day);
      if (value === undefined) return [];
      return [{ type: 'date', value, text: match[0], start: match.index, end: match.index + match[0].length }];
    }),
  );
}
