import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import {
  DataSource,
  type MigrationInterface,
  type DataSourceOptions,
  type EntitySchema,
  type MixedList,
} from 'typeorm';
import { migrations } from '../../migrations/index.js';
import { createEventLog } from '../../src/platform/logging/create-event-log.js';
import { embeddedOptions, serverOptions } from '../../src/platform/database/data-source-options.js';
import { openEmbedded } from '../../src/platform/database/embedded/open-embedded.js';
import { migrateUp } from '../../src/platform/database/migrate.js';

export interface TestDatabase {
  dataSource: DataSource;
  /** The clone's connection string; null on the embedded database. */
  url: string | null;
  close(): Promise<void>;
}

type Entities = NonNullable<DataSourceOptions['entities']>;

export const silentLog = createEventLog({ level: 'silent', format: 'json' });
/** Where the suite runs: a PostgreSQL server when this is set, the embedded database otherwise. */
export const serverUrl = process.env['TEST_DATABASE_URL'];

const database = { url: null, dataDir: '', poolMax: 10, connectionTimeoutMs: 5_000, queryTimeoutMs: 10_000 };

export interface TestDatabaseOptions {
  entities?: Entities;
  /** Only on a server. */
  queryTimeoutMs?: number;
  /** Known to the data source, not applied yet. */
  extraMigrations?: (new () => MigrationInterface)[];
}

/** A fresh, migrated database of its own: a clone of a template on the server, or an embedded one in memory. */
export async function openTestDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const entities: Entities = options.entities ?? ([] as MixedList<EntitySchema>);
  return serverUrl === undefined ? openEmbeddedClone(entities) : openServerClone(serverUrl, entities, options);
}

/** A gzip'ed data directory with all migrations applied, made once per state of the migrations. */
export async function embeddedTemplate(): Promise<string> {
  const file = join(tmpdir(), `rapport-test-${migrationsHash()}.tar.gz`);
  if (existsSync(file)) return file;
  const embedded = await openEmbedded({ dataDir: null, templateFile: null, log: silentLog });
  const dataSource = await new DataSource(await embeddedOptions(embedded.pglite)).initialize();
  await migrateUp(dataSource, silentLog);
  const dump = await embedded.pglite.dumpDataDir('gzip');
  await dataSource.destroy();
  await embedded.close();
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, Buffer.from(await dump.arrayBuffer()));
  renameSync(draft, file);
  return file;
}

async function openEmbeddedClone(entities: Entities): Promise<TestDatabase> {
  const embedded = await openEmbedded({ dataDir: null, templateFile: await embeddedTemplate(), log: silentLog });
  const dataSource = await new DataSource({ ...(await embeddedOptions(embedded.pglite)), entities }).initialize();
  return {
    dataSource,
    url: null,
    close: async () => {
      await dataSource.destroy();
      await embedded.close();
    },
  };
}

/** A database of its own on the server: `migrated` from the template, or empty. */
export async function createServerDatabase(
  kind: 'migrated' | 'empty',
): Promise<{ url: string; drop(): Promise<void> }> {
  if (serverUrl === undefined) throw new Error('TEST_DATABASE_URL is not set');
  const name = `rapport_test_${randomBytes(6).toString('hex')}`;
  const template = kind === 'migrated' ? await serverTemplate(serverUrl) : 'template1';
  await asAdmin(serverUrl, (admin) => admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
  return {
    url: withDatabase(serverUrl, name),
    drop: async () => {
      await asAdmin(serverUrl, (admin) => admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}

async function openServerClone(
  url: string,
  entities: Entities,
  { queryTimeoutMs = database.queryTimeoutMs, extraMigrations = [] }: TestDatabaseOptions,
): Promise<TestDatabase> {
  const clone = await createServerDatabase('migrated');
  const dataSource = await new DataSource({
    ...serverOptions(clone.url, { ...database, url, queryTimeoutMs }, silentLog),
    entities,
    migrations: [...migrations, ...extraMigrations],
  }).initialize();
  return {
    dataSource,
    url: clone.url,
    close: async () => {
      await dataSource.destroy();
      await clone.drop();
    },
  };
}

/** The template is made under a lock, because test files run side by side; its comment says that it is finished. */
async function serverTemplate(url: string): Promise<string> {
  const name = `rapport_test_template_${migrationsHash()}`;
  await asAdmin(url, async (admin) => {
    await admin.query('SELECT pg_advisory_lock(720311)');
    const found = await admin.query('SELECT shobj_description(oid, $2) AS note FROM pg_database WHERE datname = $1', [
      name,
      'pg_database',
    ]);
    if ((found.rows[0] as { note: string | null } | undefined)?.note === 'ready') return;
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await admin.query(`CREATE DATABASE ${name}`);
    const dataSource = await new DataSource(serverOptions(withDatabase(url, name), database, silentLog)).initialize();
    await migrateUp(dataSource, silentLog);
    await dataSource.destroy();
    await admin.query(`COMMENT ON DATABASE ${name} IS 'ready'`);
  });
  return name;
}

async function asAdmin(url: string, work: (admin: Client) => Promise<unknown>): Promise<void> {
  const admin = new Client({ connectionString: url });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

function withDatabase(url: string, name: string): string {
  const parsed = new URL(url);
  parsed.pathname = `/${name}`;
  return parsed.toString();
}

function migrationsHash(): string {
  const dir = join(import.meta.dirname, '../../migrations');
  const hash = createHash('sha256');
  for (const file of readdirSync(dir).sort()) hash.update(file).update(readFileSync(join(dir, file)));
  return hash.digest('hex').slice(0, 12);
}
