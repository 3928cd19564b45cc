import { Injectable } from '@nestjs/common';
import { DataSource, QueryFailedError, type EntityManager } from 'typeorm';
import { ProblemError } from '../../platform/index.js';
import { type Customer } from '../customer.entity.js';
import { SELECT_CUSTOMER } from '../customer.repository.js';
import { mapCustomerRow, type CustomerRow } from '../map-customer-row.js';
import { readCustomerReference } from '../read-customer-reference.js';
import { UNKNOWN_TYPE } from '../statistics/interactions-per-product.repository.js';

export interface CustomerFilters {
  type: string | null;
  stage: string | null;
  company: string | null;
  /** Part of a text, or a whole id. */
  search: string | null;
  optedOut: boolean | null;
}

/** The columns a caller may write. */
export type CustomerValues = Pick<
  Customer,
  'name' | 'occupation' | 'type' | 'email' | 'phone' | 'company' | 'stage' | 'optedOut' | 'attributes'
>;

/** Writes and lists of the CRM record, as the API needs them. */
@Injectable()
export class CustomerRecordRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** By customer id, ascending. */
  async list(filters: CustomerFilters, afterId: number, limit: number): Promise<Customer[]> {
    const { type, stage, company, search, optedOut } = filters;
    const rows = await this.dataSource.query<CustomerRow[]>(
      `${SELECT_CUSTOMER}
       WHERE c.customer_id > $1 AND ($2::text IS NULL OR c.type = $2 OR ($2 = '${UNKNOWN_TYPE}' AND c.type IS NULL))
         AND ($3::text IS NULL OR c.stage = $3) AND ($4::text IS NULL OR c.company = $4) AND ($5::boolean IS NULL OR c.opted_out = $5)
         AND ($6::text IS NULL OR concat_ws(E'\\n', c.name, c.company, c.occupation, c.email) ILIKE $6 OR c.customer_id = $7::bigint
           OR EXISTS (SELECT FROM customer_external_ids x WHERE x.customer_id = c.customer_id AND x.external_id = $8))
       ORDER BY c.customer_id LIMIT $9`,
      [afterId, type, stage, company, optedOut, ...searchParameters(search), limit],
    );
    return rows.map(mapCustomerRow);
  }

  /** Whether the customer is there. */
  async exists(customerId: number): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>('SELECT 1 FROM customers WHERE customer_id = $1', [customerId]);
    return rows.length > 0;
  }

  /** The record, held against other writers until the transaction ends; rows that refer to it may still come. */
  async lock(customerId: number, manager: EntityManager): Promise<Customer | undefined> {
    const rows = await manager.query<CustomerRow[]>(
      `${SELECT_CUSTOMER} WHERE c.customer_id = $1 FOR NO KEY UPDATE OF c`,
      [customerId],
    );
    return rows.map(mapCustomerRow)[0];
  }

  /**
   * Stores a customer under an id of our own.
   * @throws ProblemError `conflict` when an external id belongs to somebody
   */
  async insert(
    values: CustomerValues,
    externalIds: readonly { namespace: string; id: string }[],
    manager: EntityManager,
  ): Promise<Customer> {
    try {
      const rows = await manager.query<CustomerRow[]>(
        `WITH made AS (
           INSERT INTO customers (customer_id, name, occupation, type, email, phone, company, stage, opted_out, attributes)
           VALUES (nextval('customer_minted_id_seq'), $1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb) RETURNING *),
         named AS (
           INSERT INTO customer_external_ids (namespace, external_id, customer_id)
           SELECT x.namespace, x.id, made.customer_id FROM made, jsonb_to_recordset($10::jsonb) AS x (namespace text, id text)
           RETURNING namespace, external_id)
         SELECT made.*, (SELECT json_agg(json_build_object('namespace', namespace, 'externalId', external_id)
                                         ORDER BY namespace, external_id) FROM named) AS external_ids FROM made`,
        [...columnsOf(values), JSON.stringify(externalIds)],
      );
      const [made] = rows.map(mapCustomerRow);
      if (made === undefined) throw new Error('storing a customer answered no row');
      return made;
    } catch (error) {
      if (isTakenId(error)) throw new ProblemError('conflict', 'An external id belongs to another customer.');
      throw error;
    }
  }

  /** @returns the new version and when it was made */
  async update(
    customerId: number,
    values: CustomerValues,
    manager: EntityManager,
  ): Promise<Pick<Customer, 'version' | 'updatedAt'>> {
    const rows = await manager.query<{ version: number; updated_at: Date }[]>(
      `WITH changed AS (
         UPDATE customers SET name = $1, occupation = $2, type = $3, email = $4, phone = $5, company = $6, stage = $7,
           opted_out = $8, attributes = $9::jsonb, version = version + 1, updated_at = now()
         WHERE customer_id = $10 RETURNING version, updated_at)
       SELECT * FROM changed`,
      [...columnsOf(values), customerId],
    );
    const [changed] = rows;
    if (changed === undefined) throw new Error('a locked customer was not there');
    return { version: changed.version, updatedAt: changed.updated_at };
  }

  /** With their interactions and external ids, and the stored answer that made them. False: there is none. */
  async delete(customerId: number, manager: EntityManager): Promise<boolean> {
    const deleted = await manager.query<unknown[]>(
      'WITH gone AS (DELETE FROM customers WHERE customer_id = $1 RETURNING customer_id) SELECT * FROM gone',
      [customerId],
    );
    if (deleted.length === 0) return false;
    await manager.query(
      `DELETE FROM idempotency_keys WHERE conversation_id IS NULL AND response->'customer_id' = to_jsonb($1::bigint)`,
      [customerId],
    );
    return true;
  }
}

function columnsOf(values: CustomerValues): unknown[] {
  const { name, occupation, type, email, phone, company, stage, optedOut, attributes } = values;
  return [name, occupation, type, email, phone, company, stage, optedOut, JSON.stringify(attributes)];
}

/** The pattern for texts, the customer id and the external id that a search may mean. */
function searchParameters(search: string | null): [string | null, number | null, string | null] {
  if (search === null) return [null, null, null];
  const reference = readCustomerReference(search);
  const pattern = `%${search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  return [pattern, reference?.customerId ?? null, reference?.externalId ?? null];
}

function isTakenId(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const cause = error.driverError as { code?: string; constraint?: string };
  return cause.code === '23505' && cause.constraint === 'pk_customer_external_ids';
}
