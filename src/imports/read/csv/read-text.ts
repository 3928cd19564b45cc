import { createReadStream } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { decodeWindows1252 } from './decode-windows-1252.js';
import { type Encoding } from './tell-encoding.js';

export const BLOCK_BYTES = 64 * 1024;

interface Decoder {
  decode(block: Buffer): string;
  finish(): string;
}

/** Node's own decoder is several times faster than TextDecoder where it knows the encoding. */
function decoderFor(label: string): Decoder {
  if (label === 'utf-8') {
    const decoder = new StringDecoder('utf8');
    return { decode: (block) => decoder.write(block), finish: () => decoder.end() };
  }
  if (label === 'windows-1252') return { decode: decodeWindows1252, finish: () => '' };
  const decoder = new TextDecoder(label, { ignoreBOM: true });
  return { decode: (block) => decoder.decode(block, { stream: true }), finish: () => decoder.decode() };
}

/** The text of a file block by block, without its byte order mark; characters are never cut in two. */
export async function* readText(path: string, encoding: Encoding, signal?: AbortSignal): AsyncGenerator<string, void> {
  const decoder = decoderFor(encoding.label);
  const source = createReadStream(path, { highWaterMark: BLOCK_BYTES, start: encoding.bomBytes, signal });
  try {
    for await (const block of source as AsyncIterable<Buffer>) yield decoder.decode(block);
    yield decoder.finish();
  } finally {
    source.destroy();
  }
}

/** Decodes the beginning of a file. */
export function decodeStart(head: Buffer, encoding: Encoding): string {
  const decoder = decoderFor(encoding.label);
  return decoder.decode(head.subarray(encoding.bomBytes));
}
