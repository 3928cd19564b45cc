/** The product's content batches: ordered through the service, worked through by its own job, on a server or embedded. */
import { answerCommands } from '../support/child.mjs';
import { importBuilt, importOfProduct } from '../support/paths.mjs';
import { storeCustomers } from './store-customers.mjs';

const { createApp } = await importBuilt('src/create-app.js');
const { createEventLog, loadConfig } = await importBuilt('src/platform/index.js');
const { ContentBatchService } = await importBuilt('src/customers/insights/content/batches/content-batch.service.js');
const { DataSource } = await importOfProduct('typeorm');

const settings = process.env.BENCH_URL === undefined ? {} : { DATABASE_URL: process.env.BENCH_URL };
const config = loadConfig({
  NODE_ENV: 'test',
  DATA_DIR: process.env.BENCH_DATA_DIR,
  LOG_LEVEL: 'silent',
  LOG_FORMAT: 'json',
  SAMPLE_DATA: 'off',
  ...settings,
});
const app = await createApp(config, createEventLog(config.logging));
await app.init();
const batches = app.get(ContentBatchService);
const dataSource = app.get(DataSource);

/** One batch from the order to its last row; the wait for the queue's next look (2 s at most) is not in it. */
async function runBatch(type) {
  const { body } = await batches.create({ type }, null);
  const cpuBefore = process.cpuUsage();
  let batch;
  // Asked for seldom, because each look costs the embedded database a statement.
  do {
    await new Promise((resolve) => setTimeout(resolve, 250));
    batch = await batches.get(body.batch_id);
  } while (batch.status !== 'completed');
  const cpu = process.cpuUsage(cpuBefore);
  const seconds = (Date.parse(batch.finished_at) - Date.parse(batch.started_at)) / 1_000;
  const [{ items }] = await dataSource.query(
    'SELECT count(DISTINCT customer_id)::int AS items FROM content_batch_items WHERE batch_id = $1',
    [body.batch_id],
  );
  await dataSource.query('DELETE FROM content_batches WHERE batch_id = $1', [body.batch_id]);
  return { seconds, items, cpuMs: (cpu.user + cpu.system) / 1_000, ready: batch.progress.ready };
}

/** How long a request waits that comes while a batch runs: one look at a customer, again and again. */
async function measureWaits(type) {
  const waits = [];
  let isOver = false;
  const batch = runBatch(type).finally(() => (isOver = true));
  while (!isOver) {
    const startedAt = performance.now();
    await dataSource.query('SELECT name FROM customers WHERE customer_id = 100001');
    waits.push(performance.now() - startedAt);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await batch;
  return waits;
}

answerCommands(
  {
    fill: ({ customers }) => storeCustomers(dataSource, customers),
    batch: ({ type }) => runBatch(type),
    waits: async ({ type }) => ({ waits: await measureWaits(type) }),
  },
  { system: 'product' },
);
