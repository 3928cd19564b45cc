import { recordAssistantInteractions } from '../../customers/index.js';
import { PreparedStatement } from '../../platform/index.js';

type CloseTurnParameter =
  | 'conversationId'
  | 'leaseToken'
  | 'userMessageId'
  | 'assistantMessageId'
  | 'status'
  | 'content'
  | 'preview'
  | 'intent'
  | 'intentConfidence'
  | 'confidence'
  | 'citations'
  | 'claims'
  | 'analysis'
  | 'outputs'
  | 'toolCalls'
  | 'modelCalls'
  | 'promptVersion'
  | 'keyScope'
  | 'key'
  | 'response'
  | 'slots'
  | 'keyKeptHours';

/**
 * Closes a turn in one write: the assistant's message, what was understood, planned, used and spent, the answer under its
 * idempotency key, and the lease. Everything hangs on `released`: whoever lost the lease meanwhile changes nothing and is
 * told by an empty result. A turn that did not complete gives its key back, so that the caller may try again; one that did,
 * with a known prospect, is also recorded as an interaction.
 */
export const CLOSE_TURN = new PreparedStatement<CloseTurnParameter>(
  'conversations.close_turn',
  `
WITH released AS (
  UPDATE conversations
  SET lease_token = NULL, lease_until = NULL, last_message_preview = COALESCE(:preview, last_message_preview),
      slots = COALESCE(:slots::jsonb, slots), updated_at = now()
  WHERE conversation_id = :conversationId AND lease_token = :leaseToken
  RETURNING conversation_id, customer_id, channel
),
answered AS (
  UPDATE messages
  SET status = :status, content = :content, intent = :intent, confidence = :confidence, citations = :citations::jsonb,
      claims = :claims::jsonb, completed_at = now()
  WHERE message_id = :assistantMessageId AND EXISTS (SELECT FROM released)
),
asked AS (
  UPDATE messages SET intent = :intent, confidence = :intentConfidence
  WHERE message_id = :userMessageId AND :intent::text IS NOT NULL AND EXISTS (SELECT FROM released)
),
analysed AS (
  INSERT INTO analysis_results (message_id, summary, intent, intent_confidence, secondary_intents, entities,
                                sentiment_label, sentiment_score, key_points, action_required, language)
  SELECT :userMessageId::uuid, a.summary, a.intent, a.intent_confidence, a.secondary_intents, a.entities,
         a.sentiment_label, a.sentiment_score, a.key_points, a.action_required, a.language
  FROM released, jsonb_to_record(:analysis::jsonb) AS a (
    summary text, intent text, intent_confidence float8, secondary_intents jsonb, entities jsonb,
    sentiment_label text, sentiment_score float8, key_points jsonb, action_required boolean, language text)
  WHERE :analysis::jsonb IS NOT NULL
),
planned AS (
  INSERT INTO actionable_outputs (message_id, ordinal, action_type, text, details)
  SELECT :assistantMessageId::uuid, o.ordinal, o.action_type, o.text, o.details
  FROM released, jsonb_to_recordset(:outputs::jsonb) AS o (ordinal int, action_type text, text text, details jsonb)
),
used AS (
  INSERT INTO tool_calls (message_id, ordinal, tool, input, output_summary, status, duration_ms)
  SELECT :assistantMessageId::uuid, t.ordinal, t.tool, t.input, t.output_summary, t.status, t.duration_ms
  FROM released, jsonb_to_recordset(:toolCalls::jsonb) AS t (
    ordinal int, tool text, input jsonb, output_summary text, status text, duration_ms float8)
),
spent AS (
  INSERT INTO llm_calls (message_id, ordinal, provider, model, prompt_version, status, error_code, input_tokens, output_tokens,
                         cost_usd, duration_ms)
  SELECT :assistantMessageId::uuid, m.ordinal, m.provider, m.model, :promptVersion, m.status, m.error_code, m.input_tokens,
         m.output_tokens, m.cost_usd, m.duration_ms
  FROM released, jsonb_to_recordset(:modelCalls::jsonb) AS m (
    ordinal int, provider text, model text, status text, error_code text, input_tokens int, output_tokens int,
    cost_usd numeric, duration_ms float8)
),
remembered AS (
  UPDATE idempotency_keys
  SET status = 'complete', response_status = 200, response = :response::jsonb, expires_at = now() + :keyKeptHours * interval '1 hour'
  WHERE scope = :keyScope AND key = :key AND message_id = :assistantMessageId AND :status::text = 'complete' AND EXISTS (SELECT FROM released)
),
${recordAssistantInteractions(`
  SELECT customer_id, :assistantMessageId::uuid AS message_id, now() AS occurred_at, :intent::text AS topic,
         :analysis::jsonb->>'sentiment_label' AS sentiment
  FROM released WHERE channel = 'sales' AND customer_id IS NOT NULL AND :status::text = 'complete'`)},
given_back AS (
  DELETE FROM idempotency_keys
  WHERE scope = :keyScope AND key = :key AND message_id = :assistantMessageId AND :status::text <> 'complete' AND EXISTS (SELECT FROM released)
)
SELECT conversation_id FROM released`,
);
