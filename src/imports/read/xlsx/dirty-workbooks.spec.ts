import ExcelJS from 'exceljs';
import { readTable, rowsOf, type TableRead } from '../../../../test/support/read-table.js';
import { row, writeWorkbook } from '../../../../test/support/write-workbook.js';

/** A workbook as a spreadsheet program writes it. */
async function save(fill: (workbook: ExcelJS.Workbook) => void): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

const HEADER = row(1, 'id', 'value');
const value = (xml: string): { xml: string } => ({ xml });

/** What a sheet of one value, in column B of row 2, gives for it. */
async function readValue(cell: string, parts: Parameters<typeof writeWorkbook>[0] = {}): Promise<string | undefined> {
  const table = await readTable(writeWorkbook({ ...parts, sheet: HEADER + row(2, 1, value(cell)) }));
  return (rowsOf(table)[0] ?? [])[1];
}

const formatted = (number: number | string, style: number): string => `<c r="B2" s="${style}"><v>${number}</v></c>`;

describe('openTable on workbooks', () => {
  it('reads texts, numbers, dates, truth values, errors and formulas as what they are', async () => {
    const bytes = await save((workbook) => {
      const sheet = workbook.addWorksheet('Interactions');
      sheet.addRow(['date', 'customer', 'note', 'calc', 'ok']);
      const first = sheet.addRow([
        new Date('2020-02-17T18:24:00Z'),
        12,
        'Zürich – 漢字',
        { formula: 'B2*2', result: 24 },
        true,
      ]);
      first.getCell(1).numFmt = 'dd/mm/yyyy hh:mm';
      const rich = { richText: [{ text: 'Side ' }, { text: 'effects', font: { bold: true } }] };
      const second = sheet.addRow([new Date('2020-03-01T00:00:00Z'), 1.5, rich, { error: '#N/A' }, false]);
      second.getCell(1).numFmt = 'd mmm yyyy';
    });
    expect(await readTable(bytes)).toEqual<TableRead>({
      format: 'xlsx',
      ...{ encoding: null, delimiter: null, lineEnd: null, quote: null, sheet: 'Interactions' },
      header: ['date', 'customer', 'note', 'calc', 'ok'],
      headerRow: 1,
      records: [
        {
          row: 2,
          cells: ['2020-02-17T18:24:00', '12', 'Zürich – 漢字', '24', 'TRUE'],
          notes: [{ code: 'formula_cell', column: 'calc', value: '=B2*2' }],
        },
        { row: 3, cells: ['2020-03-01', '1.5', 'Side effects', '', 'FALSE'] },
      ],
    });
  });

  it('takes the first sheet that holds anything, a hidden one last', async () => {
    const bytes = await save((workbook) => {
      workbook.addWorksheet('Hidden', { state: 'hidden' }).addRow(['not', 'this']);
      workbook.addWorksheet('Empty').getCell('A1').fill = { type: 'pattern', pattern: 'solid' };
      workbook.addWorksheet('Data').addRow(['id', 'note']);
    });
    expect(await readTable(bytes)).toMatchObject({ sheet: 'Data', header: ['id', 'note'], records: [] });
    const hidden = await save((workbook) =>
      workbook.addWorksheet('Hidden', { state: 'veryHidden' }).addRow(['id', 'note']),
    );
    expect(await readTable(hidden)).toMatchObject({ sheet: 'Hidden' });
  });

  it('counts days from 1904 where the workbook does', async () => {
    const bytes = await save((workbook) => {
      workbook.properties.date1904 = true;
      const sheet = workbook.addWorksheet('S');
      sheet.addRow(['date', 'note']);
      sheet.addRow([new Date('2020-02-17T00:00:00Z'), 'a']).getCell(1).numFmt = 'yyyy-mm-dd';
    });
    expect(rowsOf(await readTable(bytes))).toEqual([['2020-02-17', 'a']]);
  });

  it('passes over titles and blank rows, keeps the rows of the sheet and fills what is merged downwards', async () => {
    const bytes = await save((workbook) => {
      const sheet = workbook.addWorksheet('S');
      sheet.getCell('A1').value = 'Report';
      sheet.mergeCells('A1:C1');
      sheet.getRow(3).values = ['channel', 'id', 'note'];
      sheet.getRow(4).values = ['Email', 1, 'a'];
      sheet.getRow(5).values = [null, 2, 'b'];
      sheet.getRow(8).values = ['Call', 3, 'c'];
      sheet.mergeCells('A4:A5');
    });
    const table = await readTable(bytes);
    expect(table).toMatchObject({ headerRow: 3, records: [{ row: 4 }, { row: 5 }, { row: 8 }] });
    expect(rowsOf(table)).toEqual([
      ['Email', '1', 'a'],
      ['Email', '2', 'b'],
      ['Call', '3', 'c'],
    ]);
  });

  it.each<[number, string | number, string]>([
    [43878.766666666663, 14, '2020-02-17T18:24:00'],
    [43878, 14, '2020-02-17'],
    [43878, 22, '2020-02-17T00:00:00'],
    [0.75, 20, '18:00:00'],
    [1.5, '[h]:mm:ss', '36:00:00'],
    [43878, '[$-407]d. mmmm yyyy', '2020-02-17'],
    [43878, 'mmm-yy', '2020-02-17'],
    [43878, '0.00', '43878'],
    [43878, '#,##0 &quot;days&quot;', '43878'],
    [43878, 'General', '43878'],
    [43878, '0.00E+00', '43878'],
    [59, 14, '1900-02-28'],
    [60, 14, '60'],
    [61, 14, '1900-03-01'],
    [-5, 14, '-5'],
  ])('shows %d under the format %j as %s', async (number, format, text) => {
    expect(await readValue(formatted(number, 1), { formats: ['General', format] })).toBe(text);
  });

  it.each([
    ['12.300000000000001', '12.3'],
    ['1.2345678E+9', '1234567800'],
    ['1E-7', '0.0000001'],
    ['1234567890123456', '1234567890123456'],
    ['-0.5', '-0.5'],
    ['abc', 'abc'],
  ])('writes the number %s as %s', async (stored, text) => {
    expect(await readValue(formatted(stored, 0))).toBe(text);
  });

  it.each([
    [
      'runs of an inline text',
      '<c r="B2" t="inlineStr"><is><r><t>Side </t></r><r><t>effects</t></r></is></c>',
      'Side effects',
    ],
    ['a shared text without its phonetic reading', '<c r="B2" t="s"><v>0</v></c>', '漢字'],
    ['a shared text of several runs', '<c r="B2" t="s"><v>1</v></c>', 'one two'],
    ['a shared text that is not there', '<c r="B2" t="s"><v>9</v></c>', ''],
    ['characters XML cannot hold', '<c r="B2" t="inlineStr"><is><t>a_x000A_b</t></is></c>', 'a\nb'],
    ['a date as ISO text', '<c r="B2" t="d"><v>2020-02-17T18:24:00</v></c>', '2020-02-17T18:24:00'],
    ['the text a formula made', '<c r="B2" t="str"><f>A1</f><v>x</v></c>', 'x'],
    ['a truth value a formula made', '<c r="B2" t="b"><f>TRUE()</f><v>1</v></c>', 'TRUE'],
    ['the error a formula made', '<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>', ''],
    ['a formula nobody computed', '<c r="B2"><f>A1</f></c>', ''],
    ['a cell that does not say where it is', '<c t="inlineStr"><is><t>x</t></is></c>', 'x'],
    ['entities and CDATA', '<c r="B2" t="inlineStr"><is><t>a &amp; <![CDATA[<b>]]></t></is></c>', 'a & <b>'],
  ])('reads %s', async (_, cell, text) => {
    const sharedStrings = '<si><t>漢字</t><rPh><t>かんじ</t></rPh></si><si><r><t>one </t></r><r><t>two</t></r></si>';
    expect(await readValue(cell, { sharedStrings })).toBe(text);
  });

  it('reads sheets whose names carry a prefix and whose rows carry no numbers', async () => {
    const cell = (text: string): string => `<x:c t="inlineStr"><x:is><x:t>${text}</x:t></x:is></x:c>`;
    const rows = [
      ['id', 'note'],
      ['1', 'a'],
    ]
      .map((cells) => `<x:row>${cells.map(cell).join('')}</x:row>`)
      .join('');
    const sheet = `<?xml version="1.0"?><x:worksheet xmlns:x="m"><x:sheetData>${rows}</x:sheetData></x:worksheet>`;
    expect(await readTable(writeWorkbook({ sheet }))).toMatchObject({
      header: ['id', 'note'],
      records: [{ row: 2, cells: ['1', 'a'] }],
    });
  });

  it('keeps characters whole at the seams of blocks', async () => {
    const rows = Array.from({ length: 5000 }, (_, index) => row(index + 2, index, 'Zürich – 漢字 👩‍💻'));
    const table = await readTable(writeWorkbook({ sheet: HEADER + rows.join('') }));
    expect(new Set(rowsOf(table).map((cells) => cells[1]))).toEqual(new Set(['Zürich – 漢字 👩‍💻']));
    expect(rowsOf(table)).toHaveLength(5000);
  });

  it('keeps rows that are longer than the header, and fills up shorter ones', async () => {
    const sheet = HEADER + row(2, 1) + row(3, 2, 'b', 'c');
    expect(rowsOf(await readTable(writeWorkbook({ sheet })))).toEqual([
      ['1', ''],
      ['2', 'b', 'c'],
    ]);
  });
});
