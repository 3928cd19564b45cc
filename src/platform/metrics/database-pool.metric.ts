import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Metrics, type PoolCounts } from './metrics.js';

/** Shows the state of the connection pool that TypeORM keeps to itself. */
@Injectable()
export class DatabasePoolMetric implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    this.metrics.watchPool(() => readPool((this.dataSource.driver as { master?: unknown }).master));
  }
}

/** The counts of a `pg` pool; what keeps no counts is the embedded database's one connection. */
export function readPool(pool: unknown): PoolCounts {
  const counts = (pool ?? {}) as Partial<Record<'totalCount' | 'idleCount' | 'waitingCount', unknown>>;
  return {
    total: typeof counts.totalCount === 'number' ? counts.totalCount : 1,
    idle: typeof counts.idleCount === 'number' ? counts.idleCount : 0,
    waiting: typeof counts.waitingCount === 'number' ? counts.waitingCount : 0,
  };
}
