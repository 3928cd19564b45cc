import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTable } from '../../../test/support/read-table.js';
import { writeZip } from '../../../test/support/write-zip.js';
import { openTable } from './open-table.js';

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');

/** A container of old Office formats whose directory, in its second sector, lists these streams. */
function ole(...streams: string[]): Buffer {
  const header = Buffer.alloc(512);
  header.write('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1');
  header.writeUInt16LE(9, 30);
  header.writeUInt32LE(1, 48);
  const entries = streams.map((name) => {
    const entry = Buffer.alloc(128);
    entry.write(name, 'utf16le');
    return entry;
  });
  return Buffer.concat([header, Buffer.alloc(512), ...entries]);
}

const LFS = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 94426632\n`;

describe('openTable', () => {
  it.each<[name: string, content: Buffer | string, code: string]>([
    ['nothing', '', 'empty_file'],
    ['white space', ' \r\n\t\n ', 'empty_file'],
    ['a byte order mark alone', '\ufeff', 'empty_file'],
    ['white space in UTF-16', Buffer.from('\ufeff\n \n', 'utf16le'), 'empty_file'],
    ['a web page', '<!DOCTYPE html>\n<html><body>a,b\n1,2</body></html>', 'html_document'],
    ['a page in UTF-16', Buffer.from('\ufeff\n<html><head></head></html>', 'utf16le'), 'html_document'],
    ['a table saved as a page', '<table><tr><td>id</td></tr></table>', 'html_document'],
    ['a Git LFS pointer', LFS, 'pointer_file'],
    ['XML', '<?xml version="1.0"?><Workbook/>', 'not_a_table'],
    ['JSON', '[\n  {"id": 1, "note": "a"}\n]', 'not_a_table'],
    ['a JSON object', '{"rows": []}', 'not_a_table'],
    ['a PDF', '%PDF-1.7\n1 0 obj\n<< >>\n', 'not_a_table'],
    ['a PNG', bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x02'), 'not_a_table'],
    ['a gzip archive', bytes(`\x1f\x8b\x08\0\0\0\0\0\0\x03${'\x01\x02\x03K'.repeat(20)}`), 'not_a_table'],
    ['bytes', Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 7919) % 251)), 'not_a_table'],
    ['zeros', Buffer.alloc(4096), 'not_a_table'],
    ['a workbook under a password', ole('Root Entry', 'EncryptionInfo', 'EncryptedPackage'), 'encrypted_workbook'],
    ['a workbook of the old format', ole('Root Entry', 'Workbook'), 'unreadable'],
    ['an old Word document', ole('Root Entry', 'WordDocument'), 'unreadable'],
    ['a damaged old document', bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), 'unreadable'],
    ['an archive of something else', writeZip([{ name: 'table.csv', content: 'id,note\n1,a\n' }]), 'not_a_table'],
    [
      'an archive that was cut off',
      writeZip([{ name: 'xl/workbook.xml', content: '<workbook/>' }]).subarray(0, 60),
      'unreadable',
    ],
    [
      'an archive under a password',
      writeZip([{ name: 'xl/workbook.xml', content: 'x', encrypted: true }]),
      'encrypted_workbook',
    ],
    ['a Word document', writeZip([{ name: 'word/document.xml', content: '<document/>' }]), 'not_a_table'],
    ['a binary workbook', writeZip([{ name: 'xl/workbook.bin', content: 'x' }]), 'unreadable'],
    [
      'an OpenDocument sheet',
      writeZip([
        { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
        { name: 'content.xml', content: '<office/>' },
      ]),
      'unreadable',
    ],
  ])('refuses %s', async (_, content, code) => {
    expect(await readTable(content)).toBe(code);
  });

  it('refuses a file that is larger than it may be, before it reads it', async () => {
    expect(await readTable('id,note\n1,a\n', { maxBytes: 10 })).toBe('too_large');
  });

  it('refuses a header of more columns than there may be', async () => {
    expect(await readTable('a,b,c\n1,2,3\n', { maxColumns: 2 })).toBe('not_a_table');
  });

  it('says in a sentence what to do, and names no path of the machine', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'refused-'));
    await expect(openTable({ path: folder, name: 'a.csv' })).rejects.toMatchObject({ code: 'unreadable' });
    await rm(folder, { recursive: true });
    const absent = openTable({ path: join(folder, 'absent.csv'), name: 'absent.csv' });
    await expect(absent).rejects.toMatchObject({ code: 'unreadable', message: 'The file cannot be read (ENOENT).' });
  });
});
