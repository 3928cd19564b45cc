import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type BatchItem, type BatchRequest, type ChunkUsage, type CustomerFilter } from './batch-order.js';
import { type BatchStatus, type ItemStatus } from './content-batch.entity.js';

/** A batch as SQL hands it out; dates are instants, bigints numbers. */
export interface BatchRow {
  batch_id: string;
  status: BatchStatus;
  request: BatchRequest;
  filter: CustomerFilter;
  total: number;
  position: number;
  ready: number;
  needs_review: number;
  opted_out: number;
  no_address: number;
  failed: number;
  degraded: number;
  input_tokens: number;
  output_tokens: number;
  cost_usd: number | null;
  created_at: Date;
  updated_at: Date;
  started_at: Date | null;
  finished_at: Date | null;
}

export interface ItemRow {
  customer_id: string;
  status: ItemStatus;
  reason: string | null;
  subject: string | null;
  content: string | null;
  details: Record<string, unknown> | null;
  created_at: Date;
}

const COLUMNS = `batch_id, status, request, filter, total, position::float8 AS position, ready, needs_review, opted_out, no_address,
  failed, degraded, input_tokens::float8 AS input_tokens, output_tokens::float8 AS output_tokens, cost_usd::float8 AS cost_usd,
  created_at, updated_at, started_at, finished_at`;
/** Renewed with every chunk, and several times while a slow one is written. */
const LEASE = "interval '30 seconds'";

/** Batches and what they did for each customer. */
@Injectable()
export class ContentBatchRepository {
  constructor(private readonly dataSource: DataSource) {}

  async create(
    batchId: string,
    order: { request: BatchRequest; filter: CustomerFilter; total: number },
    manager: EntityManager,
    status: Extract<BatchStatus, 'queued' | 'paused'> = 'queued',
  ): Promise<BatchRow> {
    const rows = await manager.query<BatchRow[]>(
      `INSERT INTO content_batches (batch_id, status, request, filter, total) VALUES ($1, $5, $2, $3, $4) RETURNING ${COLUMNS}`,
      [batchId, JSON.stringify(order.request), JSON.stringify(order.filter), order.total, status],
    );
    const [row] = rows;
    if (row === undefined) throw new Error('the batch was not stored');
    return row;
  }

  async find(batchId: string): Promise<BatchRow | undefined> {
    const rows = await this.dataSource.query<BatchRow[]>(`SELECT ${COLUMNS} FROM content_batches WHERE batch_id = $1`, [
      batchId,
    ]);
    return rows[0];
  }

  /** Moves a batch to a status from one of others; undefined where it was in none of them. */
  async move(batchId: string, from: readonly BatchStatus[], to: BatchStatus): Promise<BatchRow | undefined> {
    const [rows] = await this.dataSource.query<[BatchRow[], number]>(
      `UPDATE content_batches SET status = $3, updated_at = now(),
         finished_at = CASE WHEN $3 IN ('cancelled', 'completed') THEN now() END
       WHERE batch_id = $1 AND status = ANY ($2::text[]) RETURNING ${COLUMNS}`,
      [batchId, from, to],
    );
    return rows[0];
  }

  /** Takes the batch's lease, or renews it; undefined where there is nothing to do or somebody else is at it. */
  async claim(batchId: string, workerId: string): Promise<BatchRow | undefined> {
    const [rows] = await this.dataSource.query<[BatchRow[], number]>(
      `UPDATE content_batches SET status = 'running', worker_id = $2, lease_until = now() + ${LEASE}, updated_at = now(),
         started_at = COALESCE(started_at, now())
       WHERE batch_id = $1 AND status IN ('queued', 'running')
         AND (worker_id = $2 OR lease_until IS NULL OR lease_until < now()) RETURNING ${COLUMNS}`,
      [batchId, workerId],
    );
    return rows[0];
  }

  /** Gives the lease back, so that the next one need not wait for its end. */
  async release(batchId: string, workerId: string): Promise<void> {
    await this.dataSource.query(
      'UPDATE content_batches SET worker_id = NULL, lease_until = NULL WHERE batch_id = $1 AND worker_id = $2',
      [batchId, workerId],
    );
  }

  /** No other process can have been at work on an embedded database that was just opened. */
  async releaseAll(): Promise<void> {
    await this.dataSource.query(
      'UPDATE content_batches SET worker_id = NULL, lease_until = NULL WHERE lease_until IS NOT NULL',
    );
  }

  /** Batches nobody is at: their process died, or their job was lost. */
  async listAbandoned(): Promise<string[]> {
    const rows = await this.dataSource.query<{ batch_id: string }[]>(
      `SELECT batch_id FROM content_batches
       WHERE (status = 'running' AND (lease_until IS NULL OR lease_until < now()))
          OR (status = 'queued' AND updated_at < now() - ${LEASE})
       ORDER BY updated_at`,
    );
    return rows.map(({ batch_id }) => batch_id);
  }

