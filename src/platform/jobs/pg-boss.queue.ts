import { setImmediate as immediate, setTimeout as wait } from 'node:timers/promises';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import PgBoss from 'pg-boss';
import { DataSource, type EntityManager } from 'typeorm';
import { APP_CONFIG, type AppConfig } from '../config/app-config.js';
import { ProblemError } from '../errors/problem-error.js';
import { HealthRegistry } from '../health/health-registry.js';
import { EventLog } from '../logging/event-log.js';
import { Metrics } from '../metrics/metrics.js';
import { type Job, type JobHandler, type JobOptions, type JobQueue, type Queue } from './job-queue.port.js';

const POLL_SECONDS = 2;
const STOP_TIMEOUT_MS = 10_000;
const RETRY_MS = 2_000;

interface Declaration {
  queue: string;
  cron: string | null;
  run: JobHandler<object>;
}

/**
 * The job queue on pg-boss, over the application's own connection: the same code on a server and on the embedded
 * database, and a job can commit together with the row that caused it.
 */
@Injectable()
export class PgBossQueue implements JobQueue, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly declarations: Declaration[] = [];
  /** pg-boss's names of the workers, by queue. */
  private readonly workers = new Map<string, string>();
  private readonly stopping = new AbortController();
  /** Statements of pg-boss and jobs on their way. */
  private readonly underway = new Set<Promise<unknown>>();
  /** Resolves with the running queue; tries until it runs or the process stops. */
  private running: Promise<PgBoss | undefined> = Promise.resolve(undefined);

  constructor(
    private readonly dataSource: DataSource,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly log: EventLog,
    private readonly metrics: Metrics,
    health: HealthRegistry,
  ) {
    health.register('jobs', () => this.running);
  }

  work<T extends object>(queue: Queue<T>, handler: JobHandler<T>): void {
    this.declarations.push({ queue: queue.name, cron: null, run: (job) => handler(job as Job<T>) });
  }

  schedule(queue: Queue<object>, cron: string, handler: JobHandler<object>): void {
    this.declarations.push({ queue: queue.name, cron, run: handler });
  }

  async enqueue<T extends object>(
    queue: Queue<T>,
    data: T,
    { singletonKey, retryLimit = 3, delaySeconds = 0, manager }: JobOptions = {},
  ): Promise<string | null> {
    const boss = await this.running;
    if (boss === undefined)
      throw new ProblemError('overloaded', 'The process is about to stop.', { retryAfterSeconds: 2 });
    return boss.send(queue.name, data, {
      retryLimit,
      retryBackoff: true,
      startAfter: delaySeconds,
      ...(singletonKey === undefined ? {} : { singletonKey }),
      ...(manager === undefined ? {} : { db: this.executorOf(manager) }),
    });
  }

  nudge<T extends object>(queue: Queue<T>): void {
    const worker = this.workers.get(queue.name);
    if (worker === undefined || this.stopping.signal.aborted) return;
    void this.running.then((boss) => boss?.notifyWorker(worker));
  }

  /** Started beside the first requests, not before them: the port opens without waiting for the queue's own schema. */
  onApplicationBootstrap(): void {
    this.running = this.startUntilUp();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    const boss = await this.running;
    await boss?.stop({ graceful: true, timeout: STOP_TIMEOUT_MS });
    await this.drain();
  }

  private get works(): boolean {
    return this.config.role !== 'api';
  }

  /** A database that is away for a moment must not leave the process without its jobs for ever. */
  private async startUntilUp(): Promise<PgBoss | undefined> {
    while (!this.stopping.signal.aborted) {
      try {
        return await this.start();
      } catch (error) {
        this.log.error('jobs.start_failed', { retry_in_ms: RETRY_MS }, error);
        await wait(RETRY_MS, undefined, { signal: this.stopping.signal }).catch(() => undefined);
      }
    }
    return undefined;
  }

  /** pg-boss waits neither for the statements that mark its last jobs as done nor for a job fetched while it stops. */
  private async drain(): Promise<void> {
    while (this.underway.size > 0) {
      await Promise.allSettled(this.underway);
      await immediate();
    }
  }

  private async tracked<R>(work: Promise<R>): Promise<R> {
    this.underway.add(work);
    try {
      return await work;
    } finally {
      this.underway.delete(work);
    }
  }

  /** A queue that failed to start stays half started, so every try is a new one, and the old one's workers are ended. */
  private async start(): Promise<PgBoss> {
    const boss = new PgBoss({
      db: this.executorOf(this.dataSource),
      schema: 'jobs',
      supervise: this.works,
      schedule: this.works,
    });
    boss.on('error', (error) => {
      this.log.warn('jobs.fault', {}, error);
    });
    try {
      await boss.start();
      for (const declaration of this.declarations) {
        await boss.createQueue(declaration.queue);
        if (this.works) await this.serve(boss, declaration);
      }
    } catch (error) {
      await boss.stop({ graceful: false }).catch(() => undefined);
      throw error;
    }
    this.log.debug('jobs.started', { queues: this.declarations.length, works: this.works });
    return boss;
  }

  private async serve(boss: PgBoss, { queue, cron, run }: Declaration): Promise<void> {
    if (cron !== null) await boss.schedule(queue, cron);
    const worker = await boss.work<object>(queue, { pollingIntervalSeconds: POLL_SECONDS }, async (jobs) => {
      for (const job of jobs) await this.tracked(this.runLogged(queue, job, run));
    });
    this.workers.set(queue, worker);
  }

  private executorOf(source: DataSource | EntityManager): PgBoss.Db {
    return {
      executeSql: async (text, values) => {
        return { rows: normaliseRows(await this.tracked(source.query<unknown>(text, values as unknown[]))) };
      },
    };
  }

  private async runLogged(queue: string, job: Job<object>, run: Declaration['run']): Promise<void> {
    const startedAt = performance.now();
    try {
      await run(job);
      this.metrics.recordJob(queue, 'ok');
      this.log.info('job.completed', { queue, job_id: job.id, duration_ms: Math.round(performance.now() - startedAt) });
    } catch (error) {
      this.metrics.recordJob(queue, 'error');
      this.log.error('job.failed', { queue, job_id: job.id }, error);
      throw error;
    }
  }
}

/** TypeORM answers UPDATE and DELETE with `[rows, count]` and everything else with the rows. */
function normaliseRows(result: unknown): unknown[] {
  if (!Array.isArray(result)) return [];
  const [rows, count] = result as unknown[];
  return result.length === 2 && Array.isArray(rows) && typeof count === 'number' ? rows : (result as unknown[]);
}
