import pg from 'pg';

const INDEXES = `
  SELECT indexname, indexdef FROM pg_indexes
  WHERE tablename = 'interactions' AND indexname NOT IN ('pk_interactions', 'uq_interactions_message_id')`;

const ROW = `
  1 + floor(random() * $1)::bigint, timestamptz '2019-01-01Z' + random() * interval '1826 days',
  (ARRAY['Email', 'Call', 'Bird', 'Boat', 'SMS', 'Visit', 'Chat', 'Letter'])[1 + floor(random() * 8)::int],
  'Topic ' || floor(random() * 15)::int, (ARRAY['Positive', 'Neutral', 'Negative'])[1 + floor(random() * 3)::int]`;

/** Customers of four types and of none, sixty months of five products (some without), and that many interactions. */
export async function seedInteractions(url, { rows, customers }) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      `INSERT INTO customers (customer_id, type)
       SELECT g, CASE WHEN g % 20 = 0 THEN NULL ELSE (ARRAY['Red', 'Blue', 'Orange', 'Green'])[1 + g % 4] END FROM generate_series(1, $1::int) g`,
      [customers],
    );
    await client.query(
      `INSERT INTO product_months
       SELECT (date '2019-01-01' + make_interval(months => m))::date, (ARRAY['Sand', 'Rock', 'Water', 'Fire', 'Air'])[1 + m % 5]
       FROM generate_series(0, 59) m WHERE m % 13 <> 12`,
    );
    const { rows: indexes } = await client.query(INDEXES);
    for (const { indexname } of indexes) await client.query(`DROP INDEX ${indexname}`);
    await client.query(
      `INSERT INTO interactions (customer_id, occurred_at, channel, topic, sentiment) SELECT ${ROW} FROM generate_series(1, $2::int)`,
      [customers, rows],
    );
    for (const { indexdef } of indexes) await client.query(indexdef);
    await client.query('CREATE TABLE bench_answers (id int PRIMARY KEY, answer jsonb)');
    await client.query(`INSERT INTO bench_answers VALUES (1, '{"total": 1}')`);
    await client.query(
      'CREATE TABLE bench_touched (customer_id bigint, occurred_at timestamptz, channel text, topic text)',
    );
    await client.query('VACUUM ANALYZE');
  } finally {
    await client.end();
  }
}

/** Adds rows as an import does, in one statement; their keys are in `bench_touched` afterwards. */
export async function addInteractions(url, { rows, customers }) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('TRUNCATE bench_touched');
    const startedAt = performance.now();
    await client.query(
      `WITH added AS (
         INSERT INTO interactions (customer_id, occurred_at, channel, topic, sentiment) SELECT ${ROW} FROM generate_series(1, $2::int)
         ON CONFLICT DO NOTHING RETURNING customer_id, occurred_at, channel, topic)
       INSERT INTO bench_touched SELECT * FROM added`,
      [customers, rows],
    );
    return { ms: performance.now() - startedAt };
  } finally {
    await client.end();
  }
}
