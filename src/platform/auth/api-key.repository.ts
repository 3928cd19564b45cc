import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type ApiKeyRow } from './api-key.entity.js';

const COLUMNS = 'key_id, name, secret_hash, scopes, user_id, created_at, last_used_at, revoked_at';

/** The table of API keys. */
@Injectable()
export class ApiKeyRepository {
  constructor(private readonly dataSource: DataSource) {}

  async insert(key: Omit<ApiKeyRow, 'last_used_at' | 'revoked_at'>): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO api_keys (key_id, name, secret_hash, scopes, user_id, created_at) VALUES ($1, $2, $3, $4, $5, $6)`,
      [key.key_id, key.name, key.secret_hash, key.scopes, key.user_id, key.created_at],
    );
  }

  async find(keyId: string): Promise<ApiKeyRow | undefined> {
    const rows: ApiKeyRow[] = await this.dataSource.query(`SELECT ${COLUMNS} FROM api_keys WHERE key_id = $1`, [keyId]);
    return rows[0];
  }

  /** Oldest first, revoked ones too. */
  async listAfter(after: readonly [Date, string] | undefined, limit: number): Promise<ApiKeyRow[]> {
    return this.dataSource.query(
      `SELECT ${COLUMNS} FROM api_keys
        WHERE $1::timestamptz IS NULL OR (created_at, key_id) > ($1::timestamptz, $2::text)
        ORDER BY created_at, key_id LIMIT $3`,
      [after?.[0] ?? null, after?.[1] ?? null, limit],
    );
  }

  /** Whether there is such a key; revoking again keeps the first time. */
  async revoke(keyId: string, at: Date): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      `WITH revoked AS (
         UPDATE api_keys SET revoked_at = coalesce(revoked_at, $2::timestamptz) WHERE key_id = $1 RETURNING 1
       ) SELECT 1 FROM revoked`,
      [keyId, at],
    );
    return rows.length > 0;
  }

  async recordUse(keyId: string, at: Date): Promise<void> {
    await this.dataSource.query(
      `UPDATE api_keys SET last_used_at = $2::timestamptz
        WHERE key_id = $1 AND (last_used_at IS NULL OR last_used_at < $2::timestamptz - interval '1 minute')`,
      [keyId, at],
    );
  }
}
