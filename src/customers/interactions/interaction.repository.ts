import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export interface InteractionRow {
  interaction_id: string;
  customer_id: string;
  occurred_at: Date;
  channel: string;
  topic: string | null;
  sentiment: string | null;
  source: 'import' | 'assistant';
  message_id: string | null;
  /** `occurred_at` in microseconds since 1970: the exact sort key, which a Date would round. */
  occurred_us: string;
}

/** Reads what customers did. */
@Injectable()
export class InteractionRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Newest first; one index range wherever the page lies. */
  listNewest(
    customerId: number,
    before: { occurredUs: number; interactionId: number } | undefined,
    limit: number,
  ): Promise<InteractionRow[]> {
    return this.dataSource.query<InteractionRow[]>(
      `SELECT interaction_id, customer_id, occurred_at, channel, topic, sentiment, source, message_id,
              (extract(epoch FROM occurred_at) * 1000000)::bigint AS occurred_us
       FROM interactions
       WHERE customer_id = $1
         AND ($2::bigint IS NULL OR (occurred_at, interaction_id) < (timestamptz 'epoch' + $2 * interval '1 microsecond', $3::bigint))
       ORDER BY occurred_at DESC, interaction_id DESC LIMIT $4`,
      [customerId, before?.occurredUs ?? null, before?.interactionId ?? null, limit],
    );
  }
}
