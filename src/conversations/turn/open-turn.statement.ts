import { PreparedStatement } from '../../platform/index.js';

type OpenTurnParameter =
  | 'keyScope'
  | 'key'
  | 'requestHash'
  | 'reference'
  | 'numericReference'
  | 'boundUserId'
  | 'isNew'
  | 'conversationId'
  | 'channel'
  | 'title'
  | 'preview'
  | 'leaseToken'
  | 'leaseMs'
  | 'userMessageId'
  | 'assistantMessageId'
  | 'sender'
  | 'content'
  | 'historyLimit'
  | 'flushLater';

/**
 * Opens a turn in one round trip: finds the conversation and the prospect, takes the conversation's lease, claims the
 * idempotency key, fails what a crash left running, and stores the user's message and the assistant's as `running`.
 *
 * Concurrent openings meet at the row lock of the UPDATE: the second re-reads the row, sees the lease and opens nothing.
 * Two requests with one new key meet at the key's primary key: the second fails whole with 23505. A lease that is past
 * its time belongs to a dead or hopeless turn and is taken over; its close then finds another token and changes nothing.
 *
 * Nothing is acknowledged before the close, whose flush to disk covers everything written before it; so on a server the
 * opening's own commit does not wait for one (`flushLater`). The embedded database lives in this process, which would take
 * the unwritten rows with it when it is killed.
 *
 * A prospect may have been named before their record existed: the conversation then carries the name as it was given, and
 * moves to the customer id when it is first known. A shop user has to be on record (external id of namespace `shop`): naming
 * another is naming nobody, and opens nothing.
 */
export const OPEN_TURN = new PreparedStatement<OpenTurnParameter>(
  'conversations.open_turn',
  `
WITH prior_key AS (
  SELECT request_hash, status, response_status, response, expires_at <= now() AS expired
  FROM idempotency_keys
  WHERE scope = :keyScope AND key = :key
),
named AS (
  SELECT customer_id FROM customers
  WHERE (customer_id = CASE WHEN :channel::text = 'shop' THEN NULL ELSE :numericReference::bigint END
      OR customer_id = (SELECT customer_id FROM customer_external_ids
                        WHERE external_id = CASE WHEN :channel::text = 'shop' THEN COALESCE(:boundUserId::text, :reference) ELSE :reference END
                          AND (namespace = 'shop' OR :channel::text <> 'shop')
                        ORDER BY namespace = 'crm' DESC, namespace LIMIT 1))
    AND (:boundUserId::text IS NULL OR :channel::text = 'shop' OR customer_id::text = :boundUserId)
  ORDER BY customer_id = :numericReference DESC NULLS LAST
  LIMIT 1
),
acting AS (
  SELECT CASE WHEN :channel::text = 'shop' THEN COALESCE(:boundUserId::text, :reference::text)
    ELSE COALESCE(:boundUserId::text, (SELECT customer_id::text FROM named), :reference::text) END AS user_id
),
admitted AS (
  SELECT :channel::text <> 'shop' OR :reference::text IS NULL OR EXISTS (SELECT FROM named) AS yes
),
existing AS (
  SELECT c.conversation_id, c.is_active, c.customer_id, c.slots
  FROM conversations c, acting
  WHERE NOT :isNew::boolean AND (SELECT yes FROM admitted) AND c.conversation_id = :conversationId AND c.channel = :channel
    AND (:boundUserId::text IS NULL OR c.user_id = :boundUserId)
    AND (acting.user_id IS NULL OR c.user_id IS NULL OR c.user_id = acting.user_id OR c.user_id = :reference)
),
leased AS (
  UPDATE conversations c
  SET lease_token = :leaseToken, lease_until = now() + :leaseMs * interval '1 millisecond', last_seq = c.last_seq + 2,
      user_id = CASE WHEN c.user_id IS NULL OR c.user_id = :reference THEN COALESCE(acting.user_id, c.user_id) ELSE c.user_id END,
      customer_id = COALESCE(c.customer_id, (SELECT customer_id FROM named)),
      last_message_preview = :preview, updated_at = now()
  FROM acting
  WHERE c.conversation_id = (SELECT conversation_id FROM existing)
    AND c.is_active AND (c.lease_until IS NULL OR c.lease_until < now()) AND NOT EXISTS (SELECT FROM prior_key)
  RETURNING c.conversation_id, c.user_id, c.customer_id, c.last_seq
),
created AS (
  INSERT INTO conversations (conversation_id, channel, user_id, customer_id, title, last_seq, last_message_preview, lease_token, lease_until)
  SELECT :conversationId, :channel, acting.user_id, (SELECT customer_id FROM named), :title, 2, :preview, :leaseToken,
         now() + :leaseMs * interval '1 millisecond'
  FROM acting
  WHERE :isNew::boolean AND (SELECT yes FROM admitted) AND NOT EXISTS (SELECT FROM prior_key)
  RETURNING conversation_id, user_id, customer_id, last_seq
),
opened AS (SELECT * FROM leased UNION ALL SELECT * FROM created),
claimed AS (
  INSERT INTO idempotency_keys (scope, key, request_hash, status, conversation_id, message_id, created_at, expires_at)
  SELECT :keyScope, :key, :requestHash, 'running', conversation_id, :assistantMessageId, now(), now() + :leaseMs * interval '1 millisecond'
  FROM opened WHERE :key::text IS NOT NULL
),
crashed AS (
  UPDATE messages SET status = 'failed', completed_at = now()
  WHERE conversation_id = (SELECT conversation_id FROM leased) AND seq = (SELECT last_seq - 2 FROM leased) AND status = 'running'
),
stored AS (
  INSERT INTO messages (message_id, conversation_id, seq, role, sender, content, status, completed_at)
  SELECT :userMessageId::uuid, conversation_id, last_seq - 1, 'user', :sender, :content, 'complete', now() FROM opened
  UNION ALL
  SELECT :assistantMessageId::uuid, conversation_id, last_seq, 'assistant', NULL, '', 'running', NULL::timestamptz FROM opened
),
customer AS (
  SELECT * FROM customers
  WHERE customer_id = COALESCE((SELECT customer_id FROM named), (SELECT customer_id FROM existing))
)
SELECT CASE WHEN :flushLater::boolean THEN set_config('synchronous_commit', 'off', true) END AS commit_mode,
  (SELECT to_jsonb(prior_key) FROM prior_key) AS prior_key,
  (SELECT jsonb_build_object('is_active', is_active) FROM existing) AS existing,
  (SELECT yes FROM admitted) AS admitted,
  (SELECT to_jsonb(opened) FROM opened) AS opened,
  (SELECT slots FROM existing) AS slots,
  (SELECT to_jsonb(customer) FROM customer) AS customer,
  (SELECT COALESCE(jsonb_agg(recent ORDER BY recent.seq), '[]')
   FROM (SELECT seq, role, content, status FROM messages
         WHERE conversation_id = (SELECT conversation_id FROM existing) ORDER BY seq DESC LIMIT :historyLimit) recent) AS recent`,
);
