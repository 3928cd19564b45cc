import { recordAssistantInteractions } from '../../customers/index.js';
import { PreparedStatement } from '../../platform/index.js';

/**
 * Stores conversations with their messages and analyses in one statement: all of a conversation, or nothing where its id
 * is taken or its prospect is not known. Each answer is an interaction, as after a turn.
 */
export const STORE_SAMPLE_CONVERSATIONS = new PreparedStatement<'conversations' | 'messages' | 'analyses'>(
  'conversations.store_samples',
  `
WITH stored AS (
  INSERT INTO conversations (conversation_id, channel, user_id, customer_id, title, is_active, last_seq, last_message_preview,
                             created_at, updated_at)
  SELECT c.conversation_id, 'sales', x.customer_id::text, x.customer_id, c.title, c.is_active, c.last_seq,
         c.last_message_preview, c.created_at, c.updated_at
  FROM jsonb_to_recordset(:conversations::jsonb) AS c (
    conversation_id uuid, prospect_id text, title text, is_active boolean, last_seq int, last_message_preview text,
    created_at timestamptz, updated_at timestamptz)
  JOIN customer_external_ids x ON x.namespace = 'crm' AND x.external_id = c.prospect_id
  ON CONFLICT (conversation_id) DO NOTHING
  RETURNING conversation_id, customer_id
),
written AS (
  INSERT INTO messages (message_id, conversation_id, seq, role, sender, content, status, intent, confidence, created_at, completed_at)
  SELECT m.message_id, m.conversation_id, m.seq, m.role, m.sender, m.content, 'complete', m.intent, m.confidence,
         m.created_at, m.created_at
  FROM stored JOIN jsonb_to_recordset(:messages::jsonb) AS m (
    message_id uuid, conversation_id uuid, seq int, role text, sender text, content text, intent text, confidence float8,
    created_at timestamptz) USING (conversation_id)
),
analysed AS (
  INSERT INTO analysis_results (message_id, summary, intent, intent_confidence, secondary_intents, entities,
                                sentiment_label, sentiment_score, key_points, action_required, language, created_at)
  SELECT a.message_id, a.summary, a.intent, a.intent_confidence, a.secondary_intents, a.entities,
         a.sentiment_label, a.sentiment_score, a.key_points, a.action_required, a.language, a.created_at
  FROM stored JOIN jsonb_to_recordset(:analyses::jsonb) AS a (
    message_id uuid, conversation_id uuid, summary text, intent text, intent_confidence float8, secondary_intents jsonb,
    entities jsonb, sentiment_label text, sentiment_score float8, key_points jsonb, action_required boolean, language text,
    created_at timestamptz) USING (conversation_id)
),
${recordAssistantInteractions(`
  SELECT stored.customer_id, answer.message_id, answer.created_at AS occurred_at, a.intent AS topic, a.sentiment_label AS sentiment
  FROM stored
  JOIN jsonb_to_recordset(:analyses::jsonb) AS a (message_id uuid, conversation_id uuid, intent text, sentiment_label text)
    USING (conversation_id)
  JOIN jsonb_to_recordset(:messages::jsonb) AS question (message_id uuid, seq int) ON question.message_id = a.message_id
  JOIN jsonb_to_recordset(:messages::jsonb) AS answer (message_id uuid, conversation_id uuid, seq int, created_at timestamptz)
    ON answer.conversation_id = stored.conversation_id AND answer.seq = question.seq + 1`)}
SELECT conversation_id FROM stored`,
);
