import { Module } from '@nestjs/common';
import { DatabasePoolMetric } from './database-pool.metric.js';
import { MetricsController } from './metrics.controller.js';
import { Metrics } from './metrics.js';

/** What the process counts, and where it is read. */
@Module({
  controllers: [MetricsController],
  providers: [Metrics, DatabasePoolMetric],
  exports: [Metrics],
})
export class MetricsModule {}
