import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { DatasetRegistry, type ImportDataset, type ImportTarget } from '../imports/index.js';
import { type CleanCustomer, cleanCustomer, CUSTOMER_COLUMNS } from './clean-customer.js';
import { CustomerImportRepository } from './customer-import.repository.js';
import { refreshRollup } from './statistics/refresh-rollup.js';

/** What the file does not say stays as it is, extra fields are added to the known ones, and no import takes back an opt-out. */
const TARGET: ImportTarget<CleanCustomer> = {
  table: 'customers',
  id: { column: 'customer_id', type: 'bigint' },
  key: ['customer_id'],
  said: 'COALESCE(s.external_id, s.customer_id::text)',
  columns: [
    { name: 'customer_id', type: 'bigint', read: (row) => row.customerId },
    { name: 'external_id', type: 'text', read: (row) => row.externalId, stagedOnly: true },
    { name: 'name', type: 'text', read: (row) => row.name },
    { name: 'occupation', type: 'text', read: (row) => row.occupation },
    { name: 'type', type: 'text', read: (row) => row.type },
    { name: 'email', type: 'text', read: (row) => row.email },
    { name: 'phone', type: 'text', read: (row) => row.phone },
    { name: 'company', type: 'text', read: (row) => row.company },
    { name: 'stage', type: 'text', read: (row) => row.stage },
    {
      name: 'opted_out',
      type: 'boolean',
      read: (row) => row.optedOut,
      insert: 'COALESCE(s.opted_out, false)',
      merge: 't.opted_out OR COALESCE(s.opted_out, false)',
    },
    { name: 'attributes', type: 'jsonb', read: (row) => row.attributes, merge: 't.attributes || s.attributes' },
    { name: 'internal', type: 'jsonb', read: (row) => row.internal, merge: 't.internal || s.internal' },
  ],
  onUpdate: { version: 't.version + 1', updated_at: 'now()' },
  owned: ['customer_external_ids'],
};

/** The dataset `customers`: one row a customer, by the CRM's id. */
@Injectable()
export class CustomersDataset implements ImportDataset<CleanCustomer>, OnModuleInit {
  readonly name = 'customers';
  readonly columns = CUSTOMER_COLUMNS;
  readonly keepsOtherColumns = true;
  readonly target = TARGET;
  readonly cleanRow = cleanCustomer;

  constructor(
    private readonly registry: DatasetRegistry,
    private readonly repository: CustomerImportRepository,
  ) {}

  onModuleInit(): void {
    this.registry.register(this);
  }

  /** Who said no in any of a file's rows has said no, whichever row of theirs is kept. */
  async resolve(manager: EntityManager, staging: string): Promise<void> {
    await this.repository.resolveIds(manager, staging);
    await this.repository.spreadOptOuts(manager, staging);
  }

  attach(manager: EntityManager, staging: string): Promise<void> {
    return this.repository.recordExternalIds(manager, staging);
  }

  onChanged(manager: EntityManager, customers: string): Promise<void> {
    return refreshRollup(manager, { customers });
  }
}
