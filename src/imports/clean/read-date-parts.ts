import { monthOfName } from './month-names.js';

/** A date as it is written, before anybody decides which number is the day. */
export type DateParts =
  | { kind: 'known'; year: number; month: number; day: number; rest: string }
  /** Two numbers and a year behind them: day and month in either order. */
  | { kind: 'open'; first: number; second: number; year: number; rest: string };

const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/;
const YEAR_LAST = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?=$|[T ]\d)/;
const WEEKDAY = /^\p{L}{2,12}\.?,?\s+(?=\d|\p{L})/u;
const DAY_NAME_YEAR =
  /^(\d{1,2})(?:st|nd|rd|th|\.)?[\s-]*(?:de |of )?(\p{L}{3,10})\.?,?[\s-]*(?:de )?(\d{4}|\d{2})(?!\d)/u;
const NAME_DAY_YEAR = /^(\p{L}{3,10})\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?,?[\s-]+(\d{4})(?!\d)/u;

/** Two digits mean the years 1970 to 2069, as POSIX has it. */
export function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

/** Reads the date at the start of a trimmed text; undefined when there is none. `rest` is what follows it. */
export function readDateParts(text: string): DateParts | undefined {
  return readNumbers(text) ?? (/\p{L}/u.test(text) ? readNamedMonth(text) : undefined);
}

function readNumbers(text: string): DateParts | undefined {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst !== null) {
    const [whole, year, , month, day] = yearFirst;
    return {
      kind: 'known',
      year: Number(year),
      month: Number(month),
      day: Number(day),
      rest: text.slice(whole.length),
    };
  }
  const yearLast = YEAR_LAST.exec(text);
  if (yearLast !== null) {
    const [whole, first, , second, year = ''] = yearLast;
    const rest = text.slice(whole.length);
    return { kind: 'open', first: Number(first), second: Number(second), year: fullYear(year), rest };
  }
  const compact = COMPACT.exec(text);
  if (compact === null) return undefined;
  const [whole, year, month, day] = compact;
  return { kind: 'known', year: Number(year), month: Number(month), day: Number(day), rest: text.slice(whole.length) };
}

function readNamedMonth(text: string): DateParts | undefined {
  return readNamed(text) ?? readNamed(text.replace(WEEKDAY, ''));
}

function readNamed(text: string): DateParts | undefined {
  const dayFirst = DAY_NAME_YEAR.exec(text);
  const nameFirst = dayFirst === null ? NAME_DAY_YEAR.exec(text) : null;
  const [whole, day, name, year] =
    dayFirst ?? (nameFirst === null ? [] : [nameFirst[0], nameFirst[2], nameFirst[1], nameFirst[3]]);
  if (whole === undefined || name === undefined || year === undefined) return undefined;
  const month = monthOfName(name);
  if (month === undefined) return undefined;
  return { kind: 'known', year: fullYear(year), month, day: Number(day), rest: text.slice(whole.length) };
}
