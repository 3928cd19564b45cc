import { Injectable } from '@nestjs/common';
import { DatasetRegistry } from '../dataset.registry.js';
import { ImportChunkRepository } from '../store/import-chunk.repository.js';
import { ImportRejectRepository } from '../store/import-reject.repository.js';
import { ImportRepository } from '../store/import.repository.js';

/** What a run reads and writes besides the data itself. */
@Injectable()
export class ImportStores {
  constructor(
    readonly registry: DatasetRegistry,
    readonly imports: ImportRepository,
    readonly chunks: ImportChunkRepository,
    readonly rejects: ImportRejectRepository,
  ) {}
}
