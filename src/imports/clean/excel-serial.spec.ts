import { excelSerialToMs, readExcelSerial } from './excel-serial.js';

const iso = (ms: number | undefined): string | undefined => (ms === undefined ? undefined : new Date(ms).toISOString());

describe('excelSerialToMs', () => {
  it('counts as Excel does, whose year 1900 has a 29 February, and as the Macintosh did', () => {
    expect(iso(excelSerialToMs(1, false))).toBe('1900-01-01T00:00:00.000Z');
    expect(iso(excelSerialToMs(59, false))).toBe('1900-02-28T00:00:00.000Z');
    expect(iso(excelSerialToMs(61, false))).toBe('1900-03-01T00:00:00.000Z');
    expect(iso(excelSerialToMs(43_878.766666666663, false))).toBe('2020-02-17T18:24:00.000Z');
    expect(iso(excelSerialToMs(42_416, true))).toBe('2020-02-17T00:00:00.000Z');
  });
});

describe('readExcelSerial', () => {
  it('takes day numbers of our time, with a point or a comma', () => {
    expect(iso(readExcelSerial('43878'))).toBe('2020-02-17T00:00:00.000Z');
    expect(iso(readExcelSerial('43878,75'))).toBe('2020-02-17T18:00:00.000Z');
    expect(iso(readExcelSerial('18264'))).toBe('1950-01-01T00:00:00.000Z');
  });

  it.each(['2020', '18263', '73051', '438780', '-43878', '43878.', '4387a', ''])('does not take %j for one', (text) => {
    expect(readExcelSerial(text)).toBeUndefined();
  });
});
