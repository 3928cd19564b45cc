import { type DataSource } from 'typeorm';
import { type ContentBatchResponse } from '../../src/customers/insights/content/batches/content-batch.dto.js';
import { loadConfig, migrateUp, openDatabase } from '../../src/platform/index.js';
import { storeManyCustomers } from '../support/content-customers.js';
import { HttpClient } from '../support/http-client.js';
import { createLastingDatabase, spawnServer } from '../support/spawn-app.js';
import { serverUrl, silentLog } from '../support/test-database.js';

const CUSTOMERS = 3_000;
const CHUNKS_BEFORE_KILL = 5;
// On a server the batch is taken over when the lease of the dead process has run out, which takes its time.
const ROUNDS = serverUrl === undefined ? 2 : 1;
const PATH = '/api/v1/content-batches';

type Env = Record<string, string>;

/** Looks into the database while no server has it. */
async function inDatabase<T>(env: Env, work: (dataSource: DataSource) => Promise<T>): Promise<T> {
  const database = await openDatabase(loadConfig({ NODE_ENV: 'test', ...env }), silentLog);
  try {
    return await work(database.dataSource);
  } finally {
    await database.close();
  }
}

interface Stored {
  items: number;
  customers: number;
  counted: number;
}

const count = (dataSource: DataSource): Promise<Stored[]> =>
  dataSource.query<Stored[]>(
    `SELECT count(*)::int AS items, count(DISTINCT customer_id)::int AS customers,
       (SELECT (ready + needs_review + opted_out + no_address + failed) FROM content_batches) AS counted
     FROM content_batch_items`,
  );

describe('a server that is killed with -9 in the middle of a content batch', () => {
  it(`goes on after the next start, and writes to each customer once (${ROUNDS} kills)`, async () => {
    const database = await createLastingDatabase();
    const env = { ...database.env, SAMPLE_DATA: 'off', LOG_LEVEL: 'debug' };
    try {
      await inDatabase(env, async (dataSource) => {
        await migrateUp(dataSource, silentLog);
        await storeManyCustomers(dataSource, CUSTOMERS);
      });
      let batchId = '';
      const seen: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const server = spawnServer(env);
        const client = new HttpClient(await server.url());
        if (batchId === '') {
          batchId = (await client.post<{ batch_id: string }>(PATH, {})).body.batch_id;
        }
        for (let chunk = 0; chunk < CHUNKS_BEFORE_KILL; chunk += 1) await server.nextLine('"batch.chunk"');
        expect((await server.kill('SIGKILL')).signal).toBe('SIGKILL');
        const [stored] = await inDatabase(env, count);
        expect(stored).toMatchObject({ items: stored?.counted, customers: stored?.counted });
        seen.push(stored?.items ?? 0);
      }
      expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));
      expect(seen.filter((items) => items === 0 || items === CUSTOMERS)).toEqual([]);

      const server = spawnServer(env);
      const client = new HttpClient(await server.url());
      await server.line('"batch.completed"');
      const { body } = await client.get<ContentBatchResponse>(`${PATH}/${batchId}`);
      expect(body).toMatchObject({ status: 'completed', progress: { total: CUSTOMERS, processed: CUSTOMERS } });
      await server.kill('SIGTERM');
      expect(await inDatabase(env, count)).toEqual([{ items: CUSTOMERS, customers: CUSTOMERS, counted: CUSTOMERS }]);
    } finally {
      await database.remove();
    }
  }, 400_000);
});
