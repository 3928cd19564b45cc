import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PGlite } from '@electric-sql/pglite';
import { type EventLog } from '../../logging/event-log.js';
import { OwnerLock } from './owner-lock.js';

const PGDATA = 'pgdata';
/** Written after the first open succeeded: a folder without it was interrupted and holds nothing that was acknowledged. */
const READY_MARKER = 'pgdata.ready';

/** An open embedded database and the right to its folder; `close` gives both back. */
export interface EmbeddedDatabase {
  pglite: PGlite;
  /** null in memory, where no second process can come near. */
  lock: OwnerLock | null;
  close(): Promise<void>;
}

export interface EmbeddedOptions {
  /** null: in memory, for tests and evaluation. */
  dataDir: string | null;
  /** A dumped, migrated data directory (gzip'ed tar) to start from instead of running initdb. */
  templateFile: string | null;
  log: EventLog;
}

/** @throws StartupError `folderInUse` when a living process owns the folder */
export async function openEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  if (options.dataDir === null) {
    const pglite = await createPglite(undefined, options.templateFile);
    return { pglite, lock: null, close: () => pglite.close() };
  }
  const lock = OwnerLock.acquire(options.dataDir);
  try {
    const pglite = await openFolder(options.dataDir, options);
    return {
      pglite,
      lock,
      close: async () => {
        await pglite.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function openFolder(dataDir: string, { templateFile, log }: EmbeddedOptions): Promise<PGlite> {
  const pgdata = join(dataDir, PGDATA);
  const marker = join(dataDir, READY_MARKER);
  if (existsSync(marker)) return createPglite(pgdata, null);

  log.info('database.creating', { folder: dataDir, from: templateFile === null ? 'scratch' : 'template' });
  const startedAt = performance.now();
  rmSync(pgdata, { recursive: true, force: true });
  const pglite = await createPglite(pgdata, templateFile);
  writeFileSync(marker, `${new Date().toISOString()}\n`);
  log.info('database.created', { took_ms: Math.round(performance.now() - startedAt) });
  return pglite;
}

/** Imported when needed: a process on a PostgreSQL server never pays for the WebAssembly build. */
async function createPglite(dataDir: string | undefined, templateFile: string | null): Promise<PGlite> {
  const [{ PGlite }, { vector }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('@electric-sql/pglite-pgvector'),
  ]);
  const template =
    templateFile === null ? undefined : new Blob([readFileSync(templateFile)], { type: 'application/x-gzip' });
  return PGlite.create({
    ...(dataDir === undefined ? {} : { dataDir }),
    ...(template === undefined ? {} : { loadDataDir: template }),
    extensions: { vector },
  });
}
