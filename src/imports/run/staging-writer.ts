import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { from as copyFrom, type CopyStreamQuery } from 'pg-copy-streams';
import { type ClientBase } from 'pg';
import { type DataSource, type QueryRunner } from 'typeorm';
import { type StagedValue } from '../import-dataset.js';
import { encodeCopyLine } from './encode-copy-line.js';

/** Takes clean rows one by one; `end` returns when all of them are in the table. */
export interface StagingWriter {
  /** A promise only where the writer must be waited for. */
  write(values: readonly StagedValue[]): Promise<void> | undefined;
  end(): Promise<void>;
  /** Gives up what was begun; never throws. */
  abort(): Promise<void>;
}

export interface StagingColumns {
  staging: string;
  columns: readonly { name: string; type: string }[];
}

const COPY_BUFFER_BYTES = 64 * 1024;
/** Of one UTF-16 unit in UTF-8. */
const MAX_BYTES_PER_UNIT = 3;
const BATCH_ROWS = 1_000;

/** On a server: one COPY, with the server's back pressure. */
export class CopyWriter implements StagingWriter {
  /** Bytes, because a text grown by thousands of pieces keeps them all alive until it is sent. */
  private buffer = Buffer.allocUnsafe(COPY_BUFFER_BYTES);
  private used = 0;

  private constructor(
    private readonly runner: QueryRunner,
    private readonly stream: CopyStreamQuery,
  ) {
    // What goes wrong is thrown by the next write or the end; without a listener it would end the process.
    stream.on('error', () => undefined);
  }

  static async open(source: DataSource, { staging, columns }: StagingColumns): Promise<CopyWriter> {
    const runner = source.createQueryRunner();
    const client = (await runner.connect()) as ClientBase;
    const names = columns.map(({ name }) => name).join(', ');
    return new CopyWriter(runner, client.query(copyFrom(`COPY ${staging} (${names}) FROM STDIN`)));
  }

  write(values: readonly StagedValue[]): Promise<void> | undefined {
    const line = encodeCopyLine(values);
    const most = line.length * MAX_BYTES_PER_UNIT;
    if (this.used + most <= COPY_BUFFER_BYTES) {
      this.used += this.buffer.write(line, this.used);
      return undefined;
    }
    return this.flush(line);
  }

  async end(): Promise<void> {
    try {
      await this.flush();
      this.stream.end();
      await finished(this.stream);
    } finally {
      await this.runner.release();
    }
  }

  async abort(): Promise<void> {
    const closed = finished(this.stream).catch(() => undefined);
    this.stream.destroy(new Error('The import was stopped.'));
    await closed;
    await this.runner.release();
  }

  /** Sends what is waiting and the line that had no more room beside it. */
  private async flush(line = ''): Promise<void> {
    if (this.stream.errored !== null) throw this.stream.errored;
    const waiting = this.buffer.subarray(0, this.used);
    this.buffer = Buffer.allocUnsafe(COPY_BUFFER_BYTES);
    this.used = 0;
    this.stream.cork();
    this.stream.write(waiting);
    const isReady = this.stream.write(Buffer.from(line));
    this.stream.uncork();
    if (!isReady) await once(this.stream, 'drain');
  }
}

/** On the embedded database, where COPY has no way in: statements of a thousand rows, between which others get their turn. */
export class BatchWriter implements StagingWriter {
  private batch: Record<string, StagedValue>[] = [];
  private readonly statement: string;

  constructor(
    private readonly source: DataSource,
    private readonly target: StagingColumns,
  ) {
    const { staging, columns } = target;
    const typed = columns.map(({ name, type }) => `${name} ${type}`).join(', ');
    const names = columns.map(({ name }) => name).join(', ');
    this.statement = `INSERT INTO ${staging} (${names}) SELECT ${names} FROM jsonb_to_recordset($1::jsonb) AS r(${typed})`;
  }

  write(values: readonly StagedValue[]): Promise<void> | undefined {
    this.batch.push(Object.fromEntries(this.target.columns.map(({ name }, at) => [name, values[at] ?? null])));
    return this.batch.length < BATCH_ROWS ? undefined : this.flush();
  }

  async end(): Promise<void> {
    if (this.batch.length > 0) await this.flush();
  }

  abort(): Promise<void> {
    this.batch = [];
    return Promise.resolve();
  }

  private async flush(): Promise<void> {
    const rows = JSON.stringify(this.batch);
    this.batch = [];
    await this.source.query(this.statement, [rows]);
  }
}
