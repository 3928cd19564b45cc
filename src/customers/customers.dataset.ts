import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { DatasetRegistry, type ImportDataset, type SaveCounts } from '../imports/index.js';
import { type CleanCustomer, cleanCustomer, CUSTOMER_COLUMNS } from './clean-customer.js';
import { CustomerImportRepository } from './customer-import.repository.js';

/** The dataset `customers`: one row a customer, by the CRM's id. */
@Injectable()
export class CustomersDataset implements ImportDataset<CleanCustomer>, OnModuleInit {
  readonly name = 'customers';
  readonly columns = CUSTOMER_COLUMNS;
  readonly cleanRow = cleanCustomer;

  constructor(
    private readonly registry: DatasetRegistry,
    private readonly repository: CustomerImportRepository,
  ) {}

  onModuleInit(): void {
    this.registry.register(this);
  }

  keyOf(row: CleanCustomer): string {
    return row.externalId ?? String(row.customerId);
  }

  save(rows: readonly CleanCustomer[], manager: EntityManager): Promise<SaveCounts> {
    return this.repository.save(rows, manager);
  }
}
