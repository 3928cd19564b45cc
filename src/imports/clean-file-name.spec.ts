import { cleanFileName } from './clean-file-name.js';

describe('cleanFileName', () => {
  it.each([
    ['customers.csv', 'customers.csv'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\ann\\Kunden März.xlsx', 'Kunden März.xlsx'],
    ['a\0b\u202ecsv\n', 'abcsv'],
    ['', 'unnamed'],
    ['x/', 'unnamed'],
  ])('%j becomes %j', (given, expected) => {
    expect(cleanFileName(given)).toBe(expected);
  });

  it('is not endless', () => {
    expect(cleanFileName('a'.repeat(5_000))).toHaveLength(200);
  });
});
