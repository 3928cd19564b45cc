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
      CREATE TABLE customer_months (
        customer_id bigint NOT NULL,
        customer_type text NOT NULL,
        months date[] NOT NULL,
        counts integer[] NOT NULL,
        CONSTRAINT pk_customer_months PRIMARY KEY (customer_id)
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
      INSERT INTO customer_months (customer_id, customer_type, months, counts)
      SELECT m.customer_id, COALESCE(c.type, ''), array_agg(m.month ORDER BY m.month), array_agg(m.interactions ORDER BY m.month)
      FROM (SELECT customer_id, date_trunc('month', occurred_at AT TIME ZONE 'UTC')::date AS month, count(*)::int AS interactions
            FROM interactions GROUP BY 1, 2) m
      JOIN customers c USING (customer_id)
      GROUP BY m.customer_id, c.type`);
    await runner.query(`
      INSERT INTO interaction_months (product, customer_type, month, previous_month, interactions, customers)
      SELECT product, customer_type, month, previous_month, sum(interactions), count(*)
      FROM (SELECT COALESCE(p.product, '') AS product, s.customer_type, u.month, u.interactions,
                   COALESCE(lag(u.month) OVER (PARTITION BY s.customer_id, p.product ORDER BY u.month), '-infinity') AS previous_month
            FROM customer_months s CROSS JOIN unnest(s.months, s.counts) AS u (month, interactions)
            LEFT JOIN product_months p ON p.month = u.month) counted
      GROUP BY 1, 2, 3, 4`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ix_interactions_occurred_at');
    await runner.query('DROP TABLE uncounted_interactions');
    await runner.query('DROP TABLE customer_months');
    await runner.query('DROP TABLE interaction_months');
  }
}
