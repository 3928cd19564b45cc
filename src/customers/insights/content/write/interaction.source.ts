import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type RecordSource } from '../../../../rag/index.js';
import { type InteractionRecord } from './interaction-record.js';
import { ADVERSE_EVENT_PATTERN } from './judge-topics.js';

interface InteractionRow {
  interaction_id: string;
  customer_id: string;
  occurred_at: Date;
  channel: string;
  topic: string | null;
  sentiment: string | null;
  total: number;
  adverse: boolean;
}

/** One range of the index (customer, time) for each customer; the window sees all of them, the limit only cuts what is sent. */
const LIST_NEWEST = `
  SELECT i.*, o.customer_id FROM unnest($1::bigint[]) AS o (customer_id)
  CROSS JOIN LATERAL (
    SELECT interaction_id, occurred_at, channel, topic, sentiment,
      (count(*) OVER ())::integer AS total, COALESCE(bool_or(topic ~* $3) OVER (), false) AS adverse
    FROM interactions WHERE customer_id = o.customer_id
    ORDER BY occurred_at DESC, interaction_id DESC LIMIT $2
  ) i`;

/** The collection `interactions`, fed by its table as it is at the moment of asking. */
@Injectable()
export class InteractionSource implements RecordSource<InteractionRecord> {
  readonly collection = 'interactions';

  constructor(private readonly dataSource: DataSource) {}

  async listNewest(ownerIds: readonly number[], perOwner: number): Promise<InteractionRecord[]> {
    const rows = await this.dataSource.query<InteractionRow[]>(LIST_NEWEST, [
      ownerIds,
      perOwner,
      ADVERSE_EVENT_PATTERN,
    ]);
    return rows.map((row) => ({
      recordId: Number(row.interaction_id),
      ownerId: Number(row.customer_id),
      at: new Date(row.occurred_at),
      text: [row.channel, row.topic, row.sentiment].filter((part) => part !== null).join(' '),
      channel: row.channel,
      topic: row.topic,
      sentiment: row.sentiment,
      total: row.total,
      hasAdverseEvent: row.adverse,
    }));
  }
}
