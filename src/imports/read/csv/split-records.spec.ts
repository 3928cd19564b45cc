import fc from 'fast-check';
import { type Dialect } from './dialect.js';
import { RecordSplitter, type SplitRecord } from './split-records.js';

function split(texts: readonly string[], dialect: Partial<Dialect> = {}, width?: number): SplitRecord[] {
  const splitter = new RecordSplitter({ delimiter: ',', quote: '"', lineEnd: 'LF', ...dialect }, 1000);
  if (width !== undefined) splitter.expectWidth(width);
  return [...texts.flatMap((text) => splitter.push(text)), ...splitter.finish()];
}

describe('RecordSplitter', () => {
  it('numbers rows as a spreadsheet does and says whether the last one ended', () => {
    expect(split(['a,b\n\n"c\nd",e\r\nf,g'])).toEqual([
      { row: 1, cells: ['a', 'b'], text: '', ended: true },
      { row: 3, cells: ['c\nd', 'e'], text: '', ended: true },
      { row: 4, cells: ['f', 'g'], text: '', ended: false },
    ]);
  });

  it('gives up on a quote and on a line that go on for longer than a record may', () => {
    const long = 'x'.repeat(1500);
    expect(split([`"a\n${long}\n`, `${long}\nb\n`]).map(({ cells }) => cells?.join() ?? null)).toEqual([
      null,
      null,
      null,
      'b',
    ]);
  });

  it('cuts the same records from a text whatever blocks it comes in', () => {
    const part = fc.constantFrom('a', ',', '"', '""', '\n', '\r\n', '\r', ' ', '"b, c"', '"d\ne"', 'f,g\n');
    const texts = fc.array(part, { maxLength: 60 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        texts,
        fc.array(fc.nat(60), { maxLength: 6 }),
        fc.constantFrom<Dialect['lineEnd']>('LF', 'CR'),
        (text, cuts, lineEnd) => {
          const ends = [...cuts.map((cut) => cut % (text.length + 1)), text.length].sort((a, b) => a - b);
          const blocks = ends.map((end, index) => text.slice(index === 0 ? 0 : ends[index - 1], end));
          expect(split(blocks, { lineEnd }, 2)).toEqual(split([text], { lineEnd }, 2));
        },
      ),
      { numRuns: 2000 },
    );
  });
});
