import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What customers did and when, and the product of discussion of each month. */
export class Interactions1763600400000 implements MigrationInterface {
  readonly name = 'Interactions1763600400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE interactions (
        interaction_id bigint GENERATED ALWAYS AS IDENTITY,
        customer_id bigint NOT NULL,
        occurred_at timestamptz NOT NULL,
        channel text NOT NULL,
        source text NOT NULL DEFAULT 'import',
        message_id uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_interactions PRIMARY KEY (interaction_id),
        CONSTRAINT fk_interactions_customer_id FOREIGN KEY (customer_id) REFERENCES customers (customer_id) ON DELETE CASCADE,
        CONSTRAINT fk_interactions_message_id FOREIGN KEY (message_id) REFERENCES messages (message_id) ON DELETE SET NULL,
        CONSTRAINT uq_interactions_message_id UNIQUE (message_id),
        CONSTRAINT ck_interactions_source CHECK (source IN ('import', 'assistant'))
      )`);
    // Serves a customer's newest interactions as well as the cascade from the customer.
    await runner.query(
      'CREATE INDEX ix_interactions_customer_id_occurred_at ON interactions (customer_id, occurred_at, interaction_id)',
    );
    await runner.query(
      "CREATE UNIQUE INDEX uq_interactions_natural_key ON interactions (customer_id, occurred_at, channel) WHERE source = 'import'",
    );
    await runner.query(`
      CREATE TABLE product_months (
        month date NOT NULL,
        product text NOT NULL,
        CONSTRAINT pk_product_months PRIMARY KEY (month),
        CONSTRAINT ck_product_months_month CHECK (month = date_trunc('month', month::timestamp)::date)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE product_months');
    await runner.query('DROP TABLE interactions');
  }
}
