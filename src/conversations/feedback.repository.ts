import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

export interface NewFeedback {
  feedbackId: string;
  messageId: string;
  keyId: string | null;
  rating: 'up' | 'down';
  outcome: 'accepted' | 'modified' | 'declined' | null;
  finalText: string | null;
  comment: string | null;
}

/** What people thought of the assistant's messages. */
@Injectable()
export class FeedbackRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The conversation of an assistant's message the caller may see. */
  async findConversationId(messageId: string, boundUserId: string | null): Promise<string | undefined> {
    const rows = await this.dataSource.query<{ conversation_id: string }[]>(
      `SELECT c.conversation_id FROM messages m JOIN conversations c USING (conversation_id)
       WHERE m.message_id = $1 AND m.role = 'assistant' AND ($2::text IS NULL OR c.user_id = $2)`,
      [messageId, boundUserId],
    );
    return rows[0]?.conversation_id;
  }

  /** @returns when it was recorded, or undefined when the message has been deleted meanwhile */
  async record(feedback: NewFeedback, manager: EntityManager): Promise<Date | undefined> {
    const { feedbackId, messageId, keyId, rating, outcome, finalText, comment } = feedback;
    const rows = await manager.query<{ created_at: Date }[]>(
      `INSERT INTO message_feedback (feedback_id, message_id, key_id, rating, outcome, final_text, comment)
       SELECT $1::uuid, message_id, $3, $4, $5, $6, $7 FROM messages WHERE message_id = $2::uuid
       RETURNING created_at`,
      [feedbackId, messageId, keyId, rating, outcome, finalText, comment],
    );
    return rows[0]?.created_at;
  }
}
