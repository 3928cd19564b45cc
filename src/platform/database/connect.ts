import { DataSource, type DataSourceOptions } from 'typeorm';
import { StartupError } from '../startup-error.js';

const MIN_SERVER_VERSION = 150_000;

/**
 * An open connection to a database that is new enough.
 * @throws StartupError `databaseUnavailable` that says where was knocked and what came back, without credentials
 */
export async function connect(options: DataSourceOptions): Promise<DataSource> {
  const dataSource = new DataSource(options);
  const address =
    'url' in options && options.url !== undefined ? describeAddress(options.url) : 'the embedded database';
  try {
    await dataSource.initialize();
  } catch (error) {
    throw new StartupError(
      'databaseUnavailable',
      `The database at ${address} cannot be used: ${describeFault(error)}.`,
      {
        cause: error,
      },
    );
  }
  const rows = await dataSource.query<{ version: number }[]>(
    "SELECT current_setting('server_version_num')::int AS version",
  );
  const version = rows[0]?.version ?? 0;
  if (version < MIN_SERVER_VERSION) {
    await dataSource.destroy();
    throw new StartupError(
      'databaseUnavailable',
      `The database at ${address} is too old: PostgreSQL 15 or newer is needed.`,
    );
  }
  return dataSource;
}

function describeAddress(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port || '5432'}${pathname}`;
}

const REASONS: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there; start it or correct DATABASE_URL',
  ENOTFOUND: 'the host name is unknown; correct DATABASE_URL',
  EAI_AGAIN: 'the host name cannot be resolved right now',
  ETIMEDOUT: 'it did not answer in time',
  '28P01': 'user or password is wrong',
  '28000': 'the user may not log in',
  '3D000': 'that database does not exist',
  '53300': 'it has no connection left',
  '57P03': 'it is still starting',
};

function describeFault(error: unknown): string {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const known = code === undefined ? undefined : REASONS[code];
  if (known !== undefined) return known;
  return error instanceof Error && error.message.includes('timeout')
    ? 'it did not answer in time'
    : `error ${code ?? 'unknown'}`;
}
