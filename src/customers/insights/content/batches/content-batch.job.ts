import { setImmediate as immediate } from 'node:timers/promises';
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
  type OnModuleInit,
} from '@nestjs/common';
import {
  APP_CONFIG,
  type AppConfig,
  EventLog,
  JOB_QUEUE,
  type JobQueue,
  type Queue,
} from '../../../../platform/index.js';
import { uuidV7 } from '../../../../shared/uuid-v7.js';
import { BatchChunkService } from './batch-chunk.service.js';
import { BatchRecipientRepository } from './batch-recipient.repository.js';
import { chooseChunkSize } from './choose-chunk-size.js';
import { type BatchRow, ContentBatchRepository } from './content-batch.repository.js';

const RUN: Queue<{ batchId: string }> = { name: 'content-batches.run' };
const RECOVER: Queue<object> = { name: 'content-batches.recover' };
const EVERY_MINUTE = '* * * * *';
/** After this a job hands over to the next one: the queue takes jobs of a quarter of an hour for dead, and other batches wait. */
const SLICE_MS = 120_000;
/** Well within the lease. */
const RENEW_MS = 8_000;

/** What a chunk of a batch led to. */
type Step = { goesOn: false } | { goesOn: true; batch: BatchRow; last: { size: number; tookMs: number } };

/** Works through batches, chunk by chunk: read, write, store together with the position. */
@Injectable()
export class ContentBatchJob
  implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy, BeforeApplicationShutdown
{
  private readonly stopping = new AbortController();
  /** What was found unfinished at the start. */
  private resumed: Promise<void> = Promise.resolve();

  constructor(
    private readonly batches: ContentBatchRepository,
    private readonly recipients: BatchRecipientRepository,
    private readonly chunks: BatchChunkService,
    private readonly log: EventLog,
    @Inject(JOB_QUEUE) private readonly jobs: JobQueue,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  async onModuleInit(): Promise<void> {
    if (this.config.database.url === null) await this.batches.releaseAll();
    this.jobs.work(RUN, ({ data }) => this.run(data.batchId));
    this.jobs.schedule(RECOVER, EVERY_MINUTE, () => this.recover());
  }

  /** Not through the queue, which starts beside the first requests: whoever ordered a batch waits since before the crash. */
  onApplicationBootstrap(): void {
    if (this.config.role !== 'api') this.resumed = this.resume();
  }

  /** Before the queue waits for its jobs: the chunk under way is given up, and written again after the next start. */
  onModuleDestroy(): void {
    this.stopping.abort(new Error('the process stops'));
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.resumed;
  }

  /**
   * Puts a batch in the queue, after its row was committed: a transaction that waited for a queue still starting would hold the
   * embedded database's one connection against it. Should this fail, the look of a later minute finds the batch.
   */
  async start(batchId: string): Promise<void> {
    try {
      await this.enqueue(batchId);
    } catch (error) {
      this.log.warn('batch.not_queued', { batch_id: batchId }, error);
    }
  }

  private async enqueue(batchId: string): Promise<void> {
    await this.jobs.enqueue(RUN, { batchId });
  }

  private async recover(): Promise<void> {
    for (const batchId of await this.batches.listAbandoned()) {
      this.log.warn('batch.recovered', { batch_id: batchId });
      await this.enqueue(batchId);
    }
  }

  private async resume(): Promise<void> {
    try {
      for (const batchId of await this.batches.listAbandoned()) {
        this.log.warn('batch.recovered', { batch_id: batchId });
        await this.run(batchId);
      }
    } catch (error) {
      // The look of the next minute finds it again.
      this.log.error('batch.resume_failed', {}, error);
    }
  }

  private async run(batchId: string): Promise<void> {
    const workerId = uuidV7();
    const startedAt = performance.now();
    let batch = await this.batches.claim(batchId, workerId);
    let last: { size: number; tookMs: number } | null = null;
    const heartbeat = setInterval(() => void this.renew(batchId, workerId), RENEW_MS);
    try {
      while (batch !== undefined && !this.stopping.signal.aborted && performance.now() - startedAt < SLICE_MS) {
        const step = await this.step(batch, workerId, chooseChunkSize(last));
        if (!step.goesOn) return;
        ({ batch, last } = step);
        // Requests waiting for the one connection of the embedded database come first.
        await immediate();
      }
    } catch (error) {
      if (!this.stopping.signal.aborted) throw error;
    } finally {
      clearInterval(heartbeat);
      await this.batches.release(batchId, workerId);
    }
    if (batch !== undefined && !this.stopping.signal.aborted) await this.enqueue(batchId);
  }

  private async step(batch: BatchRow, workerId: string, size: number): Promise<Step> {
    const startedAt = performance.now();
    const { batch_id: batchId, position: from, request, filter } = batch;
    const recipients = await this.recipients.listNext(batchId, filter, request, from, size);
    const isLast = recipients.length < size;
    const { items, usage } = await this.chunks.write(recipients, request, this.stopping.signal);
    const to = recipients.at(-1)?.customerId ?? from;
    const status = await this.batches.finishChunk({ batchId, workerId, from, to, isLast }, items, usage);
    const tookMs = performance.now() - startedAt;
    this.log.debug('batch.chunk', { batch_id: batchId, customers: items.length, took_ms: Math.round(tookMs) });
    if (status === 'completed') this.log.info('batch.completed', { batch_id: batchId });
    const goesOn = status === 'running' || status === 'queued';
    return goesOn ? { goesOn, batch: { ...batch, position: to }, last: { size, tookMs } } : { goesOn: false };
  }

  private async renew(batchId: string, workerId: string): Promise<void> {
    try {
      await this.batches.claim(batchId, workerId);
    } catch (error) {
      // Should it run out, the chunk is not stored, and somebody else writes it again.
      this.log.warn('batch.lease_not_renewed', { batch_id: batchId }, error);
    }
  }
}
