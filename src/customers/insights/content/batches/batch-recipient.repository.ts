import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type ContentType } from '../../../../llm/index.js';
import { type Recipient } from '../write/gather-facts.js';
import { ADVERSE_EVENT_PATTERN } from '../write/judge-topics.js';
import { type BatchRequest, type CustomerFilter } from './batch-order.js';

/** A customer as a batch meets them. */
export interface BatchRecipient extends Recipient {
  optedOut: boolean;
  hasAddress: boolean;
}

/** Who a batch would write to, and who not. */
export interface RecipientCounts {
  matched: number;
  withoutAddress: number;
  optedOut: number;
  /** Left out for lack of an address, where one is required. */
  noAddress: number;
  needsReview: number;
}

/** An example of those who would get nothing at once. */
export interface HeldBack {
  customerId: number;
  reason: 'opted_out' | 'no_address' | 'adverse_event';
}

/** $1 to $8: the filter. */
const MATCHES = `
  ($1::text IS NULL OR COALESCE(c.type, 'Unknown') = $1) AND ($2::text IS NULL OR c.occupation = $2)
  AND ($3::text IS NULL OR c.company = $3) AND ($4::text IS NULL OR c.stage = $4)
  AND ($5::bigint[] IS NULL OR c.customer_id = ANY ($5))
  AND (($6::text IS NULL AND $7::text IS NULL AND $8::text IS NULL) OR EXISTS (
    SELECT FROM interactions i WHERE i.customer_id = c.customer_id
      AND ($6::text IS NULL OR i.channel = $6) AND ($7::text IS NULL OR i.topic = $7)
      AND ($8::text IS NULL OR i.sentiment = $8)))`;

const HAS_ADDRESS: Readonly<Record<ContentType, string>> = {
  email: "COALESCE(c.email, '') <> ''",
  sms: "COALESCE(c.phone, '') <> ''",
  call_script: "COALESCE(c.phone, '') <> ''",
};

const OUTCOME = (type: ContentType, address: string, pattern: string): string => `
  CASE WHEN c.opted_out THEN 'opted_out'
    WHEN ${address} AND NOT (${HAS_ADDRESS[type]}) THEN 'no_address'
    WHEN EXISTS (SELECT FROM interactions i WHERE i.customer_id = c.customer_id AND i.topic ~* ${pattern}) THEN 'adverse_event'
  END`;

const MAX_EXAMPLES = 20;

/** Reads of the customers a batch writes to. */
@Injectable()
export class BatchRecipientRepository {
  constructor(private readonly dataSource: DataSource) {}

  async count(filter: CustomerFilter): Promise<number> {
    const rows = await this.dataSource.query<{ count: number }[]>(
      `SELECT count(*)::integer AS count FROM customers c WHERE ${MATCHES}`,
      toParameters(filter),
    );
    return rows[0]?.count ?? 0;
  }

  /** What a batch would do, without doing it. One pass over the customers. */
  async preview(
    filter: CustomerFilter,
    { type, requireAddress }: BatchRequest,
  ): Promise<{ counts: RecipientCounts; heldBack: HeldBack[] }> {
    const rows = await this.dataSource.query<PreviewRow[]>(
      `WITH judged AS (
         SELECT c.customer_id, ${HAS_ADDRESS[type]} AS addressed, ${OUTCOME(type, '$9::boolean', '$10')} AS outcome
         FROM customers c WHERE ${MATCHES}
       ), examples AS (
         SELECT customer_id, outcome, row_number() OVER (PARTITION BY outcome ORDER BY customer_id) AS place
         FROM judged WHERE outcome IS NOT NULL
       )
       SELECT count(*)::integer AS matched, (count(*) FILTER (WHERE NOT addressed))::integer AS "withoutAddress",
         (count(*) FILTER (WHERE outcome = 'opted_out'))::integer AS "optedOut",
         (count(*) FILTER (WHERE outcome = 'no_address'))::integer AS "noAddress",
         (count(*) FILTER (WHERE outcome = 'adverse_event'))::integer AS "needsReview",
         (SELECT json_agg(json_build_object('customerId', customer_id, 'reason', outcome) ORDER BY outcome, customer_id)
          FROM examples WHERE place <= ${MAX_EXAMPLES}) AS "heldBack"
       FROM judged`,
      [...toParameters(filter), requireAddress, ADVERSE_EVENT_PATTERN],
    );
    const { heldBack, ...counts } = rows[0] ?? NOBODY;
    return { counts, heldBack: heldBack ?? [] };
  }

  /** The next customers behind a position who were known when the batch was ordered, by id. */
  async listNext(
    batchId: string,
    filter: CustomerFilter,
    { type }: Pick<BatchRequest, 'type'>,
    after: number,
    limit: number,
  ): Promise<BatchRecipient[]> {
    const rows = await this.dataSource.query<RecipientRow[]>(
      `SELECT c.customer_id, c.name, c.occupation, c.company, c.stage, c.opted_out, ${HAS_ADDRESS[type]} AS addressed
       FROM customers c
       WHERE c.customer_id > $9 AND c.created_at <= (SELECT created_at FROM content_batches WHERE batch_id = $10) AND ${MATCHES}
       ORDER BY c.customer_id LIMIT $11`,
      [...toParameters(filter), after, batchId, limit],
    );
    return rows.map(toRecipient);
  }

  /** A few of those who would be written to, to estimate what the others cost. */
  async listSample(
    filter: CustomerFilter,
    { type, requireAddress }: BatchRequest,
    limit: number,
  ): Promise<BatchRecipient[]> {
    const rows = await this.dataSource.query<RecipientRow[]>(
      `SELECT c.customer_id, c.name, c.occupation, c.company, c.stage, c.opted_out, ${HAS_ADDRESS[type]} AS addressed
       FROM customers c
       WHERE NOT c.opted_out AND (NOT $9::boolean OR ${HAS_ADDRESS[type]}) AND ${MATCHES}
       ORDER BY c.customer_id LIMIT $10`,
      [...toParameters(filter), requireAddress, limit],
    );
    return rows.map(toRecipient);
  }
}

type PreviewRow = RecipientCounts & { heldBack: HeldBack[] | null };
const NOBODY: PreviewRow = {
  matched: 0,
  withoutAddress: 0,
  optedOut: 0,
  noAddress: 0,
  needsReview: 0,
  heldBack: null,
};

interface RecipientRow {
  customer_id: string;
  name: string | null;
  occupation: string | null;
  company: string | null;
  stage: string | null;
  opted_out: boolean;
  addressed: boolean;
}

function toRecipient(row: RecipientRow): BatchRecipient {
  const { name, occupation, company, stage } = row;
  return {
    customerId: Number(row.customer_id),
    name,
    occupation,
    company,
    stage,
    optedOut: row.opted_out,
    hasAddress: row.addressed,
  };
}

function toParameters(filter: CustomerFilter): unknown[] {
  const { customer_type, occupation, company, stage, customer_ids, channel, topic, sentiment } = filter;
  return [customer_type, occupation, company, stage, customer_ids, channel, topic, sentiment].map(
    (value) => value ?? null,
  );
}
