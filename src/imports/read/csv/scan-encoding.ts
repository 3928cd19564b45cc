import { createReadStream } from 'node:fs';
import { systemCode } from '../system-code.js';
import { EncodingEvidence } from './encoding-evidence.js';
import { BLOCK_BYTES } from './read-text.js';
import { type Encoding, guessUtf16, readByteOrderMark, tellEncoding } from './tell-encoding.js';

/** Reads the whole file once: which encoding it has is decided by all of its bytes, the last accent included. */
export async function scanEncoding(path: string, head: Buffer): Promise<Encoding> {
  const bom = readByteOrderMark(head);
  const utf16 = bom === undefined ? guessUtf16(head) : undefined;
  const label = bom?.label ?? utf16;
  if (label === undefined || label === 'utf-8') {
    const evidence = await collectEvidence(path);
    if (bom === undefined) return tellEncoding(evidence);
    return { label: 'utf-8', name: 'utf-8-bom', bomBytes: bom.bomBytes, damaged: evidence.strays > 0 };
  }
  return { label, name: label, bomBytes: bom?.bomBytes ?? 0, damaged: !(await decodesCleanly(path, label)) };
}

async function collectEvidence(path: string): Promise<EncodingEvidence> {
  const evidence = new EncodingEvidence();
  const source = createReadStream(path, { highWaterMark: BLOCK_BYTES });
  for await (const block of source as AsyncIterable<Buffer>) evidence.push(block);
  return evidence.finish();
}

async function decodesCleanly(path: string, label: string): Promise<boolean> {
  const decoder = new TextDecoder(label, { fatal: true });
  const source = createReadStream(path, { highWaterMark: BLOCK_BYTES });
  try {
    for await (const block of source as AsyncIterable<Buffer>) decoder.decode(block, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if (systemCode(error) === 'ERR_ENCODING_INVALID_ENCODED_DATA') return false;
    throw error;
  } finally {
    source.destroy();
  }
}
