/** The channel of a turn with the assistant. */
export const ASSISTANT_CHANNEL = 'Assistant';

/**
 * Common table expressions that record turns as interactions inside of the statement that closes them, so that a turn is an
 * interaction exactly when it is complete, and no round trip more. A message is recorded once. The rollup is not touched:
 * a hundred turns at once would queue at the same sums. The interaction waits in `uncounted_interactions`, which every
 * reader adds, until it is folded in.
 * @param turns a query with customer_id, message_id, occurred_at, topic and sentiment (`positive`, stored as `Positive`)
 */
export const recordAssistantInteractions = (turns: string): string => `
recorded AS (
  INSERT INTO interactions (customer_id, message_id, occurred_at, topic, sentiment, channel, source)
  SELECT customer_id, message_id, occurred_at, topic, initcap(sentiment), '${ASSISTANT_CHANNEL}', 'assistant' FROM (${turns}) turns
  ON CONFLICT (message_id) DO NOTHING
  RETURNING interaction_id, customer_id
),
uncounted AS (
  INSERT INTO uncounted_interactions (interaction_id, customer_id) SELECT interaction_id, customer_id FROM recorded
)`;
