import { FileRefused } from './file-refused.js';

interface Signature {
  bytes: string;
  what: string;
}

/** What a file that is no table is usually sent as one; `bytes` in Latin-1. */
const SIGNATURES: readonly Signature[] = [
  { bytes: '%PDF', what: 'a PDF document. Export the table behind it as CSV or XLSX' },
  { bytes: '\x89PNG', what: 'a PNG image' },
  { bytes: '\xff\xd8\xff', what: 'a JPEG image' },
  { bytes: 'GIF8', what: 'a GIF image' },
  { bytes: 'BM', what: 'a bitmap image' },
  { bytes: 'II*\0', what: 'a TIFF image' },
  { bytes: '\x1f\x8b', what: 'a gzip archive. Unpack it first' },
  { bytes: '7z\xbc\xaf', what: 'a 7-Zip archive. Unpack it first' },
  { bytes: 'Rar!', what: 'a RAR archive. Unpack it first' },
  { bytes: 'BZh', what: 'a bzip2 archive. Unpack it first' },
  { bytes: '\xfd7zXZ', what: 'an XZ archive. Unpack it first' },
  { bytes: '\x28\xb5\x2f\xfd', what: 'a Zstandard archive. Unpack it first' },
  { bytes: 'PAR1', what: 'a Parquet file. Export it as CSV' },
  { bytes: 'SQLite format 3', what: 'an SQLite database. Export the table as CSV' },
  { bytes: '{\\rtf', what: 'an RTF document' },
];

/** Two letters are no proof: a table may begin with them. The shortest of these signatures need a binary file behind them. */
const SHORTEST_PROOF = 3;

export type Container = 'zip' | 'ole' | 'text';

/**
 * Tells by its first bytes how a file is packed; file names lie.
 * @throws FileRefused `not_a_table` for what is known and no table, or not text
 */
export function tellContainer(head: Buffer, isUtf16: boolean): Container {
  const start = head.toString('latin1', 0, 16);
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return 'zip';
  if (start.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return 'ole';
  if (isUtf16) return 'text';
  const binary = isBinary(head);
  const known = SIGNATURES.find(({ bytes }) => start.startsWith(bytes) && (binary || bytes.length > SHORTEST_PROOF));
  if (known !== undefined) throw new FileRefused('not_a_table', `The file is ${known.what}.`);
  if (binary) throw new FileRefused('not_a_table', 'The file is binary data, not a table of text.');
  return 'text';
}

/** More control characters than a stray one now and then: no text in any encoding of bytes. */
function isBinary(head: Buffer): boolean {
  let controls = 0;
  for (const byte of head)
    if (byte < 0x20 && (byte < 0x08 || byte > 0x0d) && byte !== 0x1a && byte !== 0x1b) controls += 1;
  return controls * 50 > head.length;
}

/**
 * Refuses text that is something else than a table.
 * @throws FileRefused `empty_file`, `pointer_file`, `html_document` or `not_a_table`
 */
export function refuseOtherText(sample: string, isWhole: boolean): void {
  const start = sample.slice(0, 2048).trimStart();
  if (start === '' && (isWhole || sample.trim() === '')) throw new FileRefused('empty_file', 'The file is empty.');
  if (start.startsWith('version https://git-lfs.github.com/')) {
    const advice = 'Fetch the real file (git lfs pull) and send that.';
    throw new FileRefused('pointer_file', `The file is a Git LFS pointer, which only names the data. ${advice}`);
  }
  if (/^(?:<!--[\s\S]*?-->\s*)?<(?:!doctype\s+html|html|head|body|table|script|meta)\b/i.test(start)) {
    throw new FileRefused('html_document', describeHtml(start));
  }
  if (/^<(?:\?xml|!doctype|[a-z][\w:.-]*[\s/>])/i.test(start)) {
    throw new FileRefused('not_a_table', 'The file is an XML document. Save it as CSV or XLSX.');
  }
  if (/^(?:\{\s*["}]|\[\s*[[{])/.test(start)) {
    throw new FileRefused('not_a_table', 'The file is JSON. Save it as CSV or XLSX.');
  }
}

function describeHtml(start: string): string {
  const isSignIn = /sign[ -]?in|log[ -]?in|password/i.test(start);
  const advice = 'Download the file itself and send that.';
  return isSignIn
    ? `The file is a web page that asks to sign in, saved in place of the table. ${advice}`
    : `The file is a web page (HTML), not a table. ${advice}`;
}
