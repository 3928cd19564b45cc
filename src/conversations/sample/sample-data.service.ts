import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource, QueryFailedError } from 'typeorm';
import { SampleShopService } from '../../catalog/index.js';
import { SampleCustomersService } from '../../customers/index.js';
import { APP_CONFIG, EventLog, LOCAL_OWNER, packageRoot, type AppConfig } from '../../platform/index.js';
import { toProcessMessageResponse } from '../process-message.mapper.js';
import { ReplyService } from '../reply.service.js';
import { readSampleConversations } from './read-sample-conversations.js';
import { SAMPLE_IDS, SAMPLE_MESSAGE } from './sample-conversation.js';
import { STORE_SAMPLE_CONVERSATIONS } from './store-sample-conversations.statement.js';

const CONVERSATIONS_FILE = 'conversations.jsonl';
const SHOP_FOLDER = 'shop';

/**
 * Gives an empty installation something to look at: prospects, a small shop, their conversations of the last weeks, and one that the real
 * turn answers.
 */
@Injectable()
export class SampleDataService implements OnApplicationBootstrap {
  constructor(
    private readonly customers: SampleCustomersService,
    private readonly shop: SampleShopService,
    private readonly replies: ReplyService,
    private readonly dataSource: DataSource,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly log: EventLog,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.sampleData) return;
    try {
      const directory = join(packageRoot(), 'sample-data');
      const report = await this.customers.load(directory);
      if (report === null) return;
      await this.shop.load(join(directory, SHOP_FOLDER));
      const conversations = await this.storeConversations(join(directory, CONVERSATIONS_FILE));
      await this.answerSampleMessage();
      await this.customers.orderTexts();
      this.log.info('sample.loaded', { customers: report.inserted, conversations });
    } catch (error) {
      if (isUniqueViolation(error)) this.log.info('sample.loaded', { by: 'another process' });
      // Samples are there to look at: without them the product works all the same.
      else this.log.error('sample.failed', {}, error);
    }
  }

  /** @returns how many were stored: those that are there already stay as they are */
  private async storeConversations(path: string): Promise<number> {
    const { conversations, messages, analyses } = readSampleConversations(await readFile(path, 'utf8'));
    const stored = await STORE_SAMPLE_CONVERSATIONS.run(this.dataSource, {
      conversations: JSON.stringify(conversations),
      messages: JSON.stringify(messages),
      analyses: JSON.stringify(analyses),
    });
    return stored.length;
  }

  private async answerSampleMessage(): Promise<void> {
    const started = await this.replies.start(
      {
        channel: 'sales',
        toBody: (turn) => toProcessMessageResponse(turn, false),
        message: SAMPLE_MESSAGE,
        sender: 'prospect',
        history: [],
        reference: SAMPLE_IDS.userId,
        conversationId: undefined,
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
