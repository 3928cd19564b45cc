import { type EntityManager } from 'typeorm';

/**
 * What changed, by the name of a temporary table: `interactions` (customer_id, occurred_at, channel, topic; only the first
 * column is read), `customers` (customer_id) or `months` (month); or the one customer whose record or interactions did.
 * Rows may repeat, and may name what is gone meanwhile.
 */
export type RollupChange = { interactions: string } | { customers: string } | { months: string } | { customer: number };

/** Customers counted by one statement: their sorts stay in memory, and no statement takes long however many there are. */
const BATCH = 20_000;

/** A month's contribution is told by its product, and by the last month before it in which the same customer met that product. */
const CONTRIBUTIONS = (states: string): string => `
  SELECT COALESCE(p.product, '') AS product, s.customer_type, u.month, u.interactions, s.sign,
         COALESCE(lag(u.month) OVER (PARTITION BY s.customer_id, s.sign, p.product ORDER BY u.month), '-infinity') AS previous_month
  FROM (${states}) s CROSS JOIN unnest(s.months, s.counts) AS u (month, interactions)
  LEFT JOIN product_months p ON p.month = u.month`;

/** Counts the customers whose position lies in ($1, $2] anew, remembers it, and leaves what it moves in `rollup_changes`. */
const COUNT_BATCH = `
WITH touched AS MATERIALIZED (SELECT customer_id FROM rollup_customers WHERE position > $1 AND position <= $2),
former AS MATERIALIZED (
  SELECT s.* FROM customer_months s JOIN touched USING (customer_id)
  WHERE s.customer_id BETWEEN (SELECT min(customer_id) FROM touched) AND (SELECT max(customer_id) FROM touched)
),
present AS MATERIALIZED (
  SELECT m.customer_id, COALESCE(c.type, '') AS customer_type, m.months, m.counts
  FROM (
    SELECT customer_id, array_agg(month) AS months, array_agg(interactions) AS counts
    FROM (
      SELECT customer_id, date_trunc('month', occurred_at AT TIME ZONE 'UTC')::date AS month, count(*)::int AS interactions
      FROM interactions JOIN touched USING (customer_id) GROUP BY 1, 2 ORDER BY 1, 2) by_month
    GROUP BY customer_id) m
  JOIN customers c USING (customer_id)
),
moved AS (
  INSERT INTO rollup_changes
  SELECT product, customer_type, month, previous_month, sum(sign * interactions), sum(sign)
  FROM (${CONTRIBUTIONS('SELECT *, 1 AS sign FROM present UNION ALL SELECT *, -1 FROM former')}) contributions
  GROUP BY 1, 2, 3, 4 HAVING sum(sign * interactions) <> 0 OR sum(sign) <> 0
),
remembered AS (
  INSERT INTO customer_months AS s (customer_id, customer_type, months, counts)
  SELECT customer_id, customer_type, months, counts FROM present
  ON CONFLICT (customer_id)
  DO UPDATE SET customer_type = EXCLUDED.customer_type, months = EXCLUDED.months, counts = EXCLUDED.counts
  WHERE (s.customer_type, s.months, s.counts) IS DISTINCT FROM (EXCLUDED.customer_type, EXCLUDED.months, EXCLUDED.counts)
),
forgotten AS (
  DELETE FROM customer_months WHERE customer_id IN (SELECT customer_id FROM former EXCEPT SELECT customer_id FROM present)
)
DELETE FROM uncounted_interactions u USING touched t WHERE u.customer_id = t.customer_id`;

const MOVE_SUMS = `
INSERT INTO interaction_months AS m (product, customer_type, month, previous_month, interactions, customers)
SELECT product, customer_type, month, previous_month, sum(interactions), sum(customers) FROM rollup_changes GROUP BY 1, 2, 3, 4
ON CONFLICT (product, customer_type, month, previous_month)
DO UPDATE SET interactions = m.interactions + EXCLUDED.interactions, customers = m.customers + EXCLUDED.customers`;

/** The sums of what customers whose position lies in ($1, $2] are counted as. */
const SUM_BATCH = `
INSERT INTO rollup_changes
SELECT product, customer_type, month, previous_month, sum(interactions), count(*)
FROM (${CONTRIBUTIONS(`
    SELECT s.*, 1 AS sign FROM customer_months s JOIN rollup_customers USING (customer_id) WHERE position > $1 AND position <= $2`)}) contributions
GROUP BY 1, 2, 3, 4`;

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
    await listCustomers(manager, 'SELECT customer_id FROM customer_months');
    await manager.query('DELETE FROM interaction_months');
    await moveSums(manager, SUM_BATCH);
  } else if ('customer' in change) {
    await listCustomers(manager, 'SELECT $1::bigint AS customer_id', [change.customer]);
    await moveSums(manager, COUNT_BATCH);
  } else {
    const table = 'interactions' in change ? change.interactions : change.customers;
    checkName(table);
    await listCustomers(manager, `SELECT DISTINCT customer_id FROM ${table}`);
    await moveSums(manager, COUNT_BATCH);
  }
}

/** Folds what turns have recorded into the rollup. */
export async function countTail(manager: EntityManager): Promise<void> {
  await refreshRollup(manager, { customers: 'uncounted_interactions' });
}

/** The customers to count, numbered by their ids, so that a batch is a neighbourhood in every index. */
async function listCustomers(manager: EntityManager, customers: string, parameters: number[] = []): Promise<void> {
  await manager.query(
    `CREATE TEMP TABLE rollup_customers ON COMMIT DROP AS
     SELECT customer_id, row_number() OVER (ORDER BY customer_id) AS position FROM (${customers}) given`,
    parameters,
  );
  await manager.query('ANALYZE rollup_customers');
}

async function moveSums(manager: EntityManager, batch: string): Promise<void> {
  await manager.query('CREATE TEMP TABLE rollup_changes (LIKE interaction_months) ON COMMIT DROP');
  const [listed] = await manager.query<{ customers: string }[]>('SELECT count(*) AS customers FROM rollup_customers');
  for (let done = 0; done < Number(listed?.customers); done += BATCH) {
    await manager.query(batch, [done, done + BATCH]);
  }
  await manager.query(MOVE_SUMS);
  await manager.query('DELETE FROM interaction_months WHERE interactions = 0 AND customers = 0');
  await manager.query('DROP TABLE rollup_customers, rollup_changes');
}

/** Compiling the statements would take longer than running them. */
async function waitForOthers(manager: EntityManager): Promise<void> {
  await manager.query(
    "SELECT pg_advisory_xact_lock(hashtext('customers.rollup')), set_config('work_mem', '64MB', true), set_config('jit', 'off', true)",
  );
}

function checkName(table: string): void {
  if (!TABLE_NAME.test(table)) throw new Error('The table of a change must have a plain name.');
}
