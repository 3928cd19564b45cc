import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export interface ConversationRow {
  conversation_id: string;
  user_id: string | null;
  title: string;
  channel: 'sales' | 'shop';
  is_active: boolean;
  message_count: number;
  last_message_preview: string | null;
  created_at: Date;
  updated_at: Date;
  /** `updated_at` in microseconds since 1970: the exact sort key, which a Date would round. */
  updated_us: string;
}

export interface MessageRow {
  message_id: string;
  seq: number;
  role: 'user' | 'assistant';
  sender: string | null;
  content: string;
  status: 'running' | 'complete' | 'aborted' | 'failed';
  intent: string | null;
  confidence: number | null;
  entities: unknown[] | null;
  sentiment_label: string | null;
  sentiment_score: number | null;
  citations: unknown[];
  claims: unknown[];
  created_at: Date;
}

const CONVERSATION_COLUMNS = `
  conversation_id, user_id, title, channel, is_active, last_seq AS message_count, last_message_preview, created_at, updated_at,
  (extract(epoch FROM updated_at) * 1000000)::bigint AS updated_us`;

/** Reads and ends conversations. `boundUserId` limits to one user; null sees all. */
@Injectable()
export class ConversationRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Newest `updated_at` first. */
  async listForUser(
    userId: string,
    after: { updatedUs: number; conversationId: string } | undefined,
    limit: number,
  ): Promise<ConversationRow[]> {
    return this.dataSource.query<ConversationRow[]>(
      `SELECT ${CONVERSATION_COLUMNS} FROM conversations
       WHERE user_id = $1
         AND ($2::bigint IS NULL OR (updated_at, conversation_id) < (timestamptz 'epoch' + $2 * interval '1 microsecond', $3::uuid))
       ORDER BY updated_at DESC, conversation_id DESC LIMIT $4`,
      [userId, after?.updatedUs ?? null, after?.conversationId ?? null, limit],
    );
  }

  async find(conversationId: string, boundUserId: string | null): Promise<ConversationRow | undefined> {
    const rows = await this.dataSource.query<ConversationRow[]>(
      `SELECT ${CONVERSATION_COLUMNS} FROM conversations
       WHERE conversation_id = $1 AND ($2::text IS NULL OR user_id = $2)`,
      [conversationId, boundUserId],
    );
    return rows[0];
  }

  /** A range scan of one index, wherever in the conversation the page lies. */
  async listMessages(
    conversationId: string,
    order: 'asc' | 'desc',
    afterSeq: number | undefined,
    limit: number,
  ): Promise<MessageRow[]> {
    const [comparison, direction] = order === 'asc' ? ['>', 'ASC'] : ['<', 'DESC'];
    return this.dataSource.query<MessageRow[]>(
      `SELECT m.message_id, m.seq, m.role, m.sender, m.content, m.status, m.intent, m.confidence, m.citations, m.claims, m.created_at,
              a.entities, a.sentiment_label, a.sentiment_score
       FROM messages m LEFT JOIN analysis_results a USING (message_id)
       WHERE m.conversation_id = $1 AND ($2::int IS NULL OR m.seq ${comparison} $2)
       ORDER BY m.seq ${direction} LIMIT $3`,
      [conversationId, afterSeq ?? null, limit],
    );
  }

  /** False when there is none the caller may see. */
  async close(conversationId: string, boundUserId: string | null): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>(
      `WITH closed AS (
         UPDATE conversations SET is_active = false, updated_at = CASE WHEN is_active THEN now() ELSE updated_at END
         WHERE conversation_id = $1 AND ($2::text IS NULL OR user_id = $2) RETURNING conversation_id)
       SELECT * FROM closed`,
      [conversationId, boundUserId],
    );
    return rows.length > 0;
  }

  /**
   * Messages, analyses, outputs and calls go with the conversation; stored idempotent answers repeat its texts, so they go
   * too, in a statement of their own that sees what was stored while the first one waited for the row.
   */
  async delete(conversationId: string, boundUserId: string | null): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const deleted = await manager.query<unknown[]>(
        `WITH deleted AS (
           DELETE FROM conversations WHERE conversation_id = $1 AND ($2::text IS NULL OR user_id = $2) RETURNING conversation_id)
         SELECT * FROM deleted`,
        [conversationId, boundUserId],
      );
      if (deleted.length === 0) return false;
      await manager.query('DELETE FROM idempotency_keys WHERE conversation_id = $1', [conversationId]);
      return true;
    });
  }
}
