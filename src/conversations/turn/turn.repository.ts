import { Inject, Injectable } from '@nestjs/common';
import { DataSource, QueryFailedError } from 'typeorm';
import { mapCustomerRow, readCustomerReference, type Customer, type CustomerRow } from '../../customers/index.js';
import { APP_CONFIG, IDEMPOTENCY_TTL_HOURS, type AppConfig, type IdempotencyRequest } from '../../platform/index.js';
import { CLOSE_TURN } from './close-turn.statement.js';
import { OPEN_TURN } from './open-turn.statement.js';

export interface TurnOpening {
  channel: 'sales' | 'shop';
  /** undefined: a new conversation. */
  conversationId: string | undefined;
  newConversationId: string;
  userMessageId: string;
  assistantMessageId: string;
  leaseToken: string;
  leaseMs: number;
  content: string;
  sender: string;
  title: string;
  preview: string;
  /** What the caller named as the prospect, or the shop's id of its user. */
  reference: string | null;
  boundUserId: string | null;
  idempotency: IdempotencyRequest | null;
  historyLimit: number;
}

export interface StoredMessage {
  seq: number;
  role: 'user' | 'assistant';
  content: string;
  status: 'running' | 'complete' | 'aborted' | 'failed';
}

export interface PriorKey {
  requestHash: string;
  status: 'running' | 'complete';
  response: unknown;
  expired: boolean;
}

/** What an opening found. Exactly one of the outcomes: opened, a key that was there before, or why neither. */
export type TurnOpened =
  | {
      outcome: 'opened';
      conversationId: string;
      userId: string | null;
      customer: Customer | null;
      recent: StoredMessage[];
      lastSeq: number;
      /** What the conversation was about; empty for a new one. */
      slots: Record<string, unknown>;
    }
  | { outcome: 'known_key'; prior: PriorKey }
  | { outcome: 'key_race' }
  | { outcome: 'not_found' }
  | { outcome: 'unknown_user' }
  | { outcome: 'closed' }
  | { outcome: 'busy' };

/** Everything a turn writes when it ends; snake_case parts are columns of their tables. */
export interface TurnClosing {
  conversationId: string;
  leaseToken: string;
  userMessageId: string;
  assistantMessageId: string;
  status: 'complete' | 'aborted' | 'failed';
  content: string;
  preview: string | null;
  intent: string | null;
  intentConfidence: number | null;
  confidence: number | null;
  citations: readonly unknown[];
  claims: readonly unknown[];
  analysis: Record<string, unknown> | null;
  outputs: readonly Record<string, unknown>[];
  toolCalls: readonly Record<string, unknown>[];
  modelCalls: readonly Record<string, unknown>[];
  promptVersion: string;
  response: unknown;
  /** What the conversation is about from now on; null leaves it as it was. */
  slots: Record<string, unknown> | null;
  idempotency: IdempotencyRequest | null;
}

interface OpenTurnRow {
  prior_key: { request_hash: string; status: 'running' | 'complete'; response: unknown; expired: boolean } | null;
  existing: { is_active: boolean } | null;
  admitted: boolean;
  opened: { conversation_id: string; user_id: string | null; last_seq: number } | null;
  slots: Record<string, unknown> | null;
  customer: CustomerRow | null;
  recent: StoredMessage[];
}

/** How a turn meets the database: one statement to open it, one to close it. */
@Injectable()
export class TurnRepository {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  async open(opening: TurnOpening): Promise<TurnOpened> {
    const { idempotency, conversationId, newConversationId } = opening;
    let rows: OpenTurnRow[];
    try {
      rows = await OPEN_TURN.run<OpenTurnRow>(this.dataSource, {
        ...opening,
        ...readReference(opening.reference),
        ...keyColumns(idempotency),
        isNew: conversationId === undefined,
        flushLater: this.config.database.url !== null,
        conversationId: conversationId ?? newConversationId,
        requestHash: idempotency?.requestHash ?? null,
      });
    } catch (error) {
      if (isUniqueViolation(error, 'pk_idempotency_keys')) return { outcome: 'key_race' };
      throw error;
    }
    const [row] = rows;
    if (row === undefined) throw new Error('opening a turn answered no row');
    return toOutcome(row);
  }

  /** False when the lease was lost meanwhile (deadline passed, conversation deleted): then nothing was written. */
  async close({ idempotency, ...closing }: TurnClosing): Promise<boolean> {
    const rows = await CLOSE_TURN.run(this.dataSource, {
      ...closing,
      ...keyColumns(idempotency),
      citations: JSON.stringify(closing.citations),
      claims: JSON.stringify(closing.claims),
      outputs: JSON.stringify(closing.outputs),
      toolCalls: JSON.stringify(closing.toolCalls),
      modelCalls: JSON.stringify(closing.modelCalls),
      slots: closing.slots === null ? null : JSON.stringify(closing.slots),
      response: idempotency === null ? null : closing.response,
      keyKeptHours: IDEMPOTENCY_TTL_HOURS,
    });
    return rows.length > 0;
  }

