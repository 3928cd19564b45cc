import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ProblemError } from '../errors/problem-error.js';
import { type IdempotencyRequest } from './idempotency-key.js';
import { settleIdempotency, type IdempotencyVerdict } from './settle-idempotency.js';

/** What a piece of work answers: commits together with its effect. */
export interface WorkAnswer<T> {
  status: number;
  body: T;
  /** Set it when the answer repeats texts of a conversation, so that deleting that purges this. */
  conversationId?: string;
}

export interface IdempotentAnswer<T> {
  status: number;
  body: T;
  replayed: boolean;
}

/** How long an answer is kept. */
export const IDEMPOTENCY_TTL_HOURS = 24;

interface StoredRow {
  request_hash: string;
  status: 'running' | 'complete';
  response_status: number | null;
  response: unknown;
  expires_at: Date;
}

/** Keeps answers under their callers' keys. The turn keeps its own row in its own SQL; everything else works through `run`. */
@Injectable()
export class IdempotencyService {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Does the work once per key. Its writes and its stored answer are one transaction: when it throws, the key is free again.
   * @param request null: no key was sent, the work simply runs in a transaction
   * @throws ProblemError `idempotency_in_progress` (409), `idempotency_key_reused` (422)
   */
  async run<T>(
    request: IdempotencyRequest | null,
    work: (manager: EntityManager) => Promise<WorkAnswer<T>>,
  ): Promise<IdempotentAnswer<T>> {
    return this.dataSource.transaction(async (manager) => {
      if (request === null) return { ...(await work(manager)), replayed: false };
      await lockKey(manager, request);
      const stored = await findRow(manager, request);
      refuse(verdictOn(stored, request));
      if (stored !== undefined && verdictOn(stored, request) === 'replay') {
        return { status: stored.response_status ?? 200, body: stored.response as T, replayed: true };
      }
      const answer = await work(manager);
      await storeAnswer(manager, request, answer);
      return { status: answer.status, body: answer.body, replayed: false };
    });
  }

  /** Deletes what nobody can ask for any more. Expired ones stay a day: a retry still learns from them what its dead turn left. */
  async purgeExpired(): Promise<void> {
    await this.dataSource.query("DELETE FROM idempotency_keys WHERE expires_at < now() - interval '1 day'");
  }
}

/** The fault of a verdict that forbids the work; nothing for `proceed` and `replay`. */
export function refuse(verdict: IdempotencyVerdict): void {
  if (verdict === 'conflict') {
    throw new ProblemError('idempotency_in_progress', 'A request with this Idempotency-Key is still running.', {
      retryAfterSeconds: 1,
    });
  }
  if (verdict === 'reused') {
    throw new ProblemError('idempotency_key_reused', 'This Idempotency-Key was used with another request.');
  }
}

/**
 * Two requests at once: a lock instead of the row, because the second would otherwise wait inside its INSERT with a
 * connection in hand. The embedded database has one connection, there the second simply comes later.
 */
async function lockKey(manager: EntityManager, { scope, key }: IdempotencyRequest): Promise<void> {
  const rows: { locked: boolean }[] = await manager.query(
    'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 7203)) AS locked',
    [`${scope}\n${key}`],
  );
  if (rows[0]?.locked !== true) refuse('conflict');
}

async function findRow(manager: EntityManager, { scope, key }: IdempotencyRequest): Promise<StoredRow | undefined> {
  const rows: StoredRow[] = await manager.query(
    `SELECT request_hash, status, response_status, response, expires_at
       FROM idempotency_keys WHERE scope = $1 AND key = $2 AND expires_at > now()`,
    [scope, key],
  );
  return rows[0];
}

function verdictOn(stored: StoredRow | undefined, request: IdempotencyRequest): IdempotencyVerdict {
  // The query has left out what expired by the database's clock; the process's own must not judge it again.
  const record = stored && { requestHash: stored.request_hash, status: stored.status, expiresAt: stored.expires_at };
  return settleIdempotency(record, request.requestHash, new Date(0));
}

async function storeAnswer(
  manager: EntityManager,
  request: IdempotencyRequest,
  answer: WorkAnswer<unknown>,
): Promise<void> {
  await manager.query(
    `INSERT INTO idempotency_keys
       (scope, key, request_hash, status, response_status, response, conversation_id, created_at, expires_at)
     VALUES ($1, $2, $3, 'complete', $4, $5::jsonb, $6, now(), now() + make_interval(hours => $7::int))
     ON CONFLICT (scope, key) DO UPDATE SET
       request_hash = excluded.request_hash, status = excluded.status, response_status = excluded.response_status,
       response = excluded.response, conversation_id = excluded.conversation_id,
       created_at = excluded.created_at, expires_at = excluded.expires_at`,
    [
      request.scope,
      request.key,
      request.requestHash,
      answer.status,
      JSON.stringify(answer.body ?? null),
      answer.conversationId ?? null,
      IDEMPOTENCY_TTL_HOURS,
    ],
  );
}
