import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  FileRefused,
  openTable,
  type OpenTable,
  type ReadLimits,
  type TableRecord,
} from '../../src/imports/read/open-table.js';

/** What a table says of itself, and all of its records. */
export type TableRead = Omit<OpenTable, 'blocks' | 'close' | 'records'> & { records: TableRecord[] };

/** Opens these bytes as a file and reads all of its records, or says with which code it was refused. */
export async function readTable(bytes: Buffer | string, limits?: Partial<ReadLimits>): Promise<TableRead | string> {
  const folder = await mkdtemp(join(tmpdir(), 'read-table-'));
  try {
    const path = join(folder, 'file');
    await writeFile(path, bytes);
    const { records, blocks, close, ...facts } = await openTable({ path, name: 'file' }, limits);
    try {
      const read: TableRecord[] = [];
      for await (const record of records()) read.push(record);
      // Both ways of reading tell the same.
      const again: TableRecord[] = [];
      for await (const block of blocks()) again.push(...block);
      expect(again).toEqual(read);
      return { ...facts, records: read };
    } finally {
      await close();
    }
  } catch (error) {
    if (error instanceof FileRefused) return error.code;
    throw error;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The cells of each record; the fault's code where there are none. */
export function rowsOf(table: TableRead | string): (readonly string[] | string)[] {
  if (typeof table === 'string') return [table];
  return table.records.map(({ cells, fault }) => cells ?? fault?.code ?? '');
}
