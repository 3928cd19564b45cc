import { type Pool, type PoolClient, type QueryConfig } from 'pg';
import { QueryFailedError, type DataSource } from 'typeorm';
import { type PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';

/**
 * Runs a named prepared statement: parsed and planned once a connection, which for a statement with many parts costs more
 * than running it. Arrays of primitives travel as PostgreSQL arrays, objects as JSON.
 * @param statement `name` must belong to this text alone, whatever else the process prepares
 * @throws QueryFailedError as every query of TypeORM does
 */
export async function queryPrepared<Row>(
  dataSource: DataSource,
  statement: Required<Pick<QueryConfig<unknown[]>, 'name' | 'text' | 'values'>>,
): Promise<Row[]> {
  try {
    const pool = (dataSource.driver as PostgresDriver).master as Pool;
    const result = pool.options.max === 1 ? await onOnlyConnection(dataSource, statement) : await pool.query(statement);
    return result.rows as Row[];
  } catch (error) {
    throw error instanceof Error ? new QueryFailedError(statement.name, undefined, error) : error;
  }
}

/** The embedded database has one connection, which only TypeORM may hand out: after an error, the pool would not give it back whole. */
async function onOnlyConnection(dataSource: DataSource, statement: QueryConfig): Promise<{ rows: unknown[] }> {
  const runner = dataSource.createQueryRunner();
  try {
    const client = (await runner.connect()) as PoolClient;
    return await client.query<Record<string, unknown>>(statement);
  } finally {
    await runner.release();
  }
}
