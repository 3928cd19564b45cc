import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTable, type TableRecord } from './open-table.js';

describe('openTable', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'open-table-'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  it('reads the same records on every call', async () => {
    const path = join(folder, 'a.csv');
    await writeFile(path, '\ufeffid;note\r\n1;"a;b"\r\n\r\n2;"x\r\ny"\r\n3;"open\r\n4;z\r\n5');
    const table = await openTable({ path, name: 'a.csv' });
    expect(table).toMatchObject({ format: 'csv', encoding: 'utf-8-bom', delimiter: ';', lineEnd: 'CRLF', quote: '"' });
    expect(table.header).toEqual(['id', 'note']);
    const expected: TableRecord[] = [
      { row: 2, cells: ['1', 'a;b'] },
      { row: 4, cells: ['2', 'x\r\ny'] },
      { row: 5, cells: null, fault: { code: 'truncated_row', column: null, value: '3;"open' } },
      { row: 6, cells: ['4', 'z'] },
      { row: 7, cells: null, fault: { code: 'truncated_row', column: null, value: '5' } },
    ];
    for (let pass = 0; pass < 2; pass += 1) {
      const records: TableRecord[] = [];
      for await (const record of table.records()) records.push(record);
      expect(records).toEqual(expected);
    }
    await table.close();
  });
});
