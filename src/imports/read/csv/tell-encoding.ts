import { analyse } from 'chardet';
import { type EncodingEvidence } from './encoding-evidence.js';

export interface Encoding {
  /** The label TextDecoder takes. */
  label: string;
  /** What the report says. */
  name: string;
  bomBytes: number;
  /** Some bytes are not text of this encoding; they come out as U+FFFD. */
  damaged: boolean;
}

const BOMS: readonly { bytes: readonly number[]; label: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], label: 'utf-8' },
  { bytes: [0xff, 0xfe], label: 'utf-16le' },
  { bytes: [0xfe, 0xff], label: 'utf-16be' },
];

/** What a byte order mark says. */
export function readByteOrderMark(head: Buffer): { label: string; bomBytes: number } | undefined {
  const found = BOMS.find(({ bytes }) => bytes.every((byte, index) => head[index] === byte));
  return found && { label: found.label, bomBytes: found.bytes.length };
}

/**
 * UTF-16 without a byte order mark: delimiters, digits and line ends are ASCII in every language, so every other byte of
 * a table is often zero, always on the same side.
 */
export function guessUtf16(head: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const zeros = [0, 0];
  for (const [index, byte] of head.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const enough = Math.max(2, head.length / 20);
  if (odd >= enough && even * 50 <= odd) return 'utf-16le';
  if (even >= enough && odd * 50 <= even) return 'utf-16be';
  return undefined;
}

/** Names chardet and TextDecoder share, beyond the Western ones. chardet is sure of little text only for these scripts. */
const FOREIGN: ReadonlyMap<string, { label: string; minConfidence: number }> = new Map([
  ['Shift_JIS', { label: 'shift_jis', minConfidence: 50 }],
  ['EUC-JP', { label: 'euc-jp', minConfidence: 50 }],
  ['EUC-KR', { label: 'euc-kr', minConfidence: 50 }],
  ['Big5', { label: 'big5', minConfidence: 50 }],
  ['GB18030', { label: 'gb18030', minConfidence: 50 }],
  ['ISO-8859-2', { label: 'iso-8859-2', minConfidence: 40 }],
  ['windows-1250', { label: 'windows-1250', minConfidence: 40 }],
  ['windows-1251', { label: 'windows-1251', minConfidence: 40 }],
  ['KOI8-R', { label: 'koi8-r', minConfidence: 40 }],
  ['ISO-8859-5', { label: 'iso-8859-5', minConfidence: 40 }],
  ['ISO-8859-7', { label: 'iso-8859-7', minConfidence: 40 }],
  ['windows-1253', { label: 'windows-1253', minConfidence: 40 }],
  ['ISO-8859-9', { label: 'iso-8859-9', minConfidence: 40 }],
  ['windows-1254', { label: 'windows-1254', minConfidence: 40 }],
]);

/** How much surer than of Western text chardet has to be: on short samples it takes accents for anything. */
const MIN_LEAD = 10;
const WESTERN: ReadonlySet<string> = new Set(['ISO-8859-1', 'windows-1252']);

/**
 * The encoding of a file of bytes without a byte order mark and without zeros. More sequences of UTF-8 than stray bytes
 * cannot be chance: such a file is UTF-8 with damage. Otherwise a Western single byte encoding is what is likely, unless
 * chardet is clearly surer of another script and its bytes can really be decoded so.
 */
export function tellEncoding(evidence: EncodingEvidence): Encoding {
  const { sequences, strays, controls } = evidence;
  if (strays === 0) return { label: 'utf-8', name: 'utf-8', bomBytes: 0, damaged: false };
  if (sequences >= strays) return { label: 'utf-8', name: 'utf-8', bomBytes: 0, damaged: true };
  const foreign = tellForeign(evidence.excerpt);
  if (foreign !== undefined) return { label: foreign, name: foreign, bomBytes: 0, damaged: false };
  const name = controls > 0 ? 'windows-1252' : 'iso-8859-1';
  // The two differ in 0x80 to 0x9f only, which Latin-1 text does not use; TextDecoder takes them for one as well.
  return { label: 'windows-1252', name, bomBytes: 0, damaged: false };
}

function tellForeign(excerpt: Buffer): string | undefined {
  const matches = analyse(excerpt);
  const western = Math.max(0, ...matches.filter(({ name }) => WESTERN.has(name)).map(({ confidence }) => confidence));
  for (const { name, confidence } of matches) {
    if (WESTERN.has(name)) return undefined;
    const known = FOREIGN.get(name);
    const isSure = known !== undefined && confidence >= known.minConfidence && confidence >= western + MIN_LEAD;
    if (isSure && decodes(excerpt, known.label)) return known.label;
  }
  return undefined;
}

function decodes(bytes: Buffer, label: string): boolean {
  // The excerpt may be cut inside a character at both ends: only what is within counts.
  const text = new TextDecoder(label).decode(bytes);
  return !text.slice(2, -2).includes('\ufffd');
}