  /** The newest messages, oldest first; for an opening that raced with a close and saw the conversation as it was before. */
  async listRecent(conversationId: string, beforeSeq: number, limit: number): Promise<StoredMessage[]> {
    const rows = await this.dataSource.query<StoredMessage[]>(
      `SELECT seq, role, content, status FROM messages WHERE conversation_id = $1 AND seq < $2 ORDER BY seq DESC LIMIT $3`,
      [conversationId, beforeSeq, limit],
    );
    return rows.reverse();
  }

  /**
   * Forgets a key whose time is over. If its turn died, the retry takes the place of what the dead turn left: its two
   * messages, or the conversation they began, as long as nothing came after them.
   */
  async dropExpiredKey({ scope, key }: IdempotencyRequest): Promise<void> {
    await this.dataSource.query(
      `WITH dropped AS (
         DELETE FROM idempotency_keys WHERE scope = $1 AND key = $2 AND expires_at <= now() RETURNING message_id, status),
       dead AS (
         SELECT m.conversation_id, m.seq FROM dropped d JOIN messages m USING (message_id)
         JOIN conversations c USING (conversation_id)
         WHERE d.status = 'running' AND m.status IN ('running', 'failed') AND c.last_seq = m.seq
           AND (c.lease_until IS NULL OR c.lease_until <= now())),
       emptied AS (
         DELETE FROM conversations c USING dead d WHERE c.conversation_id = d.conversation_id AND d.seq = 2),
       shortened AS (
         UPDATE conversations c SET last_seq = c.last_seq - 2, lease_token = NULL, lease_until = NULL
         FROM dead d WHERE c.conversation_id = d.conversation_id AND d.seq > 2 AND c.last_seq = d.seq
         RETURNING c.conversation_id, d.seq)
       DELETE FROM messages m USING shortened s WHERE m.conversation_id = s.conversation_id AND m.seq >= s.seq - 1`,
      [scope, key],
    );
  }

  /** Keeps conversation and idempotency key with a turn that takes long. */
  async renew(
    turn: Pick<TurnClosing, 'conversationId' | 'leaseToken' | 'assistantMessageId'>,
    leaseMs: number,
  ): Promise<void> {
    await this.dataSource.query(
      `WITH renewed AS (
         UPDATE conversations SET lease_until = now() + $3 * interval '1 millisecond'
         WHERE conversation_id = $1 AND lease_token = $2 RETURNING conversation_id)
       UPDATE idempotency_keys k SET expires_at = now() + $3 * interval '1 millisecond'
       FROM renewed r WHERE k.conversation_id = r.conversation_id AND k.message_id = $4 AND k.status = 'running'`,
      [turn.conversationId, turn.leaseToken, leaseMs, turn.assistantMessageId],
    );
  }

  /** Whether the conversation is still there. */
  async exists(conversationId: string): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>('SELECT 1 FROM conversations WHERE conversation_id = $1', [
      conversationId,
    ]);
    return rows.length > 0;
  }

  /**
   * Turns what a crash left running into `failed` and frees the leases. On the embedded database every lease is of a
   * dead process at start; on a server only those past their time are.
   * @returns the number of conversations freed
   */
  async failAbandoned(scope: 'all' | 'expired'): Promise<number> {
    const rows = await this.dataSource.query<{ freed: number }[]>(
      `WITH freed AS (
         UPDATE conversations SET lease_token = NULL, lease_until = NULL
         WHERE lease_until IS NOT NULL AND ($1 OR lease_until < now())
         RETURNING conversation_id, last_seq),
       failed AS (
         UPDATE messages m SET status = 'failed', completed_at = now()
         FROM freed f WHERE m.conversation_id = f.conversation_id AND m.seq = f.last_seq AND m.status = 'running'),
       given_up AS (
         UPDATE idempotency_keys k SET expires_at = now()
         FROM freed f WHERE k.conversation_id = f.conversation_id AND k.status = 'running')
       SELECT count(*)::int AS freed FROM freed`,
      [scope === 'all'],
    );
    return rows[0]?.freed ?? 0;
  }
}

function readReference(text: string | null): { reference: string | null; numericReference: number | null } {
  const read = text === null ? undefined : readCustomerReference(text);
  return read === undefined
    ? { reference: null, numericReference: null }
    : { reference: read.externalId, numericReference: read.customerId };
}

function keyColumns(idempotency: IdempotencyRequest | null): { keyScope: string | null; key: string | null } {
  return { keyScope: idempotency?.scope ?? null, key: idempotency?.key ?? null };
}

function toOutcome(row: OpenTurnRow): TurnOpened {
  if (row.opened !== null) {
    return {
      outcome: 'opened',
      conversationId: row.opened.conversation_id,
      userId: row.opened.user_id,
      customer: row.customer === null ? null : mapCustomerRow(row.customer),
      recent: row.recent,
      lastSeq: row.opened.last_seq,
      slots: row.slots ?? {},
    };
  }
  if (row.prior_key !== null) {
    const { request_hash: requestHash, status, response, expired } = row.prior_key;
    return { outcome: 'known_key', prior: { requestHash, status, response, expired } };
  }
  if (!row.admitted) return { outcome: 'unknown_user' };
  if (row.existing === null) return { outcome: 'not_found' };
  return { outcome: row.existing.is_active ? 'busy' : 'closed' };
}

function isUniqueViolation(error: unknown, constraint: string): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const cause = error.driverError as { code?: string; constraint?: string };
  return cause.code === '23505' && cause.constraint === constraint;
}
