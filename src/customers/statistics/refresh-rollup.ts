import { type EntityManager } from 'typeorm';

/**
 * What changed, by the name of a temporary table: `interactions` (customer_id, occurred_at, channel, topic; the first two
 * columns are read), `customers` (customer_id) or `months` (month); or the one customer whose record or interactions did.
 * Rows may repeat, and may name what is gone meanwhile.
 */
export type RollupChange = { interactions: string } | { customers: string } | { months: string } | { customer: number };

/** Customers counted by one statement: their sorts stay in memory, and no statement takes long however many there are. */
const BATCH = 20_000;

const MONTH_OF = (column: string): string => `date_trunc('month', ${column} AT TIME ZONE 'UTC')::date`;

/**
 * Counts the customers whose position lies in ($1, $2] anew, remembers it, and leaves what it moves in `rollup_changes`. A
 * month's contribution is told by its product, and by the last month before it in which the same customer met that product.
 * @param only a condition on customer_id and product that limits what is counted
 */
const COUNT_BATCH = (only: string): string => `
WITH touched AS MATERIALIZED (SELECT customer_id FROM rollup_customers WHERE position > $1 AND position <= $2),
former AS MATERIALIZED (
  SELECT * FROM customer_products WHERE customer_id = ANY (ARRAY(SELECT customer_id FROM touched)) AND ${only}
),
present AS MATERIALIZED (
  SELECT m.customer_id, m.product, COALESCE(c.type, '') AS customer_type, m.months, m.counts
  FROM (
    SELECT customer_id, product, array_agg(month) AS months, array_agg(interactions) AS counts
    FROM (
      SELECT customer_id, product, month, count(*)::int AS interactions
      FROM (
        SELECT i.customer_id, COALESCE(p.product, '') AS product, i.month
        FROM (SELECT customer_id, ${MONTH_OF('occurred_at')} AS month FROM interactions JOIN touched USING (customer_id)) i
        LEFT JOIN product_months p USING (month)) met
      WHERE ${only} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3) by_month
    GROUP BY 1, 2) m
  JOIN customers c USING (customer_id)
),
moved AS (
  INSERT INTO rollup_changes
  SELECT s.product, s.customer_type, u.month, COALESCE(s.months[u.place - 1], '-infinity'), sum(s.sign * u.interactions), sum(s.sign)
  FROM (SELECT *, 1 AS sign FROM present UNION ALL SELECT *, -1 FROM former) s
  CROSS JOIN unnest(s.months, s.counts) WITH ORDINALITY AS u (month, interactions, place)
  GROUP BY 1, 2, 3, 4 HAVING sum(s.sign * u.interactions) <> 0 OR sum(s.sign) <> 0
),
remembered AS (
  INSERT INTO customer_products AS s (customer_id, product, customer_type, months, counts) SELECT * FROM present
  ON CONFLICT (customer_id, product)
  DO UPDATE SET customer_type = EXCLUDED.customer_type, months = EXCLUDED.months, counts = EXCLUDED.counts
  WHERE (s.customer_type, s.months, s.counts) IS DISTINCT FROM (EXCLUDED.customer_type, EXCLUDED.months, EXCLUDED.counts)
),
forgotten AS (
  DELETE FROM customer_products WHERE (customer_id, product) IN (
    SELECT customer_id, product FROM former EXCEPT SELECT customer_id, product FROM present)
)
DELETE FROM uncounted_interactions WHERE interaction_id IN (
  SELECT interaction_id FROM (
    SELECT u.interaction_id, u.customer_id, COALESCE(p.product, '') AS product
    FROM uncounted_interactions u JOIN interactions i USING (interaction_id)
    LEFT JOIN product_months p ON p.month = ${MONTH_OF('i.occurred_at')}) met
  WHERE customer_id = ANY (ARRAY(SELECT customer_id FROM touched)) AND ${only})`;

/** Of interactions that came or went, the other products of their customers need no look. */
const TOUCHED_PRODUCTS = '(customer_id, product) IN (SELECT customer_id, product FROM rollup_products)';

const MOVE_SUMS = `
INSERT INTO interaction_months AS m (product, customer_type, month, previous_month, interactions, customers)
SELECT product, customer_type, month, previous_month, sum(interactions), sum(customers) FROM rollup_changes GROUP BY 1, 2, 3, 4
ON CONFLICT (product, customer_type, month, previous_month)
DO UPDATE SET interactions = m.interactions + EXCLUDED.interactions, customers = m.customers + EXCLUDED.customers`;

const TABLE_NAME = /^[a-z_][a-z0-9_]*$/;

/**
 * Brings the rollup of interactions up to date after a change, in the change's own transaction: call it after the rows are
 * written. What each customer was counted as is kept (`customer_products`), so it does not matter what the rows were before:
 * the named customers are counted anew and the difference moves the sums. Calling it twice changes nothing.
 *
 * One refresh at a time, until its transaction ends: two at once would each miss the other's rows. A turn of the assistant
 * does not come here; it leaves its interaction in `uncounted_interactions`, which every reader adds, and
 * {@link countTail} folds in.
 * @throws Error for a table name that is not a plain identifier
 */
export async function refreshRollup(manager: EntityManager, change: RollupChange): Promise<void> {
  await waitForOthers(manager);
  if ('customer' in change) {
    await listCustomers(manager, 'SELECT $1::bigint AS customer_id', [change.customer]);
    await moveSums(manager, 'true');
  } else if ('customers' in change) {
    await listCustomers(manager, `SELECT DISTINCT customer_id FROM ${plain(change.customers)}`);
    await moveSums(manager, 'true');
  } else if ('months' in change) {
    await listCustomers(
      manager,
      `SELECT DISTINCT customer_id FROM customer_products WHERE months && ARRAY(SELECT month FROM ${plain(change.months)})`,
    );
    await moveSums(manager, 'true');
  } else {
    await listCustomers(manager, `SELECT DISTINCT customer_id FROM ${plain(change.interactions)}`);
    await listProducts(manager, change.interactions);
    await moveSums(manager, TOUCHED_PRODUCTS);
    await manager.query('DROP TABLE rollup_products');
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

/** The products of their months. */
async function listProducts(manager: EntityManager, interactions: string): Promise<void> {
  await manager.query(
    `CREATE TEMP TABLE rollup_products ON COMMIT DROP AS
     SELECT DISTINCT i.customer_id, COALESCE(p.product, '') AS product FROM ${interactions} i
     LEFT JOIN product_months p ON p.month = ${MONTH_OF('i.occurred_at')}`,
  );
  await manager.query('ANALYZE rollup_products');
}

async function moveSums(manager: EntityManager, only: string): Promise<void> {
  await manager.query('CREATE TEMP TABLE rollup_changes (LIKE interaction_months) ON COMMIT DROP');
  const [listed] = await manager.query<{ customers: string }[]>('SELECT count(*) AS customers FROM rollup_customers');
  const batch = COUNT_BATCH(only);
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

function plain(table: string): string {
  if (!TABLE_NAME.test(table)) throw new Error('The table of a change must have a plain name.');
  return table;
}
