import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ProblemError } from '../../platform/index.js';

const TABLE_NAME = /^[a-z_]+$/;

/** The tables whose rows may be counted by name. Each module names its own, so nothing else can be asked for. */
@Injectable()
export class RowCounts {
  private readonly tables = new Set<string>();

  constructor(private readonly dataSource: DataSource) {}

  /** @throws Error for a name that is not a plain identifier */
  register(...tables: string[]): void {
    for (const table of tables) {
      if (!TABLE_NAME.test(table)) throw new Error(`"${table}" is not the name of a table.`);
      this.tables.add(table);
    }
  }

  /** @throws ProblemError `not_found` for a table that nobody registered */
  async count(table: string): Promise<number> {
    if (!this.tables.has(table)) {
      throw new ProblemError('not_found', `There is no such table; there are ${[...this.tables].sort().join(', ')}.`);
    }
    const rows = await this.dataSource.query<{ rows: string }[]>(`SELECT count(*) AS rows FROM ${table}`);
    return Number(rows[0]?.rows ?? 0);
  }
}
