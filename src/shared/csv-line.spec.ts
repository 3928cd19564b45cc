import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { toCsvLine } from './csv-line.js';

describe('toCsvLine', () => {
  it('quotes what needs it', () => {
    expect(toCsvLine(['a', 'b,c', 'say "x"', null, 7])).toBe('a,"b,c","say ""x""",,7\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@x', '\tx', '\rx', '\nx', ' =1', '＝1'])('disarms %j', (text) => {
    const [row] = parse(toCsvLine([text])) as string[][];
    expect(row?.[0]).toBe(`'${text}`);
  });

  it('gives back every text, for readers of CSV, that is no formula', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 5 }), (cells) => {
        const [row] = parse(toCsvLine(cells)) as string[][];
        expect(row?.map((cell) => cell.replace(/^'/, ''))).toEqual(cells.map((cell) => cell.replace(/^'/, '')));
      }),
    );
  });
});
