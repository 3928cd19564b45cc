import { Module, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Metrics } from '../metrics/metrics.js';
import { MetricsModule } from '../metrics/metrics.module.js';
import { DrainState } from './drain-state.js';
import { HealthController } from './health.controller.js';
import { HealthRegistry } from './health-registry.js';

/** Liveness, readiness and the turns in flight. */
@Module({
  imports: [MetricsModule],
  controllers: [HealthController],
  providers: [HealthRegistry, DrainState],
  exports: [HealthRegistry, DrainState],
})
export class HealthModule implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly registry: HealthRegistry,
    private readonly drain: DrainState,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    this.registry.register('database', () => this.dataSource.query('SELECT 1'));
    this.metrics.watch(
      'rapport_turns_in_flight',
      'Turns running or waiting in this process',
      () => this.drain.inFlight,
    );
  }
}
