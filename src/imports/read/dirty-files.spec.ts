import { readTable, rowsOf, type TableRead } from '../../../test/support/read-table.js';

/** A file, what it is told to be, and the cells of its records (or the fault's code). */
interface Fixture {
  name: string;
  bytes: Buffer | string;
  told?: Partial<TableRead>;
  rows: (string[] | string)[];
}

const HEADER = ['id', 'note'];
const utf16le = (text: string): Buffer => Buffer.from(text, 'utf16le');
const utf16be = (text: string): Buffer => utf16le(text).swap16();
const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');
const SMALL = 'id,note\n1,Zürich – 漢字\n2,b\n3,c\n';
const SMALL_ROWS = [
  ['1', 'Zürich – 漢字'],
  ['2', 'b'],
  ['3', 'c'],
];
const RUSSIAN = latin1(
  'id,note\n1,\xcf\xf0\xe8\xe2\xe5\xf2\n2,\xce\xef\xe8\xf1\xe0\xed\xe8\xe5 \xf2\xee\xe2\xe0\xf0\xe0 \xe4\xeb\xff \xea\xeb\xe8\xe5\xed\xf2\xe0\n',
);
const JAPANESE = Buffer.concat([
  latin1('id,note\n'),
  ...['1', '2', '3'].map((id) =>
    latin1(
      `${id},\x82\xb1\x82\xf1\x82\xc9\x82\xbf\x82\xcd\x90\xa2\x8aE\x81A\x82\xa8\x8bq\x97l\x82\xcc\x93\xfa\x96{\x8c\xea\n`,
    ),
  ),
]);

const ENCODINGS: Fixture[] = [
  {
    name: 'UTF-8',
    bytes: SMALL,
    told: { encoding: 'utf-8', delimiter: ',', lineEnd: 'LF', quote: null },
    rows: SMALL_ROWS,
  },
  {
    name: 'UTF-8 with a byte order mark and CRLF',
    bytes: `\ufeff${SMALL.replaceAll('\n', '\r\n')}`,
    told: { encoding: 'utf-8-bom', lineEnd: 'CRLF', header: HEADER },
    rows: SMALL_ROWS,
  },
  {
    name: 'UTF-16 LE',
    bytes: utf16le(`\ufeff${SMALL}`),
    told: { encoding: 'utf-16le', header: HEADER },
    rows: SMALL_ROWS,
  },
  {
    name: 'UTF-16 BE',
    bytes: utf16be(`\ufeff${SMALL}`),
    told: { encoding: 'utf-16be', header: HEADER },
    rows: SMALL_ROWS,
  },
  { name: 'UTF-16 LE without a mark', bytes: utf16le(SMALL), told: { encoding: 'utf-16le' }, rows: SMALL_ROWS },
  { name: 'UTF-16 BE without a mark', bytes: utf16be(SMALL), told: { encoding: 'utf-16be' }, rows: SMALL_ROWS },
  {
    name: 'Latin-1',
    bytes: latin1('id,note\n1,Zürich\n2,Málaga\n'),
    told: { encoding: 'iso-8859-1' },
    rows: [
      ['1', 'Zürich'],
      ['2', 'Málaga'],
    ],
  },
  {
    name: 'Windows-1252 with a euro sign and curly quotes',
    bytes: latin1('id,note\n1,5 \x80\n2,\x93fine\x94 \x96 caf\xe9\n'),
    told: { encoding: 'windows-1252' },
    rows: [
      ['1', '5 €'],
      ['2', '“fine” – café'],
    ],
  },
  {
    name: 'Windows-1251',
    bytes: RUSSIAN,
    told: { encoding: 'windows-1251' },
    rows: [
      ['1', 'Привет'],
      ['2', 'Описание товара для клиента'],
    ],
  },
  {
    name: 'Windows-1250',
    bytes: latin1(
      'id,note\n1,Ma\xb3gorzata D\xb9browska\n2,Grzegorz Brz\xeaczyszczykiewicz\n3,Wi\x9cniewski Gda\xf1sk\n',
    ),
    told: { encoding: 'windows-1250' },
    rows: [
      ['1', 'Małgorzata Dąbrowska'],
      ['2', 'Grzegorz Brzęczyszczykiewicz'],
      ['3', 'Wiśniewski Gdańsk'],
    ],
  },
  {
    name: 'Shift JIS',
    bytes: JAPANESE,
    told: { encoding: 'shift_jis' },
    rows: ['1', '2', '3'].map((id) => [id, 'こんにちは世界、お客様の日本語']),
  },
  {
    name: 'UTF-8 with one line in Latin-1',
    bytes: Buffer.concat([Buffer.from('id,note\n1,Zürich\n2,'), latin1('Zürich'), Buffer.from('\n3,Málaga\n')]),
    told: { encoding: 'utf-8' },
    rows: [['1', 'Zürich'], 'bad_encoding', ['3', 'Málaga']],
  },
  {
    name: 'UTF-8 cut off inside a character',
    bytes: Buffer.from('id,note\n1,Zürich\n2,Zü').subarray(0, -1),
    told: { encoding: 'utf-8' },
    rows: [['1', 'Zürich'], 'bad_encoding'],
  },
  { name: 'a replacement character that is really there', bytes: 'id,note\n1,a\ufffdb\n', rows: [['1', 'a\ufffdb']] },
];

