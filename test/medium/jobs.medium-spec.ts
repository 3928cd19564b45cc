import { type DataSource } from 'typeorm';
import { Metrics } from '../../src/platform/metrics/metrics.js';
import { HealthRegistry } from '../../src/platform/health/health-registry.js';
import { loadConfig } from '../../src/platform/config/load-config.js';
import { type Queue } from '../../src/platform/jobs/job-queue.port.js';
import { PgBossQueue } from '../../src/platform/jobs/pg-boss.queue.js';
import { openTestDatabase, silentLog, type TestDatabase } from '../support/test-database.js';

const GREETINGS: Queue<{ name: string }> = { name: 'greetings' };
const TRANSACTIONAL: Queue<{ name: string }> = { name: 'transactional' };

describe('the job queue', () => {
  let database: TestDatabase;
  const queues: PgBossQueue[] = [];

  const startQueue = (
    declare: (queue: PgBossQueue) => void,
    dataSource: DataSource = database.dataSource,
  ): PgBossQueue => {
    const queue = new PgBossQueue(dataSource, loadConfig({}), silentLog, new Metrics(), new HealthRegistry(silentLog));
    declare(queue);
    queue.onApplicationBootstrap();
    queues.push(queue);
    return queue;
  };

  /** Ends when a queue of its own has looked for work twice: whoever else still polls has looked at least once. */
  const pollTwice = (): Promise<void> =>
    new Promise((resolve) => {
      let handled = 0;
      const witness = startQueue((started) => {
        started.work({ name: 'witness' }, () => {
          handled += 1;
          if (handled === 2) resolve();
          return Promise.resolve();
        });
      });
      for (let job = 0; job < 2; job += 1) void witness.enqueue({ name: 'witness' }, {});
    });

  beforeAll(async () => {
    database = await openTestDatabase();
  });

  afterEach(async () => {
    for (const queue of queues.splice(0)) await queue.beforeApplicationShutdown();
  });

  afterAll(() => database.close());

  it('runs a job with its data', async () => {
    const done = new Promise<string>((resolve) => {
      const queue = startQueue((started) => {
        started.work(GREETINGS, (job) => {
          resolve(job.data.name);
          return Promise.resolve();
        });
      });
      void queue.enqueue(GREETINGS, { name: 'Ana' });
    });
    await expect(done).resolves.toBe('Ana');
  });

  it('runs a job again that failed', async () => {
    let tries = 0;
    const done = new Promise<number>((resolve) => {
      const queue = startQueue((started) => {
        started.work({ name: 'retried' }, () => {
          tries += 1;
          if (tries === 1) return Promise.reject(new Error('not yet'));
          resolve(tries);
          return Promise.resolve();
        });
      });
      void queue.enqueue({ name: 'retried' }, {}, { retryLimit: 2 });
    });
    await expect(done).resolves.toBe(2);
  });

  it('looks for work at once when it is nudged', async () => {
    const handled: number[] = [];
    let arrived: () => void = () => undefined;
    const queue = startQueue((started) => {
      started.work({ name: 'nudged' }, () => {
        handled.push(performance.now());
        arrived();
        return Promise.resolve();
      });
    });
    const next = (): Promise<void> =>
      new Promise((resolve) => {
        arrived = resolve;
      });
    // The first job may meet any moment of the two seconds between polls; four more in less than that cannot all.
    for (let job = 0; job < 5; job += 1) {
      const done = next();
      await queue.enqueue({ name: 'nudged' }, {});
      queue.nudge({ name: 'nudged' });
      await done;
    }
    expect((handled.at(-1) ?? Infinity) - (handled[0] ?? 0)).toBeLessThan(6_000);
  });

  it('commits a job together with the transaction that caused it, or not at all', async () => {
    const seen: string[] = [];
    let arrived: () => void = () => undefined;
    const done = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const queue = startQueue((started) => {
      started.work(TRANSACTIONAL, (job) => {
        seen.push(job.data.name);
        arrived();
        return Promise.resolve();
      });
    });
    await queue.enqueue(TRANSACTIONAL, { name: 'warm-up' }, { delaySeconds: 3_600 });
    const undone = database.dataSource.transaction(async (manager) => {
      await queue.enqueue(TRANSACTIONAL, { name: 'undone' }, { manager });
      throw new Error('changed my mind');
    });
    await expect(undone).rejects.toThrow('changed my mind');
    await database.dataSource.transaction((manager) => queue.enqueue(TRANSACTIONAL, { name: 'done' }, { manager }));
    await done;
    expect(seen).toEqual(['done']);
  });

  it('leaves nothing running of a try to start that failed half-way', async () => {
    const statements: string[] = [];
    let refusals = 1;
    const flaky = new Proxy(database.dataSource, {
      get: (target, name) =>
        name !== 'query'
          ? (Reflect.get(target, name) as unknown)
          : (text: string, values: unknown[] = []): Promise<unknown> => {
              statements.push(text);
              const refused = refusals > 0 && values.includes('second');
              if (refused) refusals -= 1;
              return refused ? Promise.reject(new Error('terminating connection')) : target.query(text, values);
            },
    });
    const queue = startQueue((started) => {
      for (const name of ['first', 'second']) started.work({ name }, () => Promise.resolve());
    }, flaky);
    await queue.enqueue({ name: 'second' }, {});
    expect(refusals).toBe(0);
    await queue.beforeApplicationShutdown();
    const before = statements.length;
    await pollTwice();
    expect(statements.length).toBe(before);
  });
});
