import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Customers, the ids other systems know them by, and the sequence of ids the product mints. */
export class Customers1763600100000 implements MigrationInterface {
  readonly name = 'Customers1763600100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE customers (
        customer_id bigint NOT NULL,
        name text,
        occupation text,
        type text,
        email text,
        phone text,
        company text,
        stage text,
        opted_out boolean NOT NULL DEFAULT false,
        attributes jsonb NOT NULL DEFAULT '{}',
        internal jsonb NOT NULL DEFAULT '{}',
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_customers PRIMARY KEY (customer_id),
        CONSTRAINT ck_customers_customer_id CHECK (customer_id > 0)
      )`);
    await runner.query(`
      CREATE TABLE customer_external_ids (
        namespace text NOT NULL,
        external_id text NOT NULL,
        customer_id bigint NOT NULL,
        CONSTRAINT pk_customer_external_ids PRIMARY KEY (namespace, external_id),
        CONSTRAINT fk_customer_external_ids_customer_id FOREIGN KEY (customer_id) REFERENCES customers (customer_id) ON DELETE CASCADE
      )`);
    await runner.query('CREATE INDEX ix_customer_external_ids_customer_id ON customer_external_ids (customer_id)');
    // The primary key leads with the namespace; a reference comes without one.
    await runner.query('CREATE INDEX ix_customer_external_ids_external_id ON customer_external_ids (external_id)');
    // Above every id a CRM file may bring, so that minted and kept ids never meet.
    await runner.query('CREATE SEQUENCE customer_minted_id_seq AS bigint START WITH 1000000001');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SEQUENCE customer_minted_id_seq');
    await runner.query('DROP TABLE customer_external_ids');
    await runner.query('DROP TABLE customers');
  }
}
