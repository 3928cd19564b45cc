import fc from 'fast-check';
import { readTable, rowsOf } from '../../../test/support/read-table.js';
import { writeZip } from '../../../test/support/write-zip.js';

interface Style {
  encoding: 'utf8' | 'utf8-bom' | 'utf16le' | 'utf16be' | 'latin1';
  delimiter: string;
  lineEnd: string;
  quoting: 'needed' | 'all';
  endsWithLine: boolean;
}

const style: fc.Arbitrary<Style> = fc.record({
  encoding: fc.constantFrom('utf8', 'utf8-bom', 'utf16le', 'utf16be', 'latin1'),
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  quoting: fc.constantFrom('needed', 'all'),
  endsWithLine: fc.boolean(),
});

/** Words as tables hold them, and everything that has to be quoted. */
const piece = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom('Email', 'Zürich', 'José', 'Side effects', '17/02/2020', '12', 'größer', 'ñandú'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ',',
      ';',
      '\t',
      '|',
      '"',
      '""',
      '\n',
      '\r\n',
      ' ',
      "'",
      '1,5',
      'sep=',
      '<b>',
      '#',
      '=1+1',
    ),
  },
);
const cell = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join(''));
const table = fc.integer({ min: 2, max: 5 }).chain((width) =>
  fc.array(
    fc.array(cell, { minLength: width, maxLength: width }).map((cells) => ['id', ...cells]),
    { minLength: 1, maxLength: 30 },
  ),
);

function write(
  rows: readonly (readonly string[])[],
  { encoding, delimiter, lineEnd, quoting, endsWithLine }: Style,
): Buffer {
  const isPlain = (text: string): boolean => quoting === 'needed' && !/["\r\n,;\t|]|^\s|\s$|^'/.test(text);
  const quote = (text: string): string => (isPlain(text) ? text : `"${text.replaceAll('"', '""')}"`);
  const text = rows.map((row) => row.map(quote).join(delimiter)).join(lineEnd) + (endsWithLine ? lineEnd : '');
  if (encoding === 'utf8' || encoding === 'latin1') return Buffer.from(text, encoding);
  const marked = Buffer.from(`\ufeff${text}`, encoding === 'utf8-bom' ? 'utf8' : 'utf16le');
  return encoding === 'utf16be' ? marked.swap16() : marked;
}

describe('openTable', () => {
  it('gives back any table, however it was written', async () => {
    await fc.assert(
      fc.asyncProperty(table, style, async (rows, how) => {
        const header = [
          'number',
          ...Array.from({ length: (rows[0]?.length ?? 1) - 1 }, (_, index) => `column ${index}`),
        ];
        const read = await readTable(write([header, ...rows], how));
        expect(read).toMatchObject({ format: 'csv', header, headerRow: 1, delimiter: how.delimiter });
        expect(rowsOf(read)).toEqual(rows);
      }),
      { numRuns: 300 },
    );
  });

  it('ends on any bytes, and refuses what it does not read', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 3000 }).map((array) => Buffer.from(array)),
      fc.string({ unit: 'binary', maxLength: 500 }).map((text) => Buffer.from(text)),
      fc
        .array(fc.constantFrom('"', ',', '\n', '\r', 'a', '""', ' ', '\t', ';', "'"), { maxLength: 300 })
        .map((parts) => Buffer.from(parts.join(''))),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (content) => {
        const read = await readTable(content);
        if (typeof read === 'string') expect(read).toMatch(/^[a-z_]+$/);
        else expect(read.records.every(({ cells, fault }) => (cells === null) === (fault !== undefined))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('accounts for every line of a table with quotes anywhere', async () => {
    const line = fc.array(fc.constantFrom('a', 'b c', '"', '"x"', '"x, y"', ''), { minLength: 2, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 20 }), async (lines) => {
        const numbered = lines.map((cells, index) => [`n${index}`, ...cells].join(','));
        const read = await readTable(`id,note,kind\n${numbered.join('\n')}\n`);
        const told =
          typeof read === 'string'
            ? ''
            : read.records.map(({ cells, fault }) => cells?.join() ?? fault?.value).join('\n');
        for (const index of lines.keys()) expect(told).toMatch(new RegExp(`\\bn${index}\\b`));
      }),
    );
  });

  it('ends on any damaged workbook', async () => {
    const sheet =
      '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c></row></sheetData></worksheet>';
    const workbook = '<workbook><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>';
    const relations =
      '<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>';
    const whole = writeZip([
      { name: 'xl/workbook.xml', content: workbook },
      { name: 'xl/_rels/workbook.xml.rels', content: relations },
      { name: 'xl/worksheets/sheet1.xml', content: sheet },
    ]);
    expect(await readTable(whole)).toMatchObject({ format: 'xlsx', header: ['id'], sheet: 'S' });
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(damage, fc.nat(whole.length), async (changes, length) => {
        const bytes = Buffer.from(whole);
        for (const [at, byte] of changes) bytes[at] = byte;
        expect(await readTable(length % 3 === 0 ? bytes.subarray(0, length) : bytes)).toBeDefined();
      }),
      { numRuns: 40 },
    );
  });
});