const DIALECTS: Fixture[] = [
  {
    name: 'semicolons and decimal commas',
    bytes: 'id;name;price\n1;a;1,5\n2;b;2,5\n3;c;3,0\n',
    told: { delimiter: ';', header: ['id', 'name', 'price'] },
    rows: [
      ['1', 'a', '1,5'],
      ['2', 'b', '2,5'],
      ['3', 'c', '3,0'],
    ],
  },
  {
    name: 'semicolons between sentences with commas',
    bytes: 'id;note\n1;well, yes\n2;well, no\n',
    told: { delimiter: ';' },
    rows: [
      ['1', 'well, yes'],
      ['2', 'well, no'],
    ],
  },
  {
    name: 'tabs',
    bytes: 'id\tnote\n1\ta, b\n2\t\n',
    told: { delimiter: '\t' },
    rows: [
      ['1', 'a, b'],
      ['2', ''],
    ],
  },
  { name: 'pipes', bytes: 'id|note\n1|a;b\n', told: { delimiter: '|' }, rows: [['1', 'a;b']] },
  {
    name: 'a sep= line, which is no row of the sheet',
    bytes: 'sep=;\r\nid;note\r\n1;a,b\r\n',
    told: { delimiter: ';', header: HEADER, headerRow: 1 },
    rows: [['1', 'a,b']],
  },
  {
    name: 'a sep= line that names a sign of its own',
    bytes: 'sep=^\nid^note\n1^a\n',
    told: { delimiter: '^' },
    rows: [['1', 'a']],
  },
  {
    name: 'old Macintosh line ends',
    bytes: 'id,note\r1,a\r2,b\r',
    told: { lineEnd: 'CR' },
    rows: [
      ['1', 'a'],
      ['2', 'b'],
    ],
  },
  {
    name: 'mixed line ends',
    bytes: 'id,note\r\n1,a\n2,b\r\n',
    told: { lineEnd: 'CRLF' },
    rows: [
      ['1', 'a'],
      ['2', 'b'],
    ],
  },
  {
    name: 'quoted delimiters, quotes and line breaks',
    bytes: 'id,note\n1,"a, ""b""\nc"\n2,""\n',
    told: { quote: '"' },
    rows: [
      ['1', 'a, "b"\nc'],
      ['2', ''],
    ],
  },
  {
    name: 'apostrophes as quotes',
    bytes: "'id','note'\n'1','a, b'\n'2','c'\n",
    told: { quote: "'", header: HEADER },
    rows: [
      ['1', 'a, b'],
      ['2', 'c'],
    ],
  },
  { name: 'blanks around quotes', bytes: 'id, note\n1, "a, b" \n', rows: [['1', 'a, b']] },
  {
    name: 'quotes that quote nothing',
    bytes: 'id,note\n1,5" screen\n2,"Big" Bob\n3,"x"\n',
    rows: [
      ['1', '5" screen'],
      ['2', '"Big" Bob'],
      ['3', 'x'],
    ],
  },
  { name: 'one column', bytes: 'id\n1\n2\n', told: { delimiter: null, header: ['id'] }, rows: [['1'], ['2']] },
  { name: 'a header alone', bytes: 'id,note', told: { header: HEADER }, rows: [] },
];

