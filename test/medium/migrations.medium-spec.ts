import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { listDrift } from '../../src/platform/database/list-drift.js';
import { migrateDown, migrateUp, migrationStatus } from '../../src/platform/database/migrate.js';
import { createLastingDatabase, spawnCommand } from '../support/spawn-app.js';
import { openTestDatabase, serverUrl, silentLog, type TestDatabase } from '../support/test-database.js';
import { startTestApp } from '../support/test-app.js';

/** Everything the migrations made, as text: tables, columns, constraints, indexes and sequences. */
async function describeSchema(dataSource: DataSource): Promise<string[]> {
  const rows = await dataSource.query<{ line: string }[]>(`
    SELECT format('column %s.%s %s %s %s', table_name, column_name, udt_name, is_nullable, column_default) AS line
      FROM information_schema.columns WHERE table_schema = 'public'
    UNION ALL SELECT format('constraint %s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
      FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT format('index %s', indexdef) FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT format('sequence %s', sequencename) FROM pg_sequences WHERE schemaname = 'public'
    ORDER BY line`);
  return rows.map(({ line }) => line).filter((line) => !line.includes('schema_migrations'));
}

describe('migrations', () => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await openTestDatabase();
  });

  afterEach(() => database.close());

  it('leave the same schema after up, down and up again', async () => {
    const { dataSource } = database;
    const before = await describeSchema(dataSource);
    expect(before.length).toBeGreaterThan(50);
    while ((await migrateDown(dataSource, silentLog)) !== undefined);
    expect(await describeSchema(dataSource)).toEqual([]);
    await migrateUp(dataSource, silentLog);
    expect(await describeSchema(dataSource)).toEqual(before);
  });

  it('can each be undone and redone on its own', async () => {
    const { dataSource } = database;
    const before = await describeSchema(dataSource);
    const names = (await migrationStatus(dataSource)).map(({ name }) => name);
    for (let steps = 1; steps <= names.length; steps += 1) {
      for (let step = 0; step < steps; step += 1) await migrateDown(dataSource, silentLog);
      const status = await migrationStatus(dataSource);
      expect(status.filter(({ applied }) => !applied).map(({ name }) => name)).toEqual(names.slice(-steps));
      await migrateUp(dataSource, silentLog);
      expect(await describeSchema(dataSource)).toEqual(before);
    }
  });

  it('add topic and sentiment to interactions that a database already has, and count those', async () => {
    const { dataSource } = database;
    const isApplied = async (name: string): Promise<boolean> =>
      (await migrationStatus(dataSource)).some((one) => one.name.startsWith(name) && one.applied);
    while (await isApplied('InteractionTopicSentiment')) await migrateDown(dataSource, silentLog);
    await dataSource.query("INSERT INTO customers (customer_id, type) VALUES (7, 'Red')");
    await dataSource.query("INSERT INTO product_months (month, product) VALUES ('2026-03-01', 'Lamp')");
    await dataSource.query(
      "INSERT INTO interactions (customer_id, occurred_at, channel) VALUES (7, '2026-03-02T10:00:00Z', 'Email'), (7, '2026-03-03T10:00:00Z', 'Call')",
    );
    await migrateUp(dataSource, silentLog);
    expect(await dataSource.query('SELECT channel, topic, sentiment FROM interactions ORDER BY occurred_at')).toEqual([
      { channel: 'Email', topic: null, sentiment: null },
      { channel: 'Call', topic: null, sentiment: null },
    ]);
    const counted = await dataSource.query<{ sum: string }[]>('SELECT sum(interactions) FROM interaction_months');
    expect(Number(counted[0]?.sum)).toBe(2);
  });

  it('applied by two processes at once succeed once and leave the database whole', async () => {
    const lasting = await createLastingDatabase();
    const exits = await Promise.all([1, 2].map(() => spawnCommand(['db:migrate'], lasting.env).exited));
    // The embedded database admits one process at a time: a second one says so and leaves with 75.
    const allowed = serverUrl === undefined ? [0, 75] : [0];
    expect(exits.filter(({ code }) => code === null || !allowed.includes(code))).toEqual([]);
    expect(exits.filter(({ stdout }) => stdout.startsWith('Applied:'))).toHaveLength(serverUrl === undefined ? 0 : 1);
    const status = await spawnCommand(['db:status'], lasting.env).exited;
    expect(status.stdout).not.toContain('pending');
    await lasting.remove();
  });
});

// The embedded database knows no time limit that a migration could run into.
if (serverUrl !== undefined) {
  describe('a migration that takes longer than any request may', () => {
    it('is applied all the same', async () => {
      class Slow1999999999999 implements MigrationInterface {
        async up(runner: QueryRunner): Promise<void> {
          await runner.query('SELECT pg_sleep(2.5)');
        }

        async down(): Promise<void> {
          // Nothing was changed.
        }
      }
      const { dataSource, close } = await openTestDatabase({
        queryTimeoutMs: 500,
        extraMigrations: [Slow1999999999999],
      });
      await expect(migrateUp(dataSource, silentLog)).resolves.toEqual(['Slow1999999999999']);
      await close();
    });
  });
}

describe('entities and schema', () => {
  it('do not drift: the difference is nothing but what depends on the engine', async () => {
    const test = await startTestApp();
    const drift = await listDrift(test.app.get(DataSource));
    await test.close();
    expect(drift).toEqual({ up: [], down: [] });
  });
});
