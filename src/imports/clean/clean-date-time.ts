import { type CleanFault } from './clean-fault.js';
import { type DateOrder } from './date-order.js';
import { readExcelSerial } from './excel-serial.js';
import { readDateParts } from './read-date-parts.js';
import { readTimeOfDay, type TimeOfDay } from './read-time-of-day.js';
import { trimText } from './trim-text.js';

export type DateFault = CleanFault<'bad_date' | 'impossible_date' | 'ambiguous_date_order'>;

export interface CalendarDate {
  year: number;
  month: number;
  day: number;
}

/** Years business data can mean; others are slips of the keyboard. */
const MIN_YEAR = 1900;
const MAX_YEAR = 2199;

/**
 * A moment from a cell: ISO 8601, `D/M/Y` or `M/D/Y` (by `order`, or where only one of them is possible) with a time
 * behind it, a named month, or an Excel serial. Without a zone it is UTC.
 * @returns `iso` in UTC with milliseconds, or why not
 */
export function cleanDateTime(value: string, order: DateOrder | null): { iso: string } | DateFault {
  const text = trimText(value);
  const serial = readExcelSerial(text);
  if (serial !== undefined) return { iso: new Date(serial).toISOString() };
  const read = readDate(text, order);
  if ('code' in read) return read;
  const time = readTimeOfDay(read.rest);
  if (time === undefined) return { code: 'bad_date' };
  if (time === 'impossible') return { code: 'impossible_date' };
  return { iso: toIso(read, time) };
}

/** The date a text starts with, checked against the calendar. */
export function readDate(text: string, order: DateOrder | null): (CalendarDate & { rest: string }) | DateFault {
  const parts = readDateParts(text);
  if (parts === undefined) return { code: 'bad_date' };
  if (parts.kind === 'known') return isPossible(parts) ? parts : { code: 'impossible_date' };
  const { first, second, year, rest } = parts;
  const readings = {
    DMY: { year, month: second, day: first, rest },
    MDY: { year, month: first, day: second, rest },
  };
  if (order === 'DMY' || order === 'MDY') {
    const reading = readings[order];
    return isPossible(reading) ? reading : { code: 'impossible_date' };
  }
  const possible = [readings.DMY, readings.MDY].filter(isPossible);
  const [only] = possible;
  if (only === undefined) return { code: 'impossible_date' };
  return possible.length === 1 || first === second ? only : { code: 'ambiguous_date_order' };
}

function isPossible({ year, month, day }: CalendarDate): boolean {
  if (year < MIN_YEAR || year > MAX_YEAR || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function toIso({ year, month, day }: CalendarDate, time: TimeOfDay): string {
  const { hours, minutes, seconds, microseconds, offsetMinutes } = time;
  const milliseconds = Math.floor(microseconds / 1000);
  const iso = new Date(
    Date.UTC(year, month - 1, day, hours, minutes - offsetMinutes, seconds, milliseconds),
  ).toISOString();
  const finer = microseconds % 1000;
  return finer === 0 ? iso : `${iso.slice(0, -1)}${String(finer).padStart(3, '0')}Z`;
}
