import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import {
  badCursor,
  EventLog,
  IdempotencyService,
  type IdempotencyRequest,
  type IdempotentAnswer,
  ProblemError,
  readCursor,
} from '../../../../platform/index.js';
import { toCsvLine } from '../../../../shared/csv-line.js';
import { type Page, toPage } from '../../../../shared/cursor-page.js';
import { isUuid, uuidV7 } from '../../../../shared/uuid-v7.js';
import { toContentRequest } from '../generate-content.service.js';
import { type BatchRequest, type CustomerFilter } from './batch-order.js';
import { BatchRecipientRepository } from './batch-recipient.repository.js';
import {
  type AcceptedContentBatchResponse,
  type ContentBatchItemDto,
  type ContentBatchItemsQuery,
  type ContentBatchResponse,
  type ContentExportQuery,
  type CreateContentBatchRequest,
} from './content-batch.dto.js';
import { type BatchStatus } from './content-batch.entity.js';
import { ContentBatchJob } from './content-batch.job.js';
import { toBatchResponse, toItemDto } from './content-batch.mapper.js';
import { type BatchRow, ContentBatchRepository } from './content-batch.repository.js';

const EXPORT_PAGE = 500;

/** Batches as their callers see and steer them. */
@Injectable()
export class ContentBatchService {
  constructor(
    private readonly batches: ContentBatchRepository,
    private readonly recipients: BatchRecipientRepository,
    private readonly job: ContentBatchJob,
    private readonly idempotency: IdempotencyService,
    private readonly log: EventLog,
  ) {}

  /** Stores the order; nothing is written before. */
  async create(
    body: CreateContentBatchRequest,
    idempotency: IdempotencyRequest | null,
  ): Promise<IdempotentAnswer<AcceptedContentBatchResponse>> {
    const { request, filter } = toOrder(body);
    // Outside of the transaction: it may look at every customer.
    const total = await this.recipients.count(filter);
    const answer = await this.idempotency.run(idempotency, async (manager) => {
      const batch = await this.batches.create(uuidV7(), { request, filter, total }, manager);
      return { status: 202, body: { batch_id: batch.batch_id, status: batch.status, total } };
    });
    if (!answer.replayed) {
      this.log.info('batch.ordered', { batch_id: answer.body.batch_id, type: request.type, customers: total });
      await this.job.start(answer.body.batch_id);
    }
    return answer;
  }

  /** A batch that waits to be resumed: ordering it spends nothing, whatever model is configured. */
  async createPaused(body: CreateContentBatchRequest, batchId: string, manager: EntityManager): Promise<void> {
    const { request, filter } = toOrder(body);
    const total = await this.recipients.count(filter);
    await this.batches.create(batchId, { request, filter, total }, manager, 'paused');
  }

  async get(batchId: string): Promise<ContentBatchResponse> {
    return toBatchResponse(await this.getRow(batchId));
  }

  /** The chunk under way is still stored; then nothing happens until it is resumed. */
  pause(batchId: string): Promise<ContentBatchResponse> {
    return this.move(batchId, ['queued', 'running'], 'paused');
  }

  resume(batchId: string): Promise<ContentBatchResponse> {
    return this.move(batchId, ['paused'], 'queued');
  }

  /** Nothing more is written; what was stays. */
  cancel(batchId: string): Promise<ContentBatchResponse> {
    return this.move(batchId, ['queued', 'running', 'paused'], 'cancelled');
  }

  async listItems(batchId: string, query: ContentBatchItemsQuery): Promise<Page<ContentBatchItemDto>> {
    await this.getRow(batchId);
    const after = readItemCursor(query.cursor);
    const rows = await this.batches.listItems(batchId, {
      status: query.status ?? null,
      after,
      limit: query.limit + 1,
    });
    return toPage(rows.map(toItemDto), query.limit, (item) => [item.customer_id]);
  }

  /** The batch as CSV, page by page as it is read. @throws ProblemError `not_found` before the first line */
  async export(batchId: string, query: ContentExportQuery): Promise<AsyncGenerator<string>> {
    await this.getRow(batchId);
    return this.exportLines(batchId, query.status ?? 'ready');
  }

  private async *exportLines(batchId: string, wanted: 'ready' | 'needs_review' | 'all'): AsyncGenerator<string> {
    // Spreadsheets take a file without it for one of their own code page.
    yield '\uFEFF';
    yield toCsvLine(['customer_id', 'status', 'reason', 'subject', 'content']);
    let after = 0;
    for (;;) {
      const status = wanted === 'all' ? null : wanted;
      const rows = await this.batches.listItems(batchId, { status, after, limit: EXPORT_PAGE });
      if (rows.length > 0) {
        yield rows
          .map((row) => toCsvLine([Number(row.customer_id), row.status, row.reason, row.subject, asCell(row.content)]))
          .join('');
      }
      if (rows.length < EXPORT_PAGE) return;
      after = Number(rows.at(-1)?.customer_id ?? 0);
    }
  }

  /** Asking again for what already is changes nothing; what cannot be is a conflict. */
  private async move(batchId: string, from: readonly BatchStatus[], to: BatchStatus): Promise<ContentBatchResponse> {
    const before = await this.getRow(batchId);
    const moved = await this.batches.move(batchId, from, to);
    if (moved !== undefined) {
      this.log.info('batch.moved', { batch_id: batchId, status: to });
      if (to === 'queued') await this.job.start(batchId);
      return toBatchResponse(moved);
    }
    const now = (await this.batches.find(batchId)) ?? before;
    if (now.status === to || (to === 'queued' && now.status === 'running')) return toBatchResponse(now);
    throw new ProblemError('conflict', `The batch is ${now.status}.`);
  }

  private async getRow(batchId: string): Promise<BatchRow> {
    const row = isUuid(batchId) ? await this.batches.find(batchId) : undefined;
    if (row === undefined) throw new ProblemError('not_found', 'No content batch has this id.');
    return row;
  }
}

/** A line of a script that begins with a hyphen would look like a formula, and be disarmed by an ugly apostrophe. */
function asCell(content: string | null): string | null {
  return content === null ? null : content.replaceAll(/^- /gm, '• ');
}

/** The order in a body, with its defaults. */
export function toOrder(body: CreateContentBatchRequest): { request: BatchRequest; filter: CustomerFilter } {
  return {
    request: { ...toContentRequest(body), requireAddress: body.require_address ?? false },
    filter: Object.assign({}, body.filter),
  };
}

function readItemCursor(cursor: string | undefined): number {
  const [after] = readCursor(cursor, 1) ?? [0];
  if (typeof after !== 'number' || after < 0) throw badCursor();
  return after;
}
