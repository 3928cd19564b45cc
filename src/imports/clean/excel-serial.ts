const DAY_MS = 24 * 60 * 60 * 1000;
/** Serial 0 of the 1900 system; Excel has a 29 February 1900, so this holds from serial 61 on. */
const EPOCH_1900_MS = Date.UTC(1899, 11, 30);
const EPOCH_1904_MS = Date.UTC(1904, 0, 1);
/** 1950 to 2099: smaller and greater numbers in a date column are years, counts or slips. */
const MIN_SERIAL = 18_264;
const MAX_SERIAL = 73_051;

/** Milliseconds since 1970 (UTC) of a spreadsheet's day number, to the millisecond. */
export function excelSerialToMs(serial: number, date1904: boolean): number {
  const epoch = date1904 ? EPOCH_1904_MS : serial < 60 ? EPOCH_1900_MS + DAY_MS : EPOCH_1900_MS;
  return epoch + Math.round(serial * DAY_MS);
}

/** The moment a cell like `43878.766667` means in a date column; undefined for what is no plausible day number. */
export function readExcelSerial(text: string): number | undefined {
  if (!/^\d{5}(?:[.,]\d{1,17})?$/.test(text)) return undefined;
  const serial = Number(text.replace(',', '.'));
  if (serial < MIN_SERIAL || serial >= MAX_SERIAL) return undefined;
  // Times are kept to the second: cells show so many digits, and 0.766667 means 18:24:00.
  return Math.round(excelSerialToMs(serial, false) / 1000) * 1000;
}
