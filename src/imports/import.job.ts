import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
  type OnModuleInit,
} from '@nestjs/common';
import { APP_CONFIG, EventLog, JOB_QUEUE, type AppConfig, type JobQueue } from '../platform/index.js';
import { IMPORT_QUEUE, RESUME_QUEUE } from './import-queue.js';
import { ImportRunner } from './run/import-runner.service.js';
import { ImportRepository } from './store/import.repository.js';

const EVERY_MINUTE = '* * * * *';

/** Runs queued imports, and takes up those a process left when it died: at the start, and every minute for the others'. */
@Injectable()
export class ImportJob implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  private resuming: Promise<void> = Promise.resolve();

  constructor(
    @Inject(JOB_QUEUE) private readonly queue: JobQueue,
    private readonly runner: ImportRunner,
    private readonly imports: ImportRepository,
    private readonly log: EventLog,
    @Inject(APP_CONFIG) private readonly config: Pick<AppConfig, 'role'>,
  ) {}

  onModuleInit(): void {
    this.queue.work(IMPORT_QUEUE, async ({ data }) => {
      await this.runner.run(data.importId);
    });
    this.queue.schedule(RESUME_QUEUE, EVERY_MINUTE, () => this.resume());
  }

  /** Beside the first requests, not before them. */
  onApplicationBootstrap(): void {
    if (this.config.role !== 'api') this.resuming = this.resume();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.resuming;
  }

  /** An import somebody works on is left alone: its lock says so. */
  private async resume(): Promise<void> {
    try {
      for (const importId of await this.imports.listOpen()) await this.runner.run(importId);
    } catch (error) {
      this.log.warn('import.resume_failed', {}, error);
    }
  }
}
