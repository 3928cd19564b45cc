import { excelSerialToMs } from '../../clean/excel-serial.js';
import { type NumberMeaning } from './number-format.js';
import { plainDecimal } from './plain-decimal.js';
import { type CellType } from './workbook-protocol.js';

const DAY_SECONDS = 24 * 60 * 60;
/** 31 December 9999, the last day a sheet can show. */
const MAX_SERIAL = 2_958_466;

/** A cell's value as text: what is stored, not what the format makes of it, except that dates are dates. */
export function cellText(type: CellType, text: string, meaning: NumberMeaning, date1904: boolean): string {
  switch (type) {
    case 'b':
      return text === '1' || text === 'true' ? 'TRUE' : 'FALSE';
    case 'e':
    case '':
      return '';
    case 'n':
      return meaning === 'number'
        ? plainDecimal(text)
        : (dateText(Number(text), meaning, date1904) ?? plainDecimal(text));
    default:
      return text;
  }
}

/** Text of a day number as its format shows it; undefined for numbers that are no day. */
function dateText(serial: number, meaning: NumberMeaning, date1904: boolean): string | undefined {
  if (!(serial >= 0 && serial < MAX_SERIAL)) return undefined;
  if (meaning === 'duration') return clock(Math.round(serial * DAY_SECONDS));
  if (meaning === 'time' && serial < 1) return clock(Math.round(serial * DAY_SECONDS) % DAY_SECONDS);
  // Day 0 and 29 February 1900 stand in Excel's calendar only.
  const isNoDay = !date1904 && (serial < 1 || Math.floor(serial) === 60);
  return isNoDay ? undefined : isoText(excelSerialToMs(serial, date1904), meaning);
}

/** To the second, or the millisecond where there is one; the day alone where the format shows no time and there is none. */
function isoText(ms: number, meaning: NumberMeaning): string {
  const iso = new Date(ms).toISOString();
  if (meaning === 'date' && iso.endsWith('T00:00:00.000Z')) return iso.slice(0, 10);
  return iso.slice(0, -1).replace(/\.000$/, '');
}

function clock(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
