import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BeforeApplicationShutdown, Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { APP_CONFIG, type AppConfig, EventLog, openPatient, type PatientDatabase } from '../../platform/index.js';
import { uuidV7 } from '../../shared/uuid-v7.js';
import { failedReport } from '../report/file-report.js';
import { type FileOutcome, type StoredImport, statusOf } from '../store/import.repository.js';
import { ImportRun, RunSuperseded, type RunTask } from './import-run.js';
import { ImportStores } from './import-stores.js';
import { type Progress, type RunControl } from './run-control.js';

export interface RunOptions {
  /** Files that are on this machine already, by their id. */
  paths?: ReadonlyMap<string, string>;
  onProgress?: (progress: Progress) => void;
  /** Whether an error ends the import at once, because nobody will try again. */
  isLastTry?: boolean;
}

/** A process that dies in the middle of an import counts as well. */
export const MAX_ATTEMPTS = 3;
const PROGRESS_MS = 500;
const SESSION_LOCK_SEED = 7204;

/** Carries imports out, one attempt at a time: whoever runs one holds a lock that ends with the process. */
@Injectable()
export class ImportRunner implements OnModuleDestroy, BeforeApplicationShutdown {
  private readonly stopping = new AbortController();
  /** Imports this process works on. On the embedded database all work shares one session, so its locks tell nothing. */
  private readonly running = new Map<string, Promise<boolean>>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly stores: ImportStores,
    @Inject(APP_CONFIG) private readonly config: Pick<AppConfig, 'imports'>,
    private readonly log: EventLog,
  ) {}

  /** Stops at the next row; the import begins anew when a process takes it up. */
  onModuleDestroy(): void {
    this.stopping.abort(new Error('The process is about to stop.'));
  }

  /** The database stays open until the last run has let go of it. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.allSettled(this.running.values());
  }

  /**
   * Runs an import to its end.
   * @returns false when there was nothing to do: it has ended, or another process works on it
   * @throws what went wrong; the import is then tried again by whoever takes it up, unless it was the last try
   */
  async run(importId: string, options: RunOptions = {}): Promise<boolean> {
    if (this.running.has(importId) || this.stopping.signal.aborted) return false;
    const run = this.runLocked(importId, options);
    this.running.set(importId, run);
    try {
      return await run;
    } finally {
      this.running.delete(importId);
    }
  }

  private async runLocked(importId: string, options: RunOptions): Promise<boolean> {
    const patient = await openPatient(this.dataSource);
    try {
      return (await takeLock(patient, importId)) && (await this.begin(importId, patient, options));
    } finally {
      await patient.close();
    }
  }

  private async begin(importId: string, patient: PatientDatabase, options: RunOptions): Promise<boolean> {
    const runToken = uuidV7();
    const stored = await this.stores.imports.begin(importId, runToken);
    if (stored === undefined) return false;
    if (stored.attempts > MAX_ATTEMPTS) {
      await this.giveUp(importId);
      return true;
    }
    const startedAt = performance.now();
    this.log.info('import.started', { import_id: importId, attempt: stored.attempts });
    try {
      const outcomes = await this.attempt(stored, runToken, patient, options);
      this.logEnd(importId, outcomes, startedAt);
    } catch (error) {
      await this.afterFailure(stored, runToken, options, error);
    }
    return true;
  }

  private async attempt(
    stored: StoredImport,
    runToken: string,
    { source, isServer }: PatientDatabase,
    options: RunOptions,
  ): Promise<FileOutcome[]> {
    const folder = await mkdtemp(join(tmpdir(), 'rapport-import-'));
    const files = await this.stores.imports.listFiles(stored.import_id);
    const progress = new ProgressKeeper((now) => {
      options.onProgress?.(now);
      return this.stores.imports.saveProgress(stored.import_id, runToken, now.rowsRead, now.rowsTotal);
    });
    const control: RunControl = {
      work: source,
      side: this.dataSource,
      isServer,
      signal: this.stopping.signal,
      maxRows: this.config.imports.maxRows,
      sawRows: (count) => progress.add(count),
    };
    const task: RunTask = { stored, runToken, files, folder, paths: options.paths ?? new Map(), control };
    const run = new ImportRun(this.stores, task);
    try {
      const outcomes = await run.execute((rows) => progress.setTotal(rows));
      await progress.tellNow();
      return outcomes;
    } finally {
      await run.cleanUp().catch((error: unknown) => {
        this.log.warn('import.cleanup_failed', { import_id: stored.import_id }, error);
      });
      await rm(folder, { recursive: true, force: true });
    }
  }

  private async afterFailure(stored: StoredImport, runToken: string, options: RunOptions, error: unknown) {
    const { import_id: importId, attempts } = stored;
    if (error instanceof RunSuperseded) return;
    if (this.stopping.signal.aborted && options.isLastTry !== true) {
      await this.stores.imports.release(importId, runToken);
      return;
    }
    this.log.error('import.failed', { import_id: importId, attempt: attempts }, error);
    if (options.isLastTry === true || attempts >= MAX_ATTEMPTS) await this.giveUp(importId);
    throw error;
  }

  /** Nothing of any file is stored. */
  private async giveUp(importId: string): Promise<void> {
    const message = 'The import was given up because of a fault that is not the file’s; nothing of it was stored.';
    const files = await this.stores.imports.listFiles(importId);
    const report = failedReport('unreadable', message);
    const outcomes = files.map(({ file_id, dataset }) => ({ fileId: file_id, dataset, report }));
    await this.dataSource.transaction((manager) => this.stores.imports.conclude(importId, outcomes, manager));
  }

  private logEnd(importId: string, outcomes: readonly FileOutcome[], startedAt: number): void {
    for (const { dataset, report } of outcomes) {
      const { status, failure, rows_in, inserted, updated, unchanged, merged, quarantined } = report;
      this.log.info('import.file_completed', {
        import_id: importId,
        dataset,
        status,
        ...(failure === null ? {} : { failure: failure.code }),
        ...{ rows_in, inserted, updated, unchanged, merged, quarantined },
      });
    }
    const tookMs = Math.round(performance.now() - startedAt);
    this.log.info('import.completed', { import_id: importId, status: statusOf(outcomes), took_ms: tookMs });
  }
}

/** The lock belongs to the run's session: it ends with the process, however that ends. */
async function takeLock({ source, isServer }: PatientDatabase, importId: string): Promise<boolean> {
  if (!isServer) return true;
  const [row] = await source.query<{ locked: boolean }[]>(
    'SELECT pg_try_advisory_lock(hashtextextended($1, $2)) AS locked',
    [importId, SESSION_LOCK_SEED],
  );
  return row?.locked === true;
}

/** Tells the progress at most twice a second. */
class ProgressKeeper {
  private readonly progress: Progress = { rowsRead: 0, rowsTotal: null };
  private toldAt = 0;

  constructor(private readonly tell: (progress: Progress) => Promise<void>) {}

  setTotal(rows: number): Promise<void> {
    this.progress.rowsTotal = rows;
    return this.tellNow();
  }

  add(count: number): Promise<void> | undefined {
    this.progress.rowsRead += count;
    return performance.now() - this.toldAt < PROGRESS_MS ? undefined : this.tellNow();
  }

  tellNow(): Promise<void> {
    this.toldAt = performance.now();
    return this.tell({ ...this.progress });
  }
}
