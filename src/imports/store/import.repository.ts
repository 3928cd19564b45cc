import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type FileReport } from '../report/file-report.js';
import { type ImportStatus, type OnMalformed } from './import.entity.js';

export interface StoredImport {
  import_id: string;
  status: ImportStatus;
  dataset: string | null;
  dry_run: boolean;
  on_malformed: OnMalformed;
  rows_read: number;
  rows_total: number | null;
  attempts: number;
  created_at: Date;
  finished_at: Date | null;
}

export interface StoredFile {
  file_id: string;
  name: string;
  size_bytes: string;
  dataset: string | null;
  status: ImportStatus;
  report: FileReport | null;
}

export interface NewFile {
  fileId: string;
  name: string;
  sizeBytes: number;
  sha256: string;
}

export interface NewImport {
  importId: string;
  dataset: string | null;
  dryRun: boolean;
  onMalformed: OnMalformed;
  files: readonly NewFile[];
}

export interface FileOutcome {
  fileId: string;
  dataset: string | null;
  report: FileReport;
}

const COLUMNS = `import_id, status, dataset, dry_run, on_malformed, rows_read, rows_total, attempts, created_at, finished_at`;

/** Rows of `imports` and `import_files`; every change of a running import asks whether the run is still the one that owns it. */
@Injectable()
export class ImportRepository {
  constructor(private readonly dataSource: DataSource) {}

  async create({ importId, dataset, dryRun, onMalformed, files }: NewImport, manager: EntityManager): Promise<void> {
    await manager.query('INSERT INTO imports (import_id, dataset, dry_run, on_malformed) VALUES ($1, $2, $3, $4)', [
      importId,
      dataset,
      dryRun,
      onMalformed,
    ]);
    for (const [ordinal, file] of files.entries()) {
      await manager.query(
        'INSERT INTO import_files (file_id, import_id, ordinal, name, size_bytes, sha256) VALUES ($1, $2, $3, $4, $5, $6)',
        [file.fileId, importId, ordinal, file.name, file.sizeBytes, file.sha256],
      );
    }
  }

  async find(importId: string): Promise<StoredImport | undefined> {
    const [row] = await this.dataSource.query<StoredImport[]>(`SELECT ${COLUMNS} FROM imports WHERE import_id = $1`, [
      importId,
    ]);
    return row;
  }

  listFiles(importId: string, source: Pick<EntityManager, 'query'> = this.dataSource): Promise<StoredFile[]> {
    return source.query<StoredFile[]>(
      'SELECT file_id, name, size_bytes, dataset, status, report FROM import_files WHERE import_id = $1 ORDER BY ordinal',
      [importId],
    );
  }

  /** Takes an open import for this run; undefined when it has ended. What an earlier run found is forgotten. */
  async begin(importId: string, runToken: string): Promise<StoredImport | undefined> {
    return this.dataSource.transaction(async (manager) => {
      const [taken] = await manager.query<[StoredImport[], number]>(
        `UPDATE imports SET status = 'running', run_token = $2, attempts = attempts + 1, rows_read = 0, rows_total = NULL
         WHERE import_id = $1 AND status IN ('queued', 'running') RETURNING ${COLUMNS}`,
        [importId, runToken],
      );
      // One that has ended keeps what it found: a job may be delivered twice.
      if (taken[0] === undefined) return undefined;
      await manager.query(
        'DELETE FROM import_rejects WHERE file_id IN (SELECT file_id FROM import_files WHERE import_id = $1)',
        [importId],
      );
      return taken[0];
    });
  }

  async saveProgress(importId: string, runToken: string, rowsRead: number, rowsTotal: number | null): Promise<void> {
    await this.dataSource.query(
      'UPDATE imports SET rows_read = $3, rows_total = $4 WHERE import_id = $1 AND run_token = $2',
      [importId, runToken, rowsRead, rowsTotal],
    );
  }

  /** Whether the run still owns the import; until the transaction ends no other can take it. */
  async isOwner(importId: string, runToken: string, manager: EntityManager): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      "SELECT 1 FROM imports WHERE import_id = $1 AND run_token = $2 AND status = 'running' FOR UPDATE",
      [importId, runToken],
    );
    return rows.length > 0;
  }

  /** Writes the outcome of all files and lets the uploaded bytes go. */
  async conclude(importId: string, outcomes: readonly FileOutcome[], manager: EntityManager): Promise<void> {
    let rows = 0;
    for (const { fileId, dataset, report } of outcomes) {
      rows += report.rows_in;
      await manager.query('UPDATE import_files SET status = $2, dataset = $3, report = $4::jsonb WHERE file_id = $1', [
        fileId,
        report.status,
        dataset,
        toStorableJson(report),
      ]);
    }
    await manager.query(
      'DELETE FROM import_chunks WHERE file_id IN (SELECT file_id FROM import_files WHERE import_id = $1)',
      [importId],
    );
    await manager.query(
      'UPDATE imports SET status = $2, rows_read = $3, rows_total = $3, finished_at = now() WHERE import_id = $1',
      [importId, statusOf(outcomes), rows],
    );
  }

  /** Gives an import back that was stopped half-way: it begins anew, and the stop was not its fault. */
  async release(importId: string, runToken: string): Promise<void> {
    await this.dataSource.query(
      `UPDATE imports SET status = 'queued', attempts = GREATEST(attempts - 1, 0), rows_read = 0
       WHERE import_id = $1 AND run_token = $2 AND status = 'running'`,
      [importId, runToken],
    );
  }

  async listOpen(): Promise<string[]> {
    const rows = await this.dataSource.query<{ import_id: string }[]>(
      "SELECT import_id FROM imports WHERE status IN ('queued', 'running') ORDER BY created_at LIMIT 100",
    );
    return rows.map(({ import_id }) => import_id);
  }

  /** Locks the import's row and answers its status. */
  async lock(importId: string, manager: EntityManager): Promise<StoredImport | undefined> {
    const [row] = await manager.query<StoredImport[]>(
      `SELECT ${COLUMNS} FROM imports WHERE import_id = $1 FOR UPDATE`,
      [importId],
    );
    return row;
  }

  async markRolledBack(importId: string, manager: EntityManager): Promise<void> {
    await manager.query("UPDATE imports SET status = 'rolled_back' WHERE import_id = $1", [importId]);
    await manager.query("UPDATE import_files SET status = 'rolled_back' WHERE import_id = $1 AND status <> 'failed'", [
      importId,
    ]);
  }
}

/** A report quotes the file, and a file may hold what no column can. */
function toStorableJson(report: FileReport): string {
  return JSON.stringify(report, (_key, value: unknown) =>
    typeof value === 'string' ? value.replaceAll('\0', '\ufffd').toWellFormed() : value,
  );
}

/** Failed when no file remains; with rejects when anything was refused, be it a row or a file. */
export function statusOf(outcomes: readonly FileOutcome[]): ImportStatus {
  const statuses = outcomes.map(({ report }) => report.status);
  if (statuses.every((status) => status === 'failed')) return 'failed';
  return statuses.every((status) => status === 'completed') ? 'completed' : 'completed_with_rejects';
}
