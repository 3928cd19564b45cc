import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DatasetRegistry } from './dataset.registry.js';
import { ImportsController } from './http/imports.controller.js';
import { ImportJob } from './import.job.js';
import { ImportService } from './import.service.js';
import { RollbackService } from './rollback.service.js';
import { ImportRunner } from './run/import-runner.service.js';
import { ImportStores } from './run/import-stores.js';
import { ImportChangeEntity } from './store/import-change.entity.js';
import { ImportChunkEntity } from './store/import-chunk.entity.js';
import { ImportChunkRepository } from './store/import-chunk.repository.js';
import { ImportFileEntity } from './store/import-file.entity.js';
import { ImportRejectEntity } from './store/import-reject.entity.js';
import { ImportRejectRepository } from './store/import-reject.repository.js';
import { ImportEntity } from './store/import.entity.js';
import { ImportRepository } from './store/import.repository.js';

const ENTITIES = [ImportEntity, ImportFileEntity, ImportChunkEntity, ImportRejectEntity, ImportChangeEntity];

/** Files to rows for any dataset; features register theirs with {@link DatasetRegistry}. */
@Module({
  imports: [TypeOrmModule.forFeature(ENTITIES)],
  controllers: [ImportsController],
  providers: [
    DatasetRegistry,
    ImportRepository,
    ImportChunkRepository,
    ImportRejectRepository,
    ImportStores,
    ImportRunner,
    ImportService,
    ImportJob,
    RollbackService,
  ],
  exports: [DatasetRegistry, ImportService],
})
export class ImportsModule {}
