import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { toCsvCell, toCsvLine } from './csv-line.js';

const FORMULA = /^[\s"\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u;

describe('toCsvCell', () => {
  it.each<[string | number | boolean | null, string]>([
    ['Ann', 'Ann'],
    ['a, b', '"a, b"'],
    ['say "hi"', '"say ""hi"""'],
    ['', ''],
    [null, ''],
    [-5, '-5'],
    [true, 'true'],
    ['=1+1', "'=1+1"],
    ['+44 20', "'+44 20"],
    ['-x', "'-x"],
    ['@cmd', "'@cmd"],
    ['＝1', "'＝1"],
    [' =1', "' =1"],
    ['\t=1', '"\'\t\'=1"'],
    ['a;=1', '"a;\'=1"'],
    ['a@b.example', 'a@b.example'],
    ['x-y = z', 'x-y = z'],
  ])('writes %j as %s', (value, expected) => {
    expect(toCsvCell(value)).toBe(expected);
  });

  it('never lets a text begin a formula, whatever the spreadsheet separates by', () => {
    const text = fc.string({
      unit: fc.constantFrom('=', '+', '-', '@', ' ', '"', "'", ';', '\t', '\n', '\r', ',', '|', 'a', '1', '\u00a0'),
    });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 3 }), (cells) => {
        const line = toCsvLine(cells);
        const read: string[][] = parse(line, { relax_column_count: true, record_delimiter: '\r\n' });
        // One that separates by something else may cut a cell anywhere, quotes or not.
        const cut = [';', '\t', '|', '\r', '\n'].flatMap((separator) => line.split(separator));
        expect([...read.flat(), ...cut].filter((cell) => FORMULA.test(cell))).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is read back as written, but for the guard', () => {
    const text = fc.string().filter((value) => !/[=+\-@]/.test(value));
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 5 }), (cells) => {
        const [record]: string[][] = parse(toCsvLine(cells));
        expect(record).toEqual(cells);
      }),
    );
  });
});
