import { Injectable } from '@nestjs/common';
import { badCursor, readCursor, type Caller } from '../../platform/index.js';
import { toPage, type Page } from '../../shared/cursor-page.js';
import { CustomerRepository } from '../customer.repository.js';
import { readCustomerId } from '../read-customer-id.js';
import { type InteractionDto } from './interaction.dto.js';
import { InteractionRepository, type InteractionRow } from './interaction.repository.js';

/** What customers did, as callers see it. */
@Injectable()
export class InteractionService {
  constructor(
    private readonly customers: CustomerRepository,
    private readonly interactions: InteractionRepository,
  ) {}

  /** @throws ProblemError `customer_not_found` */
  async list(id: string, query: { limit: number; cursor?: string }, caller: Caller): Promise<Page<InteractionDto>> {
    const before = readInteractionCursor(query.cursor);
    const { customerId } = await this.customers.getById(readCustomerId(id, caller));
    const rows = await this.interactions.listNewest(customerId, before, query.limit + 1);
    const { data, page } = toPage(rows, query.limit, (row) => [Number(row.occurred_us), Number(row.interaction_id)]);
    return { data: data.map(toDto), page };
  }
}

function readInteractionCursor(cursor: string | undefined): { occurredUs: number; interactionId: number } | undefined {
  const key = readCursor(cursor, 2);
  if (key === undefined) return undefined;
  const [occurredUs, interactionId] = key;
  if (typeof occurredUs !== 'number' || typeof interactionId !== 'number') throw badCursor();
  return { occurredUs, interactionId };
}

function toDto(row: InteractionRow): InteractionDto {
  return {
    interaction_id: Number(row.interaction_id),
    customer_id: Number(row.customer_id),
    occurred_at: row.occurred_at.toISOString(),
    channel: row.channel,
    topic: row.topic,
    sentiment: row.sentiment,
    source: row.source,
    message_id: row.message_id,
  };
}
