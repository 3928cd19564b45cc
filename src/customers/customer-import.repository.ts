import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';

/** The namespace of text ids that come from a CRM file. */
export const CRM_NAMESPACE = 'crm';

/** What an import of customers, or of what refers to them, asks of the ids; always inside the import's transaction. */
@Injectable()
export class CustomerImportRepository {
  /** Whether anybody is stored at all. */
  async hasCustomers(manager: EntityManager): Promise<boolean> {
    const rows = await manager.query<{ found: boolean }[]>('SELECT EXISTS (SELECT 1 FROM customers) AS found');
    return rows[0]?.found === true;
  }

  /** Staged rows with a text id get the customer's id, a minted one where the text is new: in the order of the rows. */
  async resolveIds(manager: EntityManager, staging: string, namespace = CRM_NAMESPACE): Promise<void> {
    await manager.query(
      `UPDATE ${staging} s SET customer_id = e.customer_id FROM customer_external_ids e
       WHERE e.namespace = $1 AND e.external_id = s.external_id`,
      [namespace],
    );
    await manager.query(
      `WITH fresh AS (
         SELECT external_id, min(_row) AS first_row FROM ${staging} WHERE customer_id IS NULL GROUP BY external_id
       ), minted AS (
         SELECT external_id, nextval('customer_minted_id_seq') AS id FROM (SELECT * FROM fresh ORDER BY first_row) ordered
       )
       UPDATE ${staging} s SET customer_id = minted.id FROM minted WHERE s.external_id = minted.external_id`,
    );
  }

  /** Of several rows of one customer the first is kept; a no in any of them is kept with it. */
  async spreadOptOuts(manager: EntityManager, staging: string): Promise<void> {
    await manager.query(
      `UPDATE ${staging} s SET opted_out = true
       WHERE s.opted_out IS DISTINCT FROM true AND s.customer_id IN (SELECT customer_id FROM ${staging} WHERE opted_out)`,
    );
  }

  /** The text ids of the customers that were just written. */
  async recordExternalIds(manager: EntityManager, staging: string, namespace = CRM_NAMESPACE): Promise<void> {
    await manager.query(
      `INSERT INTO customer_external_ids (namespace, external_id, customer_id)
       SELECT $1, external_id, customer_id FROM ${staging} WHERE external_id IS NOT NULL
       ON CONFLICT (namespace, external_id) DO NOTHING`,
      [namespace],
    );
  }

  /**
   * Staged references by text get the customer's id. Where the text is no customer's id but differs from exactly one in
   * nothing but case, blanks and hyphens, that one becomes the suggestion.
   */
  async resolveReferences(manager: EntityManager, staging: string): Promise<void> {
    await manager.query(
      `UPDATE ${staging} s SET customer_id = e.customer_id FROM customer_external_ids e
       WHERE s.customer_ref IS NOT NULL AND e.namespace = $1 AND e.external_id = s.customer_ref`,
      [CRM_NAMESPACE],
    );
    const [open] = await manager.query<{ found: boolean }[]>(
      `SELECT EXISTS (SELECT 1 FROM ${staging} WHERE customer_id IS NULL) AS found`,
    );
    if (open?.found !== true) return;
    await manager.query(
      `WITH alike AS (
         SELECT ${fold('external_id')} AS folded, min(external_id) AS external_id FROM customer_external_ids
         WHERE namespace = $1 GROUP BY 1 HAVING count(*) = 1
       )
       UPDATE ${staging} s SET _suggestion = alike.external_id FROM alike
       WHERE s.customer_id IS NULL AND ${fold('s.customer_ref')} = alike.folded`,
      [CRM_NAMESPACE],
    );
  }

  async acceptSuggestedReferences(manager: EntityManager, staging: string): Promise<void> {
    await manager.query(
      `UPDATE ${staging} s SET customer_id = e.customer_id FROM customer_external_ids e
       WHERE s.customer_id IS NULL AND e.namespace = $1 AND e.external_id = s._suggestion`,
      [CRM_NAMESPACE],
    );
  }
}

function fold(text: string): string {
  return `lower(regexp_replace(${text}, '[\\s_.-]+', '', 'g'))`;
}
