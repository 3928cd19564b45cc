import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Texts written for many customers in the background: the order, how far it is, and one row for each customer. */
export class ContentBatches1763600700000 implements MigrationInterface {
  readonly name = 'ContentBatches1763600700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE content_batches (
        batch_id uuid NOT NULL,
        status text NOT NULL,
        request jsonb NOT NULL,
        filter jsonb NOT NULL,
        total integer NOT NULL,
        position bigint NOT NULL DEFAULT 0,
        ready integer NOT NULL DEFAULT 0,
        needs_review integer NOT NULL DEFAULT 0,
        opted_out integer NOT NULL DEFAULT 0,
        no_address integer NOT NULL DEFAULT 0,
        failed integer NOT NULL DEFAULT 0,
        degraded integer NOT NULL DEFAULT 0,
        input_tokens bigint NOT NULL DEFAULT 0,
        output_tokens bigint NOT NULL DEFAULT 0,
        cost_usd numeric DEFAULT 0,
        worker_id uuid,
        lease_until timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        started_at timestamptz,
        finished_at timestamptz,
        CONSTRAINT pk_content_batches PRIMARY KEY (batch_id),
        CONSTRAINT ck_content_batches_status CHECK (status IN ('queued', 'running', 'paused', 'cancelled', 'completed'))
      )`);
    // What a process left behind is looked for every minute; almost all batches are finished.
    await runner.query(
      "CREATE INDEX ix_content_batches_unfinished ON content_batches (updated_at) WHERE status IN ('queued', 'running')",
    );
    await runner.query(`
      CREATE TABLE content_batch_items (
        batch_id uuid NOT NULL,
        customer_id bigint NOT NULL,
        status text NOT NULL,
        reason text,
        subject text,
        content text,
        details jsonb,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_content_batch_items PRIMARY KEY (batch_id, customer_id),
        CONSTRAINT fk_content_batch_items_batch_id FOREIGN KEY (batch_id) REFERENCES content_batches (batch_id) ON DELETE CASCADE,
        CONSTRAINT fk_content_batch_items_customer_id FOREIGN KEY (customer_id) REFERENCES customers (customer_id) ON DELETE CASCADE,
        CONSTRAINT ck_content_batch_items_status CHECK (status IN ('ready', 'needs_review', 'suppressed', 'failed'))
      )`);
    await runner.query('CREATE INDEX ix_content_batch_items_customer_id ON content_batch_items (customer_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE content_batch_items');
    await runner.query('DROP TABLE content_batches');
  }
}
