import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { EventLog, openPatient, ProblemError } from '../platform/index.js';
import { isUuid } from '../shared/uuid-v7.js';
import { takeTurn } from './apply/take-turn.js';
import { RollbackBlocked, undoFile } from './apply/undo-file.js';
import { noSuchImport } from './import.service.js';
import { ImportStores } from './run/import-stores.js';
import { type StoredFile, type StoredImport } from './store/import.repository.js';

/** Takes imports back, as a whole and exactly. */
@Injectable()
export class RollbackService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly stores: ImportStores,
    private readonly log: EventLog,
  ) {}

  /**
   * Restores what was stored before the import. Doing so twice is doing it once.
   * @throws ProblemError `not_found`; `conflict` when there is nothing to take back or later changes depend on it
   */
  async rollBack(importId: string): Promise<void> {
    if (!isUuid(importId)) throw noSuchImport();
    const patient = await openPatient(this.dataSource);
    try {
      await patient.source.transaction(async (manager) => {
        await takeTurn(manager, patient.isServer);
        const stored = await this.stores.imports.lock(importId, manager);
        if (stored === undefined) throw noSuchImport();
        if (stored.status === 'rolled_back') return;
        refuseUnfit(stored);
        await this.undoAll(importId, manager);
        await this.stores.imports.markRolledBack(importId, manager);
      });
    } catch (error) {
      if (error instanceof RollbackBlocked) throw new ProblemError('conflict', error.message);
      throw error;
    } finally {
      await patient.close();
    }
    this.log.info('import.rolled_back', { import_id: importId });
  }

  /** In the reverse of the order they were written in. */
  private async undoAll(importId: string, manager: EntityManager): Promise<void> {
    const order = this.stores.registry.listInOrder().map(({ name }) => name);
    const rank = ({ dataset }: StoredFile): number => order.indexOf(dataset ?? '');
    const files = await this.stores.imports.listFiles(importId, manager);
    const written = files.filter(({ status }) => status !== 'failed').sort((a, b) => rank(a) - rank(b));
    for (const { file_id, dataset } of written.reverse()) {
      await undoFile(manager, file_id, this.stores.registry.get(dataset ?? ''));
    }
  }
}

function refuseUnfit({ status, dry_run: isDry }: StoredImport): void {
  if (status === 'queued' || status === 'running') throw new ProblemError('conflict', 'The import is still running.');
  if (isDry) throw new ProblemError('conflict', 'This was a dry run: there is nothing to take back.');
  if (status === 'failed') throw new ProblemError('conflict', 'The import failed: there is nothing to take back.');
}
