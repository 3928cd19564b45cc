import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type SaveCounts } from '../imports/index.js';
import { type CleanCustomer } from './clean-customer.js';

/** The namespace of text ids that come from a CRM file. */
export const CRM_NAMESPACE = 'crm';

/**
 * What the file does not say stays as it is, extra fields are added to the known ones, and an import never takes back an
 * opt-out. A row that says nothing new is not written.
 */
const UPSERT = `
  INSERT INTO customers AS c
    (customer_id, name, occupation, type, email, phone, company, stage, opted_out, attributes, internal)
  SELECT r."customerId", r.name, r.occupation, r.type, r.email, r.phone, r.company, r.stage,
    COALESCE(r."optedOut", false), r.attributes, r.internal
  FROM jsonb_to_recordset($1::jsonb) AS r("customerId" bigint, name text, occupation text, type text, email text, phone text,
    company text, stage text, "optedOut" boolean, attributes jsonb, internal jsonb)
  ON CONFLICT (customer_id) DO UPDATE SET
    name = COALESCE(EXCLUDED.name, c.name), occupation = COALESCE(EXCLUDED.occupation, c.occupation),
    type = COALESCE(EXCLUDED.type, c.type), email = COALESCE(EXCLUDED.email, c.email),
    phone = COALESCE(EXCLUDED.phone, c.phone), company = COALESCE(EXCLUDED.company, c.company),
    stage = COALESCE(EXCLUDED.stage, c.stage), opted_out = c.opted_out OR EXCLUDED.opted_out,
    attributes = c.attributes || EXCLUDED.attributes, internal = c.internal || EXCLUDED.internal,
    version = c.version + 1, updated_at = now()
  WHERE (c.name, c.occupation, c.type, c.email, c.phone, c.company, c.stage, c.opted_out, c.attributes, c.internal)
    IS DISTINCT FROM (
      COALESCE(EXCLUDED.name, c.name), COALESCE(EXCLUDED.occupation, c.occupation), COALESCE(EXCLUDED.type, c.type),
      COALESCE(EXCLUDED.email, c.email), COALESCE(EXCLUDED.phone, c.phone), COALESCE(EXCLUDED.company, c.company),
      COALESCE(EXCLUDED.stage, c.stage), c.opted_out OR EXCLUDED.opted_out,
      c.attributes || EXCLUDED.attributes, c.internal || EXCLUDED.internal)
  RETURNING version = 1 AS inserted`;

type IdentifiedCustomer = CleanCustomer & { customerId: number };

/** Writes of a customers file, always inside the import's transaction. */
@Injectable()
export class CustomerImportRepository {
  /** Whether anybody is stored at all. */
  async hasCustomers(manager: EntityManager): Promise<boolean> {
    const rows = await manager.query<{ found: boolean }[]>('SELECT EXISTS (SELECT 1 FROM customers) AS found');
    return rows[0]?.found === true;
  }

  /** Inserts or updates a batch of rows with distinct ids; new text ids get minted customer ids in the rows' order. */
  async save(rows: readonly CleanCustomer[], manager: EntityManager): Promise<SaveCounts> {
    // Two imports at once would mint two customers for one text id; held until the transaction ends.
    await manager.query("SELECT pg_advisory_xact_lock(hashtext('customers.import'))");
    const texts = rows.flatMap(({ externalId }) => (externalId === null ? [] : [externalId]));
    const known = await this.findIds(texts, manager);
    const minted = await this.mintIds(
      texts.filter((text) => !known.has(text)),
      manager,
    );
    const idOf = new Map([...known, ...minted]);
    const identified = rows.map((row) => identify(row, idOf));
    const written = await manager.query<{ inserted: boolean }[]>(UPSERT, [JSON.stringify(identified)]);
    await this.recordExternalIds(minted, manager);
    const inserted = written.filter((row) => row.inserted).length;
    return { inserted, updated: written.length - inserted, unchanged: rows.length - written.length };
  }

  private async findIds(externalIds: readonly string[], manager: EntityManager): Promise<Map<string, number>> {
    if (externalIds.length === 0) return new Map();
    const rows = await manager.query<{ external_id: string; customer_id: string }[]>(
      'SELECT external_id, customer_id FROM customer_external_ids WHERE namespace = $1 AND external_id = ANY($2::text[])',
      [CRM_NAMESPACE, externalIds],
    );
    return new Map(rows.map((row) => [row.external_id, Number(row.customer_id)]));
  }

  private async mintIds(externalIds: readonly string[], manager: EntityManager): Promise<Map<string, number>> {
    if (externalIds.length === 0) return new Map();
    const rows = await manager.query<{ id: string }[]>(
      "SELECT nextval('customer_minted_id_seq') AS id FROM generate_series(1, $1::integer)",
      [externalIds.length],
    );
    const ids = rows.map((row) => Number(row.id)).sort((a, b) => a - b);
    return new Map(externalIds.flatMap((text, position) => zip(text, ids[position])));
  }

  private async recordExternalIds(minted: ReadonlyMap<string, number>, manager: EntityManager): Promise<void> {
    if (minted.size === 0) return;
    await manager.query(
      `INSERT INTO customer_external_ids (namespace, external_id, customer_id)
       SELECT $1, pair.external_id, pair.customer_id FROM unnest($2::text[], $3::bigint[]) AS pair(external_id, customer_id)`,
      [CRM_NAMESPACE, [...minted.keys()], [...minted.values()]],
    );
  }
}

function zip(text: string, id: number | undefined): [string, number][] {
  return id === undefined ? [] : [[text, id]];
}

function identify(row: CleanCustomer, idOf: ReadonlyMap<string, number>): IdentifiedCustomer {
  const customerId = row.customerId ?? idOf.get(row.externalId ?? '');
  if (customerId === undefined) throw new Error('A customer row has neither a numeric nor a minted id.');
  return { ...row, customerId };
}
