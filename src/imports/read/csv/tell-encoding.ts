import { analyse } from 'chardet';
import { decodeWindows1252 } from './decode-windows-1252.js';
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

/** Encodings beyond the Western ones that both chardet and TextDecoder know, with how sure chardet has to be of them. */
const FOREIGN: ReadonlyMap<string, number> = new Map([
  ...['Shift_JIS', 'EUC-JP', 'EUC-KR', 'Big5', 'GB18030'].map((name) => [name, 50] as const),
  ...['windows-1251', 'KOI8-R', 'ISO-8859-5', 'windows-1253', 'ISO-8859-7'].map((name) => [name, 40] as const),
  ...['windows-1250', 'ISO-8859-2', 'windows-1254', 'ISO-8859-9'].map((name) => [name, 30] as const),
]);

/** How much surer than of Western text chardet has to be: in short samples it takes accents for anything. */
const MIN_LEAD = 15;
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
  const best = matches.find(({ name }) => WESTERN.has(name) || FOREIGN.has(name));
  const minConfidence = best && FOREIGN.get(best.name);
  if (best === undefined || minConfidence === undefined) return undefined;
  if (best.confidence < minConfidence || best.confidence < western + MIN_LEAD) return undefined;
  const label = best.name.toLowerCase();
  return makesSense(excerpt, label) ? label : undefined;
}

/** Whether bytes can be decoded so, and come out as something else than Western text. */
function makesSense(excerpt: Buffer, label: string): boolean {
  const text = new TextDecoder(label).decode(excerpt, { stream: true });
  // The excerpt may be cut inside a character at both ends: only what is within counts.
  return !text.slice(2, -2).includes('\ufffd') && text !== decodeWindows1252(excerpt);
}
