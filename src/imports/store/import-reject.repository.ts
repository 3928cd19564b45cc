import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type FindingCode } from '../import-dataset.js';

export interface StoredReject {
  reject_id: string;
  ordinal: number;
  file: string;
  row_number: number;
  column_name: string | null;
  value: string;
  code: FindingCode;
  suggestion: string | null;
}

const PAGE = 2_000;

/** Why rows were quarantined. */
@Injectable()
export class ImportRejectRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** All of an import, by file and row, a page at a time. */
  async *listPages(importId: string): AsyncGenerator<StoredReject[], void> {
    let after: [number, number, string] = [-1, -1, '0'];
    for (;;) {
      const page = await this.dataSource.query<StoredReject[]>(
        `SELECT r.reject_id, f.ordinal, f.name AS file, r.row_number, r.column_name, r.value, r.code, r.suggestion
         FROM import_rejects r JOIN import_files f ON f.file_id = r.file_id
         WHERE f.import_id = $1 AND (f.ordinal, r.row_number, r.reject_id) > ($2::integer, $3::integer, $4::bigint)
         ORDER BY f.ordinal, r.row_number, r.reject_id LIMIT ${PAGE}`,
        [importId, ...after],
      );
      const last = page.at(-1);
      if (last === undefined) return;
      yield page;
      after = [last.ordinal, last.row_number, last.reject_id];
    }
  }

  /** What SQL found inside a transaction that will be taken back, a page at a time. */
  async *listNewPages(
    fileId: string,
    afterRejectId: string,
    manager: EntityManager,
  ): AsyncGenerator<Omit<StoredReject, 'ordinal' | 'file'>[], void> {
    let after = afterRejectId;
    for (;;) {
      const page = await manager.query<Omit<StoredReject, 'ordinal' | 'file'>[]>(
        `SELECT reject_id, row_number, column_name, value, code, suggestion FROM import_rejects
         WHERE file_id = $1 AND reject_id > $2::bigint ORDER BY reject_id LIMIT ${PAGE}`,
        [fileId, after],
      );
      const last = page.at(-1);
      if (last === undefined) return;
      yield page;
      after = last.reject_id;
    }
  }
}
