import { randomFillSync } from 'node:crypto';

let lastMs = 0;
let counter = 0;

/** Random bytes are drawn by the page: a system call for each id would cost more than the id. */
const pool = Buffer.alloc(4_096);
let unused = pool.length;

function takeRandom(length: number): Buffer {
  if (unused + length > pool.length) {
    randomFillSync(pool);
    unused = 0;
  }
  unused += length;
  return pool.subarray(unused - length, unused);
}

/**
 * A UUID version 7 (RFC 9562 §5.7): 48 bits of Unix milliseconds, then a 12-bit counter that keeps ids of one
 * process ascending within a millisecond (method 1 of §6.2), then 62 random bits.
 */
export function uuidV7(nowMs: number = Date.now()): string {
  counter = nowMs > lastMs ? takeRandom(2).readUInt16BE() & 0x7ff : counter + 1;
  lastMs = Math.max(nowMs, lastMs);
  if (counter > 0xfff) {
    lastMs += 1;
    counter = 0;
  }
  const bytes = Buffer.from(takeRandom(16));
  bytes.writeUIntBE(lastMs, 0, 6);
  bytes.writeUInt16BE(0x7000 | counter, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether the text is a UUID of any version; ids that are not are simply not found. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}