  /**
   * Stores a chunk and moves the position behind it, in one statement: either both have happened or neither, so each customer
   * is done once, whatever dies when. Undefined where the batch has moved on without this worker. Who was deleted meanwhile is left out.
   */
  async finishChunk(
    chunk: { batchId: string; workerId: string; from: number; to: number; isLast: boolean },
    items: readonly BatchItem[],
    usage: ChunkUsage,
  ): Promise<BatchStatus | undefined> {
    const rows = await this.dataSource.query<{ status: BatchStatus }[]>(FINISH_CHUNK, [
      chunk.batchId,
      chunk.workerId,
      chunk.from,
      chunk.to,
      chunk.isLast,
      JSON.stringify(items),
      usage.degraded,
      usage.inputTokens,
      usage.outputTokens,
      usage.costUsd,
    ]);
    return rows[0]?.status;
  }

  /**
   * Items behind a customer, by id. Who has opted out since is shown as such, without the text: it must not be sent any more.
   */
  async listItems(
    batchId: string,
    { status, after, limit }: { status: ItemStatus | null; after: number; limit: number },
  ): Promise<ItemRow[]> {
    return this.dataSource.query<ItemRow[]>(
      `SELECT * FROM (
         SELECT i.customer_id, CASE WHEN c.opted_out THEN 'suppressed' ELSE i.status END AS status,
           CASE WHEN c.opted_out THEN 'opted_out' ELSE i.reason END AS reason,
           CASE WHEN NOT c.opted_out THEN i.subject END AS subject, CASE WHEN NOT c.opted_out THEN i.content END AS content,
           CASE WHEN NOT c.opted_out THEN i.details END AS details, i.created_at
         FROM content_batch_items i JOIN customers c ON c.customer_id = i.customer_id
         WHERE i.batch_id = $1 AND i.customer_id > $2
       ) shown
       WHERE $3::text IS NULL OR status = $3 ORDER BY customer_id LIMIT $4`,
      [batchId, after, status, limit],
    );
  }
}

/** The customers are locked against deletion for the moment, or a foreign key could fail the whole chunk. */
const FINISH_CHUNK = `
  WITH people AS MATERIALIZED (
    SELECT c.customer_id FROM customers c
    WHERE c.customer_id IN (SELECT r."customerId" FROM json_to_recordset($6::json) AS r("customerId" bigint))
    FOR KEY SHARE
  ), given AS MATERIALIZED (
    SELECT r.* FROM json_to_recordset($6::json) AS r("customerId" bigint, status text, reason text, subject text, content text,
      details jsonb)
    JOIN people p ON p.customer_id = r."customerId"
  ), counted AS (
    SELECT count(*) FILTER (WHERE status = 'ready') AS ready, count(*) FILTER (WHERE status = 'needs_review') AS needs_review,
      count(*) FILTER (WHERE reason = 'opted_out') AS opted_out, count(*) FILTER (WHERE reason = 'no_address') AS no_address,
      count(*) FILTER (WHERE status = 'failed') AS failed
    FROM given
  ), moved AS (
    UPDATE content_batches b SET position = $4, ready = b.ready + n.ready, needs_review = b.needs_review + n.needs_review,
      opted_out = b.opted_out + n.opted_out, no_address = b.no_address + n.no_address, failed = b.failed + n.failed,
      degraded = b.degraded + $7::integer, input_tokens = b.input_tokens + $8::bigint,
      output_tokens = b.output_tokens + $9::bigint, cost_usd = b.cost_usd + $10::numeric, updated_at = now(),
      status = CASE WHEN $5::boolean THEN 'completed' ELSE b.status END,
      finished_at = CASE WHEN $5::boolean THEN now() END,
      worker_id = CASE WHEN $5::boolean OR b.status = 'paused' THEN NULL ELSE b.worker_id END,
      lease_until = CASE WHEN $5::boolean OR b.status = 'paused' THEN NULL ELSE now() + ${LEASE} END
    FROM counted n
    WHERE b.batch_id = $1 AND b.worker_id = $2 AND b.position = $3 AND b.status IN ('queued', 'running', 'paused')
    RETURNING b.status
  ), stored AS (
    INSERT INTO content_batch_items (batch_id, customer_id, status, reason, subject, content, details)
    SELECT $1, g."customerId", g.status, g.reason, g.subject, g.content, g.details FROM given g CROSS JOIN moved
    RETURNING 1
  )
  SELECT status FROM moved`;
