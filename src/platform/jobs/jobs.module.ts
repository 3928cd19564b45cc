import { Module } from '@nestjs/common';
import { HealthModule } from '../health/health.module.js';
import { MetricsModule } from '../metrics/metrics.module.js';
import { JOB_QUEUE } from './job-queue.port.js';
import { PgBossQueue } from './pg-boss.queue.js';

@Module({
  imports: [HealthModule, MetricsModule],
  providers: [PgBossQueue, { provide: JOB_QUEUE, useExisting: PgBossQueue }],
  exports: [JOB_QUEUE],
})
export class JobsModule {}
