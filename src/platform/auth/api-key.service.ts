import { Injectable } from '@nestjs/common';
import { toPage, type Page } from '../../shared/cursor-page.js';
import { readCursorInstant } from '../http/read-cursor-instant.js';
import { badCursor, readCursor } from '../http/page-query.dto.js';
import { ProblemError } from '../errors/problem-error.js';
import { EventLog } from '../logging/event-log.js';
import { type ApiKeyRow } from './api-key.entity.js';
import { ApiKeyRepository } from './api-key.repository.js';
import { type Caller, type Scope } from './caller.js';
import { equalsInConstantTime, formatKey, hashSecret, makeKeyParts, parseKey } from './key-text.js';

export interface NewApiKey {
  name: string;
  scopes: Scope[];
  /** Binds the key to one user. */
  userId: string | null;
}

const USE_RECORDED_EVERY_MS = 60_000;
/** What an unknown key is compared with, so that it takes as long as a known one. */
const NO_SECRET = hashSecret('');

/** Makes, lists, revokes and recognises API keys. */
@Injectable()
export class ApiKeyService {
  constructor(
    private readonly keys: ApiKeyRepository,
    private readonly log: EventLog,
  ) {}

  /**
   * @returns the row and the key's text, which is nowhere else and cannot be asked for again
   * @throws ProblemError `validation_failed` for an administrator bound to a user
   */
  async create({ name, scopes, userId }: NewApiKey): Promise<{ key: string; record: ApiKeyRow }> {
    if (userId !== null && scopes.includes('admin')) {
      throw new ProblemError('validation_failed', 'A key with the scope "admin" cannot be bound to a user.', {
        errors: [
          { pointer: '/user_id', code: 'admin_bound', message: 'cannot be set together with the scope "admin"' },
        ],
      });
    }
    const parts = makeKeyParts();
    const record = {
      key_id: parts.keyId,
      name,
      secret_hash: hashSecret(parts.secret),
      scopes: [...new Set(scopes)],
      user_id: userId,
      created_at: new Date(),
    };
    await this.keys.insert(record);
    this.log.info('key.created', { key_id: parts.keyId, scopes: record.scopes });
    return { key: formatKey(parts), record: { ...record, last_used_at: null, revoked_at: null } };
  }

  async list(limit: number, cursor?: string): Promise<Page<ApiKeyRow>> {
    const rows = await this.keys.listAfter(readKeyCursor(cursor), limit + 1);
    return toPage(rows, limit, (row) => [row.created_at.toISOString(), row.key_id]);
  }

  /** @throws ProblemError `not_found` */
  async revoke(keyId: string): Promise<void> {
    if (!(await this.keys.revoke(keyId, new Date()))) throw new ProblemError('not_found', 'There is no such key.');
    this.log.info('key.revoked', { key_id: keyId });
  }

  /** Who holds this key; undefined for one that is unknown, wrong or revoked. */
  async authenticate(presented: string): Promise<Caller | undefined> {
    const parts = parseKey(presented);
    const row = parts && (await this.keys.find(parts.keyId));
    const matches = equalsInConstantTime(hashSecret(parts?.secret ?? ''), row?.secret_hash ?? NO_SECRET);
    if (row === undefined || !matches || row.revoked_at !== null) return undefined;
    this.recordUse(row);
    return { keyId: row.key_id, scopes: row.scopes, boundUserId: row.user_id, idempotencyScope: `key:${row.key_id}` };
  }

  /** Beside the request, not in it: nobody waits for this write, and its failure refuses nobody. */
  private recordUse(row: ApiKeyRow): void {
    const now = new Date();
    if (row.last_used_at !== null && now.getTime() - row.last_used_at.getTime() < USE_RECORDED_EVERY_MS) return;
    this.keys.recordUse(row.key_id, now).catch((error: unknown) => {
      this.log.warn('key.use_not_recorded', { key_id: row.key_id }, error);
    });
  }
}

function readKeyCursor(cursor: string | undefined): readonly [Date, string] | undefined {
  const key = readCursor(cursor, 2);
  if (key === undefined) return undefined;
  const createdAt = readCursorInstant(key[0]);
  if (createdAt === undefined || typeof key[1] !== 'string') throw badCursor();
  return [createdAt, key[1]];
}
