import { type DataSource } from 'typeorm';

export interface Progress {
  rowsRead: number;
  /** null until every file was looked through once. */
  rowsTotal: number | null;
}

/** Where one run of an import works, and how it is watched and stopped. */
export interface RunControl {
  /** The run's own database: on a server one connection without the bounds of requests, and busy while it copies. */
  work: DataSource;
  /** The application's: for what must be seen while the run works. The same as `work` on the embedded database. */
  side: DataSource;
  isServer: boolean;
  signal: AbortSignal;
  maxRows: number;
  /** Counts rows of the second pass; a promise only when somebody has to be told. */
  sawRows(count: number): Promise<void> | undefined;
}
