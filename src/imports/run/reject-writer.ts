import { type DataSource, type EntityManager } from 'typeorm';
import { type RowFinding } from '../import-dataset.js';

export interface Reject {
  row_number: number;
  column_name: string | null;
  value: string;
  code: string;
  suggestion: string | null;
}

const BATCH = 1_000;
const MAX_VALUE_CHARS = 1_000;

/** Keeps why rows were quarantined, a statement for a thousand of them. */
export class RejectWriter {
  private batch: Reject[] = [];

  constructor(
    private readonly source: Pick<DataSource, 'query'>,
    private readonly fileId: string,
  ) {}

  /** A promise only where the writer must be waited for. */
  add(row: number, findings: readonly RowFinding[]): Promise<void> | undefined {
    for (const { code, column, value, suggestion } of findings) {
      const text = value.slice(0, MAX_VALUE_CHARS).replaceAll('\0', '\ufffd').toWellFormed();
      this.batch.push({ row_number: row, column_name: column, value: text, code, suggestion: suggestion ?? null });
    }
    return this.batch.length < BATCH ? undefined : this.flush();
  }

  async flush(): Promise<void> {
    const rejects = this.batch;
    this.batch = [];
    await insertRejects(this.source, this.fileId, rejects);
  }
}

export async function insertRejects(
  source: Pick<DataSource | EntityManager, 'query'>,
  fileId: string,
  rejects: readonly Reject[],
): Promise<void> {
  if (rejects.length === 0) return;
  await source.query(
    `INSERT INTO import_rejects (file_id, row_number, column_name, value, code, suggestion)
     SELECT $1::uuid, row_number, column_name, value, code, suggestion FROM jsonb_to_recordset($2::jsonb)
       AS r(row_number integer, column_name text, value text, code text, suggestion text)`,
    [fileId, JSON.stringify(rejects)],
  );
}
