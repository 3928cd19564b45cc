/** The product's own service, called in process. */
import { answerCommands } from '../support/child.mjs';
import { importBuilt, importOfProduct } from '../support/paths.mjs';
import { timeEach } from './time-each.mjs';

const { createApp } = await importBuilt('src/create-app.js');
const { createEventLog, loadConfig } = await importBuilt('src/platform/index.js');
const { StatisticsService } = await importBuilt('src/customers/statistics/statistics.service.js');
const { refreshRollup } = await importBuilt('src/customers/statistics/refresh-rollup.js');
const { default: pg } = await importOfProduct('pg');

const config = loadConfig({
  NODE_ENV: 'test',
  DATABASE_URL: process.env.BENCH_URL,
  LOG_LEVEL: 'silent',
  LOG_FORMAT: 'json',
  SAMPLE_DATA: 'off',
  // The question of one channel is asked for its time, however long it takes on a busy machine.
  DATABASE_QUERY_TIMEOUT_MS: '600000',
});
const app = await createApp(config, createEventLog(config.logging));
await app.init();
const statistics = app.get(StatisticsService);

/** On a connection without the limits of a request, as an import has one. */
async function refresh(change) {
  const client = new pg.Client({ connectionString: process.env.BENCH_URL });
  await client.connect();
  try {
    const startedAt = performance.now();
    await client.query('BEGIN');
    await refreshRollup({ query: async (text, values) => (await client.query(text, values)).rows }, change);
    await client.query('COMMIT');
    return { ms: performance.now() - startedAt };
  } finally {
    await client.end();
  }
}

answerCommands({
  answer: ({ filters, times }) => timeEach(times, () => statistics.interactionsPerProduct(filters)),
  total: async () => ({ total: (await statistics.interactionsPerProduct({})).total }),
  refresh,
});
