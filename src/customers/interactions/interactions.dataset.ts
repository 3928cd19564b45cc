import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { DatasetRegistry, type ImportDataset, type ImportTarget } from '../../imports/index.js';
import { CustomerImportRepository } from '../customer-import.repository.js';
import { refreshRollup } from '../statistics/refresh-rollup.js';
import { type CleanInteraction, cleanInteraction, INTERACTION_COLUMNS } from './clean-interaction.js';

/** What a row says of its customer: a minted id is none of the file's words. */
const CUSTOMER_SAID = 'COALESCE(s.customer_ref, s.customer_id::text)';

const TARGET: ImportTarget<CleanInteraction> = {
  table: 'interactions',
  id: { column: 'interaction_id', type: 'bigint' },
  key: ['customer_id', 'occurred_at', 'channel', 'topic'],
  said: `concat_ws(', ', ${CUSTOMER_SAID}, to_char(s.occurred_at, 'YYYY-MM-DD HH24:MI:SS'), s.channel, s.topic)`,
  // What the assistant recorded is told apart by its message.
  where: "t.source = 'import'",
  columns: [
    { name: 'customer_id', type: 'bigint', read: (row) => row.customerId },
    { name: 'customer_ref', type: 'text', read: (row) => row.customerRef, stagedOnly: true },
    { name: 'occurred_at', type: 'timestamptz', read: (row) => row.occurredAt },
    { name: 'channel', type: 'text', read: (row) => row.channel },
    { name: 'topic', type: 'text', read: (row) => row.topic, nullable: true },
    { name: 'sentiment', type: 'text', read: (row) => row.sentiment },
  ],
  references: [
    {
      column: 'customer_id',
      table: 'customers',
      key: 'customer_id',
      said: CUSTOMER_SAID,
    },
  ],
};

/** The dataset `interactions`: one row a contact of a stored customer. */
@Injectable()
export class InteractionsDataset implements ImportDataset<CleanInteraction>, OnModuleInit {
  readonly name = 'interactions';
  readonly columns = INTERACTION_COLUMNS;
  readonly target = TARGET;
  readonly cleanRow = cleanInteraction;

  constructor(
    private readonly registry: DatasetRegistry,
    private readonly repository: CustomerImportRepository,
  ) {}

  onModuleInit(): void {
    this.registry.register(this);
  }

  resolve(manager: EntityManager, staging: string): Promise<void> {
    return this.repository.resolveReferences(manager, staging);
  }

  acceptSuggestions(manager: EntityManager, staging: string): Promise<void> {
    return this.repository.acceptSuggestedReferences(manager, staging);
  }

  onChanged(manager: EntityManager, interactions: string): Promise<void> {
    return refreshRollup(manager, { interactions });
  }
}
