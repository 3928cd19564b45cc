import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import {
  APP_CONFIG,
  EventLog,
  IdempotencyService,
  JOB_QUEUE,
  type AppConfig,
  type JobQueue,
  type Queue,
} from '../../platform/index.js';
import { TurnRepository } from './turn.repository.js';

/** Carries nothing: it looks for itself. */
const RECOVERY: Queue<object> = { name: 'turns.recover' };
const EVERY_MINUTE = '* * * * *';

/** Cleans up after turns that nobody will close: at the start, and now and then. */
@Injectable()
export class TurnRecoveryJob implements OnModuleInit {
  constructor(
    private readonly turns: TurnRepository,
    private readonly idempotency: IdempotencyService,
    private readonly log: EventLog,
    @Inject(JOB_QUEUE) private readonly jobs: JobQueue,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  /** The embedded database has no other process that could be in the middle of a turn; on a server the leases decide. */
  async onModuleInit(): Promise<void> {
    await this.recover(this.config.database.url === null ? 'all' : 'expired');
    this.jobs.schedule(RECOVERY, EVERY_MINUTE, async () => {
      await this.recover('expired');
      await this.idempotency.purgeExpired();
    });
  }

  private async recover(scope: 'all' | 'expired'): Promise<void> {
    const freed = await this.turns.failAbandoned(scope);
    if (freed > 0) this.log.warn('turn.recovered', { conversations: freed });
  }
}
