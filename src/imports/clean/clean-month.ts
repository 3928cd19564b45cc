import { type DateFault, readDate } from './clean-date-time.js';
import { type DateOrder } from './date-order.js';
import { readExcelSerial } from './excel-serial.js';
import { monthOfName } from './month-names.js';
import { fullYear } from './read-date-parts.js';
import { readTimeOfDay } from './read-time-of-day.js';
import { trimText } from './trim-text.js';

/**
 * The first day of a month, `YYYY-MM-01`, from `MM-YYYY`, `YYYY-MM`, `202003`, `Mar 2020`, `Mar-20`, an Excel serial or a
 * full date.
 */
export function cleanMonth(value: string, order: DateOrder | null = null): { month: string } | DateFault {
  const text = trimText(value);
  const serial = readExcelSerial(text);
  if (serial !== undefined) return { month: `${new Date(serial).toISOString().slice(0, 7)}-01` };
  const read = readMonth(text) ?? readWholeDate(text, order);
  if ('code' in read) return read;
  const { year, month } = read;
  if (month < 1 || month > 12 || year < 1900 || year > 2199) return { code: 'impossible_date' };
  return { month: `${year}-${String(month).padStart(2, '0')}-01` };
}

interface YearMonth {
  year: number;
  month: number;
}

function readMonth(text: string): YearMonth | undefined {
  const monthFirst = /^(\d{1,2})[-/. ](\d{4})$/.exec(text);
  if (monthFirst !== null) return { month: Number(monthFirst[1]), year: Number(monthFirst[2]) };
  const yearFirst = /^(\d{4})(?:[-/. ](?=\d{1,2}$)|(?=\d\d$))(\d{1,2})$/.exec(text);
  if (yearFirst !== null) return { year: Number(yearFirst[1]), month: Number(yearFirst[2]) };
  const named = /^(\p{L}{3,10})\.?[-/,' ]{0,2}(\d{4}|\d{2})$/u.exec(swapped(text));
  const month = named === null ? undefined : monthOfName(named[1] ?? '');
  return month === undefined || named === null ? undefined : { month, year: fullYear(named[2] ?? '') };
}

/** `2020 March` as if it were `March 2020`. */
function swapped(text: string): string {
  return text.replace(/^(\d{4})[-/, ]{0,2}(\p{L}{3,10}\.?)$/u, '$2 $1');
}

/** The day may be open where month and year are not: `05/05/2020`. */
function readWholeDate(text: string, order: DateOrder | null): YearMonth | DateFault {
  const read = readDate(text, order);
  if ('code' in read) return read;
  return typeof readTimeOfDay(read.rest) === 'object' ? read : { code: 'bad_date' };
}
