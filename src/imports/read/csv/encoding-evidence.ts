import { isAscii } from 'node:buffer';

/** As much of the bytes beyond ASCII, with some text around them, as telling the encoding needs. */
const SAMPLE_BYTES = 64 * 1024;

/** How many bytes follow this first byte of a UTF-8 sequence, or -1 where none starts so (RFC 3629). */
function followersOf(byte: number): number {
  if (byte < 0x80) return 0;
  if (byte >= 0xc2 && byte <= 0xdf) return 1;
  if (byte >= 0xe0 && byte <= 0xef) return 2;
  if (byte >= 0xf0 && byte <= 0xf4) return 3;
  return -1;
}

/** Whether a second byte is one that may follow the first: no overlong forms, no surrogates, nothing above U+10FFFF. */
function mayFollow(first: number, second: number): boolean {
  if (first === 0xe0) return second >= 0xa0;
  if (first === 0xed) return second <= 0x9f;
  if (first === 0xf0) return second >= 0x90;
  if (first === 0xf4) return second <= 0x8f;
  return true;
}

/** Counts, over all blocks of a file, how well its bytes read as UTF-8. */
export class EncodingEvidence {
  /** UTF-8 sequences of two bytes or more. */
  sequences = 0;
  /** Bytes that are part of no UTF-8 sequence. */
  strays = 0;
  /** Bytes 0x80 to 0x9f among the strays: printable in Windows-1252, control characters in Latin-1. */
  controls = 0;
  private readonly samples: Buffer[] = [];
  private sampled = 0;
  private rest: Buffer = Buffer.alloc(0);

  push(block: Buffer): void {
    if (this.rest.length === 0 && isAscii(block)) return;
    const bytes = this.rest.length === 0 ? block : Buffer.concat([this.rest, block]);
    this.sample(bytes);
    const end = this.count(bytes, false);
    this.rest = Buffer.from(bytes.subarray(end));
  }

  /** Counts what a sequence at the file's end left open. */
  finish(): this {
    this.count(this.rest, true);
    this.rest = Buffer.alloc(0);
    return this;
  }

  /** Text around bytes beyond ASCII. */
  get excerpt(): Buffer {
    return Buffer.concat(this.samples);
  }

  private sample(bytes: Buffer): void {
    if (this.sampled >= SAMPLE_BYTES) return;
    const first = bytes.findIndex((byte) => byte >= 0x80);
    if (first === -1) return;
    const part = Buffer.from(bytes.subarray(Math.max(0, first - 64), first + SAMPLE_BYTES / 4));
    this.samples.push(part);
    this.sampled += part.length;
  }

  /** Returns where a sequence starts that the block does not end. */
  private count(bytes: Buffer, atEnd: boolean): number {
    let at = 0;
    while (at < bytes.length) {
      const byte = bytes[at] ?? 0;
      if (byte < 0x80) {
        at += 1;
        continue;
      }
      const length = this.sequenceAt(bytes, at);
      if (length === 'cut' && !atEnd) return at;
      if (typeof length === 'number') this.sequences += 1;
      else this.stray(byte);
      at += typeof length === 'number' ? length : 1;
    }
    return at;
  }

  private stray(byte: number): void {
    this.strays += 1;
    if (byte <= 0x9f) this.controls += 1;
  }

  private sequenceAt(bytes: Buffer, at: number): number | 'cut' | 'none' {
    const first = bytes[at] ?? 0;
    const followers = followersOf(first);
    if (followers < 1) return 'none';
    for (let step = 1; step <= followers; step += 1) {
      const byte = bytes[at + step];
      if (byte === undefined) return 'cut';
      if (byte < 0x80 || byte > 0xbf || (step === 1 && !mayFollow(first, byte))) return 'none';
    }
    return followers + 1;
  }
}
