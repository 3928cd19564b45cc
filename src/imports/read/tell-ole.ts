import { type FileHandle, open } from 'node:fs/promises';
import { FileRefused } from './file-refused.js';

const DIRECTORY_BYTES = 16 * 1024;

/**
 * Refuses an OLE container (MS-CFB) for what it is: a workbook under a password, or one of the format before 2007.
 * @throws FileRefused always
 */
export async function refuseOle(path: string): Promise<never> {
  const handle = await open(path, 'r');
  try {
    const names = await readDirectory(handle);
    if (names.includes(utf16('EncryptedPackage'))) {
      throw new FileRefused(
        'encrypted_workbook',
        'The workbook is protected by a password. Remove it and save it again.',
      );
    }
    if (names.includes(utf16('Workbook')) || names.includes(utf16('Book'))) {
      throw new FileRefused('unreadable', 'The workbook is of the old XLS format. Save it as XLSX or CSV.');
    }
    throw new FileRefused('unreadable', 'The file is an old Office document. Save the table as XLSX or CSV.');
  } finally {
    await handle.close();
  }
}

/** The container's directory, whose place its header names: sector size as a power of two at 30, first sector at 48. */
async function readDirectory(handle: FileHandle): Promise<Buffer> {
  const header = Buffer.alloc(512);
  await handle.read(header, 0, header.length, 0);
  const sectorBytes = header.readUInt16LE(30) === 12 ? 4096 : 512;
  const directory = Buffer.alloc(DIRECTORY_BYTES);
  const { bytesRead } = await handle.read(directory, 0, directory.length, (header.readUInt32LE(48) + 1) * sectorBytes);
  return directory.subarray(0, bytesRead);
}

function utf16(name: string): Buffer {
  return Buffer.from(name, 'utf16le');
}
