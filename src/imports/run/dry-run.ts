import { createReadStream } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type EntityManager } from 'typeorm';
import { type FileOutcome } from '../store/import.repository.js';
import { type ImportRejectRepository } from '../store/import-reject.repository.js';
import { insertRejects, type Reject } from './reject-writer.js';

/** Ends the transaction of a dry run: whatever it wrote is taken back by the database itself. */
export class DryRunEnds extends Error {
  constructor(readonly outcomes: FileOutcome[]) {
    super('The dry run ends here.');
  }
}

const BATCH = 1_000;

/** Carries the rejects SQL found in a dry run over the end of its transaction, in a file: there may be as many as rows. */
export class CarriedRejects {
  private readonly carried: { fileId: string; path: string }[] = [];

  constructor(
    private readonly folder: string,
    private readonly rejects: ImportRejectRepository,
  ) {}

  async take(fileId: string, afterRejectId: string, manager: EntityManager): Promise<void> {
    const path = join(this.folder, `${fileId}.rejects`);
    for await (const page of this.rejects.listNewPages(fileId, afterRejectId, manager)) {
      await appendFile(path, page.map((reject) => `${JSON.stringify(reject)}\n`).join(''));
      if (!this.carried.some((known) => known.fileId === fileId)) this.carried.push({ fileId, path });
    }
  }

  async restore(manager: EntityManager): Promise<void> {
    for (const { fileId, path } of this.carried) {
      let batch: Reject[] = [];
      for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
        batch.push(JSON.parse(line) as Reject);
        if (batch.length < BATCH) continue;
        await insertRejects(manager, fileId, batch);
        batch = [];
      }
      await insertRejects(manager, fileId, batch);
    }
  }
}

/** The greatest reject of a file so far. */
export async function lastRejectId(fileId: string, manager: EntityManager): Promise<string> {
  const [row] = await manager.query<{ last: string }[]>(
    'SELECT COALESCE(max(reject_id), 0)::text AS last FROM import_rejects WHERE file_id = $1',
    [fileId],
  );
  return row?.last ?? '0';
}
