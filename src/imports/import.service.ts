import { basename } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  IdempotencyService,
  JOB_QUEUE,
  ProblemError,
  type IdempotencyRequest,
  type IdempotentAnswer,
  type JobQueue,
} from '../platform/index.js';
import { isUuid, uuidV7 } from '../shared/uuid-v7.js';
import { cleanFileName } from './clean-file-name.js';
import { hashFile } from './hash-file.js';
import { IMPORT_QUEUE } from './import-queue.js';
import { ImportRunner } from './run/import-runner.service.js';
import { ImportStores } from './run/import-stores.js';
import { type Progress } from './run/run-control.js';
import { type OnMalformed } from './store/import.entity.js';
import { type StoredFile, type StoredImport } from './store/import.repository.js';

export interface ImportSettings {
  /** null: told from each file's header. */
  dataset: string | null;
  /** The same report, and nothing is changed. */
  dryRun: boolean;
  onMalformed: OnMalformed;
}

/** A file on this machine's disk. */
export interface LocalFile {
  path: string;
  name: string;
  sizeBytes: number;
  sha256: string;
}

/** An import and what became of its files so far. */
export interface ImportDetails extends StoredImport {
  files: StoredFile[];
}

export const DEFAULT_SETTINGS: ImportSettings = { dataset: null, dryRun: false, onMalformed: 'quarantine' };

/** Files in, an account of every row out. A bad row is quarantined and reported, it never stops its file. */
@Injectable()
export class ImportService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: IdempotencyService,
    @Inject(JOB_QUEUE) private readonly queue: JobQueue,
    private readonly stores: ImportStores,
    private readonly runner: ImportRunner,
  ) {}

  /**
   * Keeps the files and puts the import in the queue, in one transaction: once it is answered, it will happen.
   * @throws ProblemError `validation_failed` for a dataset nobody registered
   */
  async enqueue(
    files: readonly LocalFile[],
    settings: ImportSettings,
    idempotency: IdempotencyRequest | null,
  ): Promise<IdempotentAnswer<{ import_id: string; status: 'queued' }>> {
    this.refuseUnknownDataset(settings.dataset);
    const answer = await this.idempotency.run(idempotency, async (manager) => {
      const { importId } = await this.store(files, settings, manager);
      await this.queue.enqueue(IMPORT_QUEUE, { importId }, { singletonKey: importId, manager });
      return { status: 202, body: { import_id: importId, status: 'queued' as const } };
    });
    this.queue.nudge(IMPORT_QUEUE);
    return answer;
  }

  /**
   * Imports files of this machine at once and returns when that has ended.
   * @throws ProblemError `validation_failed` for a dataset nobody registered; an error of the system when a file cannot be read
   */
  async importFiles(
    paths: readonly string[],
    settings: ImportSettings = DEFAULT_SETTINGS,
    { onProgress, importId: wantedId }: { onProgress?: (progress: Progress) => void; importId?: string } = {},
  ): Promise<ImportDetails> {
    this.refuseUnknownDataset(settings.dataset);
    const files: LocalFile[] = [];
    for (const path of paths) files.push({ path, name: cleanFileName(basename(path)), ...(await hashFile(path)) });
    const { importId, stored } = await this.dataSource.transaction((manager) =>
      this.store(files, settings, manager, wantedId),
    );
    await this.runner.run(importId, {
      paths: new Map(stored),
      isLastTry: true,
      ...(onProgress === undefined ? {} : { onProgress }),
    });
    return this.get(importId);
  }

  /** @throws ProblemError `not_found` */
  async get(importId: string): Promise<ImportDetails> {
    const stored = isUuid(importId) ? await this.stores.imports.find(importId) : undefined;
    if (stored === undefined) throw noSuchImport();
    return { ...stored, files: await this.stores.imports.listFiles(importId) };
  }

  private async store(
    files: readonly LocalFile[],
    settings: ImportSettings,
    manager: EntityManager,
    importId = uuidV7(),
  ): Promise<{ importId: string; stored: [string, string][] }> {
    const identified = files.map((file) => ({ ...file, fileId: uuidV7() }));
    await this.stores.imports.create({ importId, ...settings, files: identified }, manager);
    for (const { fileId, path } of identified) await this.stores.chunks.store(fileId, path, manager);
    return { importId, stored: identified.map(({ fileId, path }) => [fileId, path]) };
  }

  private refuseUnknownDataset(dataset: string | null): void {
    if (dataset === null || this.stores.registry.has(dataset)) return;
    const names = this.stores.registry.listNames().join(', ');
    throw new ProblemError('validation_failed', `The datasets are ${names}.`, {
      errors: [{ pointer: '/dataset', code: 'unknown_dataset', message: `must be one of ${names}` }],
    });
  }
}

export function noSuchImport(): ProblemError {
  return new ProblemError('not_found', 'No import has this id.');
}