const ROWS: Fixture[] = [
  {
    name: 'a quote that is never closed, in the middle',
    bytes: 'id,note\n1,"open\n2,b\n3,c\n',
    rows: ['truncated_row', ['2', 'b'], ['3', 'c']],
  },
  {
    name: 'a stray quote that the next quoted cell would close',
    bytes: 'id,note\n1,"open\n2,"b, c"\n3,d\n',
    rows: ['truncated_row', ['2', 'b, c'], ['3', 'd']],
  },
  {
    name: 'two stray quotes that would swallow the row between them',
    bytes: 'id,note,kind\n1,"open,x\n2,b,y\n3,c"\n4,d,z\n',
    rows: ['truncated_row', ['2', 'b', 'y'], ['3', 'c"'], ['4', 'd', 'z']],
  },
  { name: 'a quote that is open at the end', bytes: 'id,note\n1,a\n2,"cut o', rows: [['1', 'a'], 'truncated_row'] },
  { name: 'a last row that was cut off', bytes: 'id,note\n1,a\n2', rows: [['1', 'a'], 'truncated_row'] },
  {
    name: 'a last row without a line end',
    bytes: 'id,note\n1,a\n2,b',
    rows: [
      ['1', 'a'],
      ['2', 'b'],
    ],
  },
  { name: 'ragged rows', bytes: 'id,note\n1\n2,b,x\n3,c\n', rows: [['1'], ['2', 'b', 'x'], ['3', 'c']] },
  {
    name: 'blank rows',
    bytes: 'id,note\n\n1,a\n , \n,\n\n2,b\n\n',
    rows: [
      ['1', 'a'],
      ['2', 'b'],
    ],
  },
  {
    name: 'a title and blank lines above the header',
    bytes: '\n"Report, 2020"\n,\nid,note\n1,a\n2,b\n',
    told: { header: HEADER, headerRow: 4 },
    rows: [
      ['1', 'a'],
      ['2', 'b'],
    ],
  },
  {
    name: 'a header with doubles, blanks and nothing',
    bytes: 'id,id,, Note \n1,2,3,4\n',
    told: { header: ['id', 'id', '', ' Note '] },
    rows: [['1', '2', '3', '4']],
  },
  {
    name: 'a NUL in a cell',
    bytes: `id,note\n1,a\0b\n${'2,b\n'.repeat(50)}`,
    rows: [['1', 'a\0b'], ...Array.from({ length: 50 }, () => ['2', 'b'])],
  },
];

describe('openTable on dirty text files', () => {
  it.each([...ENCODINGS, ...DIALECTS, ...ROWS])('reads $name', async ({ bytes, told = {}, rows }) => {
    const table = await readTable(bytes);
    expect(table).toMatchObject({ format: 'csv', sheet: null, ...told });
    expect(rowsOf(table)).toEqual(rows);
  });

  it('counts rows as a spreadsheet does', async () => {
    const table = await readTable('Title\n\nid,note\n1,"a\nb"\n\n2,"open\n3,c\n');
    expect(table).toMatchObject({
      headerRow: 3,
      records: [{ row: 4 }, { row: 6, cells: null }, { row: 7, cells: ['3', 'c'] }],
    });
  });

  it('shows the beginning of what it could not read', async () => {
    const table = await readTable('id,note\n1,"open\n2,b\n');
    const fault = { code: 'truncated_row', column: null, value: '1,"open' };
    expect(table).toMatchObject({ records: [{ row: 2, cells: null, fault }, { row: 3 }] });
  });

  it('leaves out a line without end and goes on behind it', async () => {
    const bytes = `id,note\n1,${'x'.repeat(3_000_000)}\n2,b\n3,"${'y'.repeat(3_000_000)}\n4,d\n`;
    expect(rowsOf(await readTable(bytes))).toEqual(['truncated_row', ['2', 'b'], 'truncated_row', ['4', 'd']]);
  });

  it('finds the damage behind what it took its first look at', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => `${index},plain text`).join('\n');
    const table = await readTable(Buffer.concat([Buffer.from(`id,note\n${rows}\n`), latin1('20000,Zürich\n')]));
    expect(table).toMatchObject({ encoding: 'iso-8859-1' });
    expect(rowsOf(table).at(-1)).toEqual(['20000', 'Zürich']);
  });
});
