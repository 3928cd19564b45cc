import { type EntityManager } from 'typeorm';

/**
 * What changed, by the name of a temporary table: `interactions` (customer_id, occurred_at, channel, topic; only the first
 * column is read), `customers` (customer_id) or `months` (month); or the one customer whose record or interactions did.
 * Rows may repeat, and may name what is gone meanwhile.
 */
export type RollupChange = { interactions: string } | { customers: string } | { months: string } | { customer: number };

/** A month's contribution is told by its product, and by the last month before it in which the same customer met that product. */
const CONTRIBUTIONS = (states: string): string => `
  SELECT COALESCE(p.product, '') AS product, s.customer_type, u.month, u.interactions, s.sign,
         COALESCE(lag(u.month) OVER (PARTITION BY s.sign, s.customer_id, p.product ORDER BY u.month), '-infinity') AS previous_month
  FROM (${states}) s CROSS JOIN unnest(s.months, s.counts) AS u (month, interactions)
  LEFT JOIN product_months p ON p.month = u.month`;

const COUNT_CUSTOMERS = (customers: string): string => `
WITH touched AS MATERIALIZED (SELECT DISTINCT customer_id FROM ${customers}),
former AS MATERIALIZED (SELECT s.* FROM customer_months s JOIN touched USING (customer_id)),
present AS MATERIALIZED (
  SELECT m.customer_id, COALESCE(c.type, '') AS customer_type, array_agg(m.month ORDER BY m.month) AS months,
         array_agg(m.interactions ORDER BY m.month) AS counts
  FROM (
    SELECT i.customer_id, date_trunc('month', i.occurred_at AT TIME ZONE 'UTC')::date AS month, count(*)::int AS interactions
    FROM interactions i JOIN touched USING (customer_id) GROUP BY 1, 2) m
  JOIN customers c USING (customer_id)
  GROUP BY m.customer_id, c.type
),
changed AS (
  SELECT product, customer_type, month, previous_month, sum(sign * interactions) AS interactions, sum(sign) AS customers
  FROM (${CONTRIBUTIONS('SELECT *, 1 AS sign FROM present UNION ALL SELECT *, -1 FROM former')}) contributions
  GROUP BY 1, 2, 3, 4 HAVING sum(sign * interactions) <> 0 OR sum(sign) <> 0
),
counted AS (
  INSERT INTO interaction_months AS m (product, customer_type, month, previous_month, interactions, customers)
  SELECT * FROM changed
  ON CONFLICT (product, customer_type, month, previous_month)
  DO UPDATE SET interactions = m.interactions + EXCLUDED.interactions, customers = m.customers + EXCLUDED.customers
),
remembered AS (
  INSERT INTO customer_months AS s (customer_id, customer_type, months, counts)
  SELECT customer_id, customer_type, months, counts FROM present
  ON CONFLICT (customer_id)
  DO UPDATE SET customer_type = EXCLUDED.customer_type, months = EXCLUDED.months, counts = EXCLUDED.counts
  WHERE (s.customer_type, s.months, s.counts) IS DISTINCT FROM (EXCLUDED.customer_type, EXCLUDED.months, EXCLUDED.counts)
),
forgotten AS (
  DELETE FROM customer_months s USING touched t
  WHERE s.customer_id = t.customer_id AND NOT EXISTS (SELECT FROM present p WHERE p.customer_id = t.customer_id)
)
DELETE FROM uncounted_interactions u USING touched t WHERE u.customer_id = t.customer_id`;

const COUNT_EVERYTHING = `
INSERT INTO interaction_months (product, customer_type, month, previous_month, interactions, customers)
SELECT product, customer_type, month, previous_month, sum(interactions), count(*)
FROM (${CONTRIBUTIONS('SELECT *, 1 AS sign FROM customer_months')}) contributions GROUP BY 1, 2, 3, 4`;

const TABLE_NAME = /^[a-z_][a-z0-9_]*$/;

/**
 * Brings the rollup of interactions up to date after a change, in the change's own transaction: call it after the rows are
 * written. What each customer was counted as is kept (`customer_months`), so it does not matter what the rows were before:
 * the named customers are counted anew and the difference moves the sums. Calling it twice changes nothing.
 *
 * One refresh at a time, until its transaction ends: two at once would each miss the other's rows. A turn of the assistant
 * does not come here; it leaves its interaction in `uncounted_interactions`, which every reader adds, and
 * {@link countTail} folds in.
 *
 * A change of months recounts all sums from what is kept of the customers, not from the interactions.
 * @throws Error for a table name that is not a plain identifier
 */
export async function refreshRollup(manager: EntityManager, change: RollupChange): Promise<void> {
  await waitForOthers(manager);
  if ('months' in change) {
    checkName(change.months);
    await manager.query('DELETE FROM interaction_months');
    await manager.query(COUNT_EVERYTHING);
    return;
  }
  if ('customer' in change) {
    await countCustomers(manager, '(SELECT $1::bigint AS customer_id) given', [change.customer]);
    return;
  }
  const table = 'interactions' in change ? change.interactions : change.customers;
  checkName(table);
  // The planner knows nothing of a fresh temporary table, and with a million rows in it a wrong guess takes minutes.
  await manager.query(`ANALYZE ${table}`);
  await countCustomers(manager, table);
}

/** Folds what turns have recorded into the rollup. */
export async function countTail(manager: EntityManager): Promise<void> {
  await waitForOthers(manager);
  await countCustomers(manager, 'uncounted_interactions');
}

async function waitForOthers(manager: EntityManager): Promise<void> {
  await manager.query(
    "SELECT pg_advisory_xact_lock(hashtext('customers.rollup')), set_config('work_mem', '64MB', true)",
  );
}

async function countCustomers(manager: EntityManager, customers: string, parameters: number[] = []): Promise<void> {
  await manager.query(COUNT_CUSTOMERS(customers), parameters);
  await manager.query('DELETE FROM interaction_months WHERE interactions = 0 AND customers = 0');
}

function checkName(table: string): void {
  if (!TABLE_NAME.test(table)) throw new Error('The table of a change must have a plain name.');
}
