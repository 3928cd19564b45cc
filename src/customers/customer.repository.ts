import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Lexicon } from '../nlu/index.js';
import { ProblemError } from '../platform/index.js';
import { type Customer } from './customer.entity.js';
import { mapCustomerRow, type CustomerRow } from './map-customer-row.js';
import { readCustomerReference } from './read-customer-reference.js';

/** A customer with their external ids; `c` is the customer. */
export const SELECT_CUSTOMER = `
  SELECT c.*, (
    SELECT json_agg(json_build_object('namespace', e.namespace, 'externalId', e.external_id) ORDER BY e.namespace, e.external_id)
    FROM customer_external_ids e WHERE e.customer_id = c.customer_id
  ) AS external_ids
  FROM customers c`;

/** Reads of the CRM record. */
@Injectable()
export class CustomerRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * The customer a caller names, in one round trip: the decimal customer id if there is one, else any other system's id
   * (the CRM's before others). Any string is welcome; one that can be no id finds nobody.
   */
  async findByReference(reference: string): Promise<Customer | undefined> {
    const read = readCustomerReference(reference);
    if (read === undefined) return undefined;
    const rows = await this.dataSource.query<CustomerRow[]>(
      `${SELECT_CUSTOMER}
       WHERE c.customer_id = COALESCE(
         (SELECT customer_id FROM customers WHERE customer_id = $1::bigint),
         (SELECT customer_id FROM customer_external_ids WHERE external_id = $2
          ORDER BY (namespace = 'crm') DESC, namespace LIMIT 1))`,
      [read.customerId, read.externalId],
    );
    return rows.map(mapCustomerRow)[0];
  }

  /** @throws ProblemError `customer_not_found` */
  async getById(customerId: number): Promise<Customer> {
    if (!Number.isSafeInteger(customerId)) throw notFound();
    const rows = await this.dataSource.query<CustomerRow[]>(`${SELECT_CUSTOMER} WHERE c.customer_id = $1`, [
      customerId,
    ]);
    const customer = rows.map(mapCustomerRow)[0];
    if (customer === undefined) throw notFound();
    return customer;
  }

  /** Company names of the newest customers as lexicon entries, A-Z; bounded, because a lexicon is held in memory. */
  async listNames(limit: number): Promise<Lexicon['entries']> {
    const rows = await this.dataSource.query<{ company: string }[]>(
      `SELECT DISTINCT company FROM (SELECT company FROM customers WHERE company IS NOT NULL ORDER BY customer_id DESC LIMIT $1) newest
       WHERE length(company) BETWEEN 3 AND 100 ORDER BY company`,
      [limit],
    );
    return rows.map(({ company }) => ({ type: 'company', value: company, aliases: [] }));
  }
}

function notFound(): ProblemError {
  return new ProblemError('customer_not_found', 'No customer has this id.');
}
