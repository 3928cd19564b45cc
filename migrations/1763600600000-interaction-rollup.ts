import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What interactions per product are answered from; see docs/decisions/0014-interactions-per-product.md. */
export class InteractionRollup1763600600000 implements MigrationInterface {
  readonly name = 'InteractionRollup1763600600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE interaction_months (
        product text NOT NULL,
        customer_type text NOT NULL,
        month date NOT NULL,
        previous_month date NOT NULL,
        interactions bigint NOT NULL,
        customers bigint NOT NULL,
        CONSTRAINT pk_interaction_months PRIMARY KEY (product, customer_type, month, previous_month)
      )`);
    await runner.query(`
      CREATE TABLE customer_products (
        customer_id bigint NOT NULL,
        product text NOT NULL,
        customer_type text NOT NULL,
        months date[] NOT NULL,
        counts integer[] NOT NULL,
        CONSTRAINT pk_customer_products PRIMARY KEY (customer_id, product)
      )`);
    await runner.query(`
      CREATE TABLE uncounted_interactions (
        interaction_id bigint NOT NULL,
        customer_id bigint NOT NULL,
        CONSTRAINT pk_uncounted_interactions PRIMARY KEY (interaction_id),
        CONSTRAINT fk_uncounted_interactions_interaction_id FOREIGN KEY (interaction_id) REFERENCES interactions (interaction_id) ON DELETE CASCADE
      )`);
    // The days of a month that a filter cuts in two are counted from the rows.
    await runner.query('CREATE INDEX ix_interactions_occurred_at ON interactions (occurred_at)');
    await runner.query(`
      INSERT INTO customer_products (customer_id, product, customer_type, months, counts)
      SELECT m.customer_id, m.product, COALESCE(c.type, ''), array_agg(m.month ORDER BY m.month), array_agg(m.interactions ORDER BY m.month)
      FROM (SELECT i.customer_id, i.month, COALESCE(p.product, '') AS product, count(*)::int AS interactions
            FROM (SELECT customer_id, date_trunc('month', occurred_at AT TIME ZONE 'UTC')::date AS month FROM interactions) i
            LEFT JOIN product_months p USING (month)
            GROUP BY 1, 2, 3) m
      JOIN customers c USING (customer_id)
      GROUP BY m.customer_id, m.product, c.type`);
    await runner.query(`
      INSERT INTO interaction_months (product, customer_type, month, previous_month, interactions, customers)
      SELECT s.product, s.customer_type, u.month, COALESCE(s.months[u.place - 1], '-infinity'), sum(u.interactions), count(*)
      FROM customer_products s CROSS JOIN unnest(s.months, s.counts) WITH ORDINALITY AS u (month, interactions, place)
      GROUP BY 1, 2, 3, 4`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ix_interactions_occurred_at');
    await runner.query('DROP TABLE uncounted_interactions');
    await runner.query('DROP TABLE customer_products');
    await runner.query('DROP TABLE interaction_months');
  }
}
