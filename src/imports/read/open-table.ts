import { open } from 'node:fs/promises';
import { openCsv } from './csv/open-csv.js';
import { guessUtf16, readByteOrderMark } from './csv/tell-encoding.js';
import { FileRefused } from './file-refused.js';
import { systemCode } from './system-code.js';
import { DEFAULT_READ_LIMITS, type ReadLimits } from './read-limits.js';
import { type OpenTable } from './table.js';
import { tellContainer } from './tell-format.js';
import { refuseOle } from './tell-ole.js';
import { openWorkbook } from './xlsx/open-workbook.js';

export { FileRefused, type FileFailureCode } from './file-refused.js';
export { type ReadLimits } from './read-limits.js';
export { type OpenTable, type TableRecord } from './table.js';

/** What format, dialect and header are told from. */
const HEAD_BYTES = 128 * 1024;

/**
 * Opens a file as a table, told by its content alone.
 * @param file `path` on this machine; `name` is what its sender calls it
 * @throws FileRefused with the reason for what is no table; nothing else, whatever the bytes are
 */
export async function openTable(
  file: { path: string; name: string },
  limits: Partial<ReadLimits> = {},
): Promise<OpenTable> {
  const bounds = { ...DEFAULT_READ_LIMITS, ...limits };
  try {
    const { head, size } = await readHead(file.path);
    if (size > bounds.maxBytes) {
      throw new FileRefused(
        'too_large',
        `The file has ${size} bytes, more than the ${bounds.maxBytes} that are taken.`,
      );
    }
    if (size === 0) throw new FileRefused('empty_file', 'The file is empty.');
    const isUtf16 = readByteOrderMark(head)?.label.startsWith('utf-16') ?? guessUtf16(head) !== undefined;
    switch (tellContainer(head, isUtf16)) {
      case 'text':
        return await openCsv(file.path, head, head.length === size, bounds);
      case 'zip':
        return await openWorkbook(file.path, bounds);
      case 'ole':
        return await refuseOle(file.path);
    }
  } catch (error) {
    throw asRefusal(error);
  }
}

async function readHead(path: string): Promise<{ head: Buffer; size: number }> {
  const handle = await open(path, 'r');
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) throw new FileRefused('unreadable', 'This is no file.');
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(Math.min(HEAD_BYTES, stats.size)), 0);
    return { head: buffer.subarray(0, bytesRead), size: stats.size };
  } finally {
    await handle.close();
  }
}

function asRefusal(error: unknown): unknown {
  if (error instanceof FileRefused) return error;
  // A path in the system's own message is nobody's business; its code says enough.
  const code = systemCode(error);
  return code === undefined ? error : new FileRefused('unreadable', `The file cannot be read (${code}).`);
}
