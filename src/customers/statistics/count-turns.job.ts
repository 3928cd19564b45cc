import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { JOB_QUEUE, type JobQueue, type Queue } from '../../platform/index.js';
import { countTail } from './refresh-rollup.js';

/** Carries nothing: it looks for itself. */
const COUNT_TURNS: Queue<object> = { name: 'statistics.count_turns' };
const EVERY_MINUTE = '* * * * *';

/** Folds the interactions of turns into the rollup, so that readers have few to add. */
@Injectable()
export class CountTurnsJob implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(JOB_QUEUE) private readonly jobs: JobQueue,
  ) {}

  onModuleInit(): void {
    this.jobs.schedule(COUNT_TURNS, EVERY_MINUTE, () => this.run());
  }

  async run(): Promise<void> {
    const waiting = await this.dataSource.query<unknown[]>('SELECT 1 FROM uncounted_interactions LIMIT 1');
    if (waiting.length > 0) await this.dataSource.transaction(countTail);
  }
}
