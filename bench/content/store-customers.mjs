const TOPICS = [
  'Prescription Guidelines',
  'Drug Efficacy',
  'Delivery Times',
  'pricing inquiry',
  'Team plan price',
  'Clinical Trial Inquiry',
];

/** Customers with names of their own and three interactions each. */
export async function storeCustomers(dataSource, customers) {
  await dataSource.query(
    `INSERT INTO customers (customer_id, name, occupation, type)
     SELECT 100000 + n, (ARRAY['Ana', 'Boris', 'Clara', 'David', 'Elena'])[1 + n % 5] || ' ' ||
         chr(65 + n % 26) || chr(97 + (n / 26) % 26) || chr(97 + (n / 676) % 26) || 'son',
       CASE WHEN n % 3 = 0 THEN 'Clerk' END, (ARRAY['Red', 'Blue'])[1 + n % 2]
     FROM generate_series(1, $1::integer) n`,
    [customers],
  );
  await dataSource.query(
    `INSERT INTO interactions (customer_id, occurred_at, channel, topic, sentiment)
     SELECT 100000 + n, timestamptz '2020-01-01T08:00:00Z' + make_interval(hours => (n * 37 + k * 1001) % 40000),
       (ARRAY['Email', 'Call', 'Bird', 'Post'])[1 + (n + k) % 4], ($2::text[])[1 + (n / 3 + k) % ${TOPICS.length}],
       (ARRAY['Positive', 'Neutral', 'Negative'])[1 + (n + 2 * k) % 3]
     FROM generate_series(1, $1::integer) n, generate_series(1, 3) k`,
    [customers, TOPICS],
  );
  for (const table of ['customers', 'interactions']) await dataSource.query(`ANALYZE ${table}`);
}
