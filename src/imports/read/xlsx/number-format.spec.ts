import { readNumberFormat } from './number-format.js';

describe('readNumberFormat', () => {
  it.each<[number | string, string]>([
    [0, 'number'],
    [2, 'number'],
    [14, 'date'],
    [22, 'date-time'],
    [46, 'duration'],
    [57, 'date'],
    [164, 'number'],
    ['yyyy-mm-dd', 'date'],
    ['dd/mm/yyyy hh:mm', 'date-time'],
    ['hh:mm AM/PM', 'time'],
    ['mm:ss.0', 'time'],
    ['mmmm', 'date'],
    ['[$-409]mmm-yy;@', 'date'],
    ['[Red]#,##0.00', 'number'],
    ['0.00E+00', 'number'],
    ['"days" 0', 'number'],
    ['0 \\d', 'number'],
    ['_-* #,##0 _d_-', 'number'],
    ['[h]:mm', 'duration'],
    ['@', 'number'],
    ['', 'number'],
    [']'.repeat(400), 'number'],
  ])('takes %j for a %s', (format, meaning) => {
    expect(readNumberFormat(format)).toBe(meaning);
  });
});
