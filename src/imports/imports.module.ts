import { Module } from '@nestjs/common';
import { DatasetRegistry } from './dataset.registry.js';
import { ImportService } from './import.service.js';

/** Files to rows for any dataset; features register theirs with {@link DatasetRegistry}. */
@Module({
  providers: [DatasetRegistry, ImportService],
  exports: [DatasetRegistry, ImportService],
})
export class ImportsModule {}
