import { join } from 'node:path';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import { SampleCustomersService } from '../../customers/index.js';
import { APP_CONFIG, EventLog, LOCAL_OWNER, packageRoot, type AppConfig } from '../../platform/index.js';
import { ReplyService } from '../reply.service.js';
import { SAMPLE_IDS, SAMPLE_MESSAGE } from './sample-conversation.js';

/** Gives an empty installation something to look at: a few prospects, and one conversation answered by the real turn. */
@Injectable()
export class SampleDataService implements OnApplicationBootstrap {
  constructor(
    private readonly customers: SampleCustomersService,
    private readonly replies: ReplyService,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly log: EventLog,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.sampleData) return;
    try {
      const report = await this.customers.load(join(packageRoot(), 'sample-data'));
      if (report === null) return;
      await this.answerSampleMessage();
      this.log.info('sample.loaded', { customers: report.inserted });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      this.log.info('sample.loaded', { by: 'another process' });
    }
  }

  private async answerSampleMessage(): Promise<void> {
    const started = await this.replies.start(
      {
        message: SAMPLE_MESSAGE,
        sender: 'prospect',
        history: [],
        prospectReference: SAMPLE_IDS.userId,
        conversationId: undefined,
        withTrace: false,
        caller: LOCAL_OWNER,
        idempotency: null,
        offline: true,
        ids: SAMPLE_IDS,
      },
      this.replies.newClock(),
    );
    if (started.kind === 'replay') return;
    for await (const event of started.events) if (event.type === 'end') return;
  }
}

/** Two processes that start on one empty database: the second finds the rows of the first. */
function isUniqueViolation(error: unknown): boolean {
  return error instanceof QueryFailedError && (error.driverError as { code?: string }).code === '23505';
}
