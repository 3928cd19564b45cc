import { type PGlite } from '@electric-sql/pglite';
import { type DataSourceOptions } from 'typeorm';
import { migrations } from '../../../migrations/index.js';
import { type AppConfig } from '../config/app-config.js';
import { type EventLog } from '../logging/event-log.js';

const common = {
  type: 'postgres',
  migrations,
  migrationsTableName: 'schema_migrations',
  migrationsTransactionMode: 'each',
  installExtensions: false,
  synchronize: false,
  logging: false,
} as const;

/** Options for a PostgreSQL server: everything that can wait has a bound. */
export function serverOptions(url: string, database: AppConfig['database'], log: EventLog): DataSourceOptions {
  return {
    ...common,
    url,
    connectTimeoutMS: database.connectionTimeoutMs,
    poolErrorHandler: (error: unknown) => {
      log.warn('database.connection_lost', {}, error);
    },
    extra: {
      max: database.poolMax,
      connectionTimeoutMillis: database.connectionTimeoutMs,
      // The server cancels first; the client's own bound catches a server that hangs.
      statement_timeout: database.queryTimeoutMs,
      query_timeout: database.queryTimeoutMs + 1_000,
      idle_in_transaction_session_timeout: database.queryTimeoutMs,
      idleTimeoutMillis: 30_000,
      keepAlive: true,
      application_name: 'rapport',
    },
  };
}

/** Options for the embedded database. More than one connection crashes it. */
export async function embeddedOptions(pglite: PGlite): Promise<DataSourceOptions> {
  const { createPgConfig } = await import('@electric-sql/pglite/node-postgres');
  return { ...common, extra: Object.assign(createPgConfig(pglite), { max: 1 }) };
}
