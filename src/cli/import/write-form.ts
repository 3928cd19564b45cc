import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';

/** A multipart form of fields and files (RFC 7578); the files are read while it is sent. */
export function writeForm(
  fields: Readonly<Record<string, string>>,
  paths: readonly string[],
): { contentType: string; parts: AsyncIterable<Uint8Array> } {
  const boundary = `rapport-${randomUUID()}`;
  return { contentType: `multipart/form-data; boundary=${boundary}`, parts: writeParts(boundary, fields, paths) };
}

async function* writeParts(
  boundary: string,
  fields: Readonly<Record<string, string>>,
  paths: readonly string[],
): AsyncGenerator<Uint8Array, void> {
  for (const [name, value] of Object.entries(fields)) {
    yield Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`);
  }
  for (const path of paths) {
    const name = basename(path)
      .replaceAll('"', '%22')
      .replaceAll(/[\r\n]/g, ' ');
    const head = `Content-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream`;
    yield Buffer.from(`--${boundary}\r\n${head}\r\n\r\n`);
    for await (const block of createReadStream(path) as AsyncIterable<Buffer>) yield block;
    yield Buffer.from('\r\n');
  }
  yield Buffer.from(`--${boundary}--\r\n`);
}
