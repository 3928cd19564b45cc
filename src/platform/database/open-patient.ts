import { DataSource } from 'typeorm';

/** Work that may take longer than any answer should: the same database on one connection without the bounds of requests. */
export interface PatientDatabase {
  source: DataSource;
  /** False on the embedded database, which has one connection for everybody and no bounds: `source` is the given one then. */
  isServer: boolean;
  close(): Promise<void>;
}

/** The connection stays open while nothing is asked of it: session locks live as long as it does. */
export async function openPatient(dataSource: DataSource): Promise<PatientDatabase> {
  const extra = dataSource.options.extra as { max?: number } | undefined;
  if (extra?.max === 1) return { source: dataSource, isServer: false, close: () => Promise.resolve() };
  const unbounded = {
    max: 1,
    query_timeout: 0,
    statement_timeout: 0,
    idle_in_transaction_session_timeout: 0,
    idleTimeoutMillis: 0,
  };
  const options = { ...dataSource.options, entities: [], extra: { ...extra, ...unbounded } };
  const source = await new DataSource(options).initialize();
  return { source, isServer: true, close: () => source.destroy() };
}
