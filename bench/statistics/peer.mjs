/** The same question as plain SQL over the rows. */
import pg from 'pg';
import { answerCommands } from '../support/child.mjs';
import { timeEach } from './time-each.mjs';

const client = new pg.Client({ connectionString: process.env.BENCH_URL });
await client.connect();

const PLAIN = `
  SELECT p.product, c.type, count(*) AS interactions, count(DISTINCT i.customer_id) AS customers
  FROM interactions i JOIN customers c USING (customer_id)
  LEFT JOIN product_months p ON p.month = date_trunc('month', i.occurred_at AT TIME ZONE 'UTC')::date
  WHERE ($1::timestamptz IS NULL OR i.occurred_at >= $1) AND ($2::timestamptz IS NULL OR i.occurred_at < $2::timestamptz)
    AND ($3::text IS NULL OR i.channel = $3)
  GROUP BY 1, 2`;

const ask = ({ from = null, to = null, channel = null }) =>
  client.query(PLAIN, [from && `${from} 00:00:00+00`, to && `${to} 24:00:00+00`, channel]);

answerCommands({
  answer: ({ filters, times }) => timeEach(times, () => ask(filters)),
  total: async () => {
    const { rows } = await ask({});
    return { total: rows.reduce((sum, { interactions }) => sum + Number(interactions), 0) };
  },
});
