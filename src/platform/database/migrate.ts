import { type DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';
import { type EventLog } from '../logging/event-log.js';
import { StartupError } from '../startup-error.js';
import { openPatient } from './open-patient.js';

/** Any constant does, as long as every process of this product takes the same one. */
const MIGRATION_LOCK = 7_203_114_001;
const LOCK_POLL_MS = 200;
const LOCK_WAIT_MS = 120_000;

export interface MigrationStatus {
  name: string;
  applied: boolean;
}

/** Applies what is pending, one transaction each, and returns the names applied. Processes that migrate at once take turns. */
export async function migrateUp(dataSource: DataSource, log: EventLog): Promise<string[]> {
  return underMigrationLock(dataSource, log, async (executor) => {
    const applied = await executor.executePendingMigrations();
    const names = applied.map((migration) => migration.name);
    if (names.length > 0) log.info('database.migrated', { migrations: names });
    return names;
  });
}

/** Undoes the newest applied migration and returns its name, or undefined when none is applied. */
export async function migrateDown(dataSource: DataSource, log: EventLog): Promise<string | undefined> {
  return underMigrationLock(dataSource, log, async (executor) => {
    const newest = (await listStatus(dataSource, executor)).findLast((migration) => migration.applied);
    if (newest === undefined) return undefined;
    await executor.undoLastMigration();
    log.info('database.rolled_back', { migration: newest.name });
    return newest.name;
  });
}

/** All known migrations, oldest first, and whether each is applied. */
export async function migrationStatus(dataSource: DataSource): Promise<MigrationStatus[]> {
  const runner = dataSource.createQueryRunner();
  try {
    return await listStatus(dataSource, new MigrationExecutor(dataSource, runner));
  } finally {
    await runner.release();
  }
}

async function listStatus(dataSource: DataSource, executor: MigrationExecutor): Promise<MigrationStatus[]> {
  const pending = new Set((await executor.getPendingMigrations()).map((migration) => migration.name));
  return dataSource.migrations.map((migration) => {
    const name = migration.name ?? migration.constructor.name;
    return { name, applied: !pending.has(name) };
  });
}

/**
 * Lock, migrations and unlock share one connection: the lock belongs to it (and ends with it if the process dies), and
 * the embedded database has only one. Polled, so that waiting can be told and given up.
 */
async function underMigrationLock<T>(
  dataSource: DataSource,
  log: EventLog,
  work: (executor: MigrationExecutor) => Promise<T>,
): Promise<T> {
  const patient = await openPatient(dataSource);
  const runner = patient.source.createQueryRunner();
  try {
    await waitForLock(runner, log);
    try {
      return await work(new MigrationExecutor(patient.source, runner));
    } finally {
      await runner.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    }
  } finally {
    await runner.release();
    await patient.close();
  }
}

async function waitForLock(runner: QueryRunner, log: EventLog): Promise<void> {
  const giveUpAt = Date.now() + LOCK_WAIT_MS;
  for (let attempt = 0; ; attempt += 1) {
    const rows = (await runner.query('SELECT pg_try_advisory_lock($1) AS locked', [MIGRATION_LOCK])) as {
      locked: boolean;
    }[];
    if (rows[0]?.locked === true) return;
    if (attempt === 0) log.info('database.migration_waiting', { for: 'another process that migrates' });
    if (Date.now() > giveUpAt) {
      throw new StartupError(
        'databaseUnavailable',
        'Another process has been migrating the database for two minutes; try again when it is done.',
      );
    }
    await new Promise<void>((resolve) => {
      setTimeout(resolve, LOCK_POLL_MS);
    });
  }
}
