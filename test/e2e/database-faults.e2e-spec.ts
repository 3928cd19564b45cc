import { Client } from 'pg';
import { HttpClient } from '../support/http-client.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { serverUrl } from '../support/test-database.js';

const PATH = '/api/v1/process_message';
const MESSAGE = { current_prospect_message: 'How much is the enterprise plan?' };

describe('roles', () => {
  it('lets a worker answer probes and metrics, and nothing else', async () => {
    const test = await startTestApp({ env: { APP_ROLE: 'worker' } });
    const client = new HttpClient(test.url);
    const statuses = await Promise.all(
      ['/health/live', '/health/ready', '/metrics'].map(async (path) => (await client.get(path)).status),
    );
    expect(statuses).toEqual([200, 200, 200]);
    const refused = await client.post(PATH, MESSAGE);
    expect([refused.status, refused.body['code']]).toEqual([404, 'not_found']);
    await test.close();
  });
});

// A connection can only be lost, and a lock only be held by somebody else, where there is a server.
if (serverUrl !== undefined) {
  describe('a database that fails', () => {
    let test: TestApp;
    let client: HttpClient;
    let admin: Client;

    beforeAll(async () => {
      test = await startTestApp({ env: { DATABASE_QUERY_TIMEOUT_MS: '1000', DATABASE_POOL_MAX: '4' } });
      client = new HttpClient(test.url);
      const [row] = await test.dataSource.query<{ name: string }[]>('SELECT current_database() AS name');
      const url = new URL(serverUrl ?? '');
      url.pathname = `/${row?.name ?? ''}`;
      admin = new Client({ connectionString: url.toString() });
      await admin.connect();
    });

    afterAll(async () => {
      await admin.end();
      await test.close();
    });

    it('cuts every connection: the process lives and the next turns are answered', async () => {
      await client.post(PATH, MESSAGE);
      await admin.query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
      );
      const statuses: number[] = [];
      for (let turn = 0; turn < 6; turn += 1) statuses.push((await client.post(PATH, MESSAGE)).status);
      expect(statuses.at(-1)).toBe(200);
      expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([]);
    });

    it('hangs: turns end with 503 and Retry-After, and all is well when it goes on', async () => {
      await admin.query('BEGIN; LOCK TABLE conversations IN ACCESS EXCLUSIVE MODE');
      const stuck = await Promise.all(Array.from({ length: 6 }, () => client.post(PATH, MESSAGE)));
      expect(stuck.map(({ status, headers }) => [status, headers.has('retry-after')])).toEqual(
        stuck.map(() => [503, true]),
      );
      await admin.query('ROLLBACK');
      expect((await client.post(PATH, MESSAGE)).status).toBe(200);
      expect((await client.get('/health/ready')).status).toBe(200);
    });
  });
}
