import { readTable, rowsOf } from '../../../../test/support/read-table.js';
import { row, writeWorkbook } from '../../../../test/support/write-workbook.js';
import { writeZip } from '../../../../test/support/write-zip.js';

const HEADER = row(1, 'id', 'note');
const MIB = 1024 * 1024;
const zeros = (mebibytes: number): Buffer => Buffer.alloc(mebibytes * MIB);

describe('openTable on workbooks made to do harm', () => {
  it('refuses a bomb by what it really unpacks to', async () => {
    const honest = writeWorkbook({ sheet: HEADER, more: [{ name: 'xl/media/image1.png', content: zeros(20) }] });
    expect(await readTable(honest)).toBe('archive_bomb');
    const lying = writeWorkbook({ more: [{ name: 'xl/media/image1.png', content: zeros(20), claimedBytes: 10 }] });
    expect(await readTable(lying)).toBe('archive_bomb');
    const divided = Array.from({ length: 8 }, (_, index) => ({ name: `xl/media/${index}.png`, content: zeros(12) }));
    expect(await readTable(writeWorkbook({ more: divided }))).toBe('archive_bomb');
    expect(await readTable(writeZip([{ name: 'bomb.bin', content: zeros(20) }]))).toBe('archive_bomb');
  });

  it('refuses what unpacks to more than is taken, without a ratio that shows it', async () => {
    const rows = Array.from({ length: 3000 }, (_, index) => row(index + 2, index, `${index * 7919}`));
    const bytes = writeWorkbook({ sheet: HEADER + rows.join('') });
    expect(await readTable(bytes, { maxInflatedBytes: 100_000 })).toBe('archive_bomb');
    expect(rowsOf(await readTable(bytes))).toHaveLength(3000);
  });

  it('expands no entities', async () => {
    const lines = Array.from({ length: 9 }, (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`);
    const sheet = `<?xml version="1.0"?><!DOCTYPE worksheet [<!ENTITY l0 "lol">${lines.join('')}]><worksheet><sheetData>${row(1, '&l9;')}</sheetData></worksheet>`;
    expect(await readTable(writeWorkbook({ sheet }))).toBe('unreadable');
    expect(await readTable(writeWorkbook({ sheet: row(1, '&l9;') }))).toBe('unreadable');
  });

  it('does not follow XML into the depth', async () => {
    expect(await readTable(writeWorkbook({ sheet: '<a>'.repeat(200_000) }))).toBe('unreadable');
  });

  it('makes nothing of the sizes a sheet claims', async () => {
    const dimension = '<dimension ref="A1:XFD1048576"/><cols><col min="1" max="999999999"/></cols>';
    const rows = `${HEADER}${row(2, 1, 'a')}<row r="1048576"><c r="A1048576"><v>2</v></c></row><row r="999999999"><c><v>3</v></c></row>`;
    const sheet = `<?xml version="1.0"?><worksheet>${dimension}<sheetData>${rows}</sheetData><mergeCells><mergeCell ref="A2:A1048576"/></mergeCells></worksheet>`;
    const table = await readTable(writeWorkbook({ sheet }));
    expect(table).toMatchObject({ records: [{ row: 2 }, { row: 1_048_576 }, { row: 1_048_577 }] });
  });

  it('reports a row with a cell beyond the last column instead of making room for it', async () => {
    const sheet = `${HEADER}<row r="2"><c r="ZZZZZZ2"><v>1</v></c></row><row r="3"><c r="XFD3"><v>1</v></c></row>${row(4, 4, 'd')}`;
    expect(rowsOf(await readTable(writeWorkbook({ sheet })))).toEqual(['ragged_row', 'ragged_row', ['4', 'd']]);
  });

  it('refuses a cell of more text than a record may have', async () => {
    const sheet = HEADER + row(2, 1, 'x'.repeat(5000));
    expect(await readTable(writeWorkbook({ sheet }), { maxRecordChars: 1000 })).toBe('too_large');
  });

  it('ends a thread that needs too much memory, and the process lives', async () => {
    const strings = Array.from({ length: 400_000 }, (_, index) => `<si><t>${index} ${'x'.repeat(40)}</t></si>`).join(
      '',
    );
    const bytes = writeWorkbook({ sheet: HEADER, sharedStrings: strings });
    expect(await readTable(bytes, { workbookMemoryMb: 16 })).toBe('too_large');
  });

  it('ends a thread that does not answer in time', async () => {
    expect(await readTable(writeWorkbook({ sheet: HEADER }), { workbookDeadlineMs: 1 })).toBe('unreadable');
  });

  it.each<[string, Parameters<typeof writeWorkbook>[0], string]>([
    ['no sheet that holds anything', { sheet: '<row r="1"/>' }, 'empty_file'],
    [
      'XML that breaks off',
      { sheet: '<?xml version="1.0"?><worksheet><sheetData><row r="1"><c><v>1</v></c>' },
      'unreadable',
    ],
    ['something else than XML', { sheet: '<?xml version="1.0"?>\0\0\0' }, 'unreadable'],
  ])('refuses a workbook with %s', async (_, parts, code) => {
    expect(await readTable(writeWorkbook(parts))).toBe(code);
  });
});
