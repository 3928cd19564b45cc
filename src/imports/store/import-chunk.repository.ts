import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

const CHUNK_BYTES = 1024 * 1024;

/** The bytes of uploaded files, in pieces. In the database, so that whichever process works on the job has them. */
@Injectable()
export class ImportChunkRepository {
  constructor(private readonly dataSource: DataSource) {}

  async store(fileId: string, path: string, manager: EntityManager): Promise<void> {
    let ordinal = 0;
    for await (const bytes of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
      await manager.query('INSERT INTO import_chunks (file_id, ordinal, bytes) VALUES ($1, $2, $3)', [
        fileId,
        ordinal,
        bytes,
      ]);
      ordinal += 1;
    }
  }

  /** Writes the stored bytes to a file of this machine. */
  async restore(fileId: string, path: string, signal: AbortSignal): Promise<void> {
    const handle = await open(path, 'wx', 0o600);
    try {
      for (let ordinal = 0; ; ordinal += 1) {
        signal.throwIfAborted();
        const [chunk] = await this.dataSource.query<{ bytes: Uint8Array }[]>(
          'SELECT bytes FROM import_chunks WHERE file_id = $1 AND ordinal = $2',
          [fileId, ordinal],
        );
        if (chunk === undefined) return;
        await handle.write(chunk.bytes);
      }
    } finally {
      await handle.close();
    }
  }
}
