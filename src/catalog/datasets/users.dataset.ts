import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { CustomerImportRepository } from '../../customers/index.js';
import { DatasetRegistry, type ImportDataset, type ImportTarget } from '../../imports/index.js';
import { SHOP_NAMESPACE } from '../shop.js';
import { cleanUser, type CleanUser, USER_COLUMNS } from './clean-user.js';

const TARGET: ImportTarget<CleanUser> = {
  table: 'customers',
  id: { column: 'customer_id', type: 'bigint' },
  key: ['customer_id'],
  said: 's.external_id',
  columns: [
    // Found or minted from the shop's id.
    { name: 'customer_id', type: 'bigint', read: () => null },
    { name: 'external_id', type: 'text', read: (row) => row.externalId, stagedOnly: true },
    { name: 'name', type: 'text', read: (row) => row.name },
    { name: 'email', type: 'text', read: (row) => row.email },
    { name: 'attributes', type: 'jsonb', read: (row) => row.attributes, merge: 't.attributes || s.attributes' },
  ],
  onUpdate: { version: 't.version + 1', updated_at: 'now()' },
  owned: ['customer_external_ids'],
};

/** The dataset `users`: the shop's users are customers whose external id is the shop's. */
@Injectable()
export class UsersDataset implements ImportDataset<CleanUser>, OnModuleInit {
  readonly name = 'users';
  readonly columns = USER_COLUMNS;
  readonly target = TARGET;
  readonly cleanRow = cleanUser;

  constructor(
    private readonly registry: DatasetRegistry,
    private readonly ids: CustomerImportRepository,
  ) {}

  onModuleInit(): void {
    this.registry.register(this);
  }

  resolve(manager: EntityManager, staging: string): Promise<void> {
    return this.ids.resolveIds(manager, staging, SHOP_NAMESPACE);
  }

  attach(manager: EntityManager, staging: string): Promise<void> {
    return this.ids.recordExternalIds(manager, staging, SHOP_NAMESPACE);
  }
}
