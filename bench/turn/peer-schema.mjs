import { EntitySchema } from 'typeorm';

const id = { type: 'uuid', primary: true, generated: 'uuid' };
const text = { type: 'text' };
const number = { type: 'double precision' };
const json = { type: 'jsonb' };
const integer = { type: 'integer' };
const optional = (column) => ({ ...column, nullable: true });
const created = { type: 'timestamptz', createDate: true };
const updated = { type: 'timestamptz', updateDate: true };
const uuid = { type: 'uuid' };

const table = (name, columns, indices = []) =>
  new EntitySchema({ name, tableName: name, schema: 'peer', columns: { id, ...columns, createdAt: created }, indices });
const ofMessage = [{ columns: ['messageId'] }];

/** The tables of a turn as one writes them with TypeORM: generated keys, so that a save need not look first. */
export const Conversation = table('conversation', {
  channel: text,
  userId: optional(text),
  customerId: optional(text),
  title: text,
  lastSeq: integer,
  preview: optional(text),
  updatedAt: updated,
});
export const Message = table(
  'message',
  {
    conversationId: uuid,
    seq: integer,
    role: text,
    sender: optional(text),
    content: text,
    status: text,
    intent: optional(text),
    confidence: optional(number),
    citations: json,
    claims: json,
  },
  [{ columns: ['conversationId', 'seq'], unique: true }],
);
export const Analysis = table(
  'analysis',
  {
    messageId: uuid,
    summary: text,
    intent: text,
    intent_confidence: number,
    secondary_intents: json,
    entities: json,
    sentiment_label: text,
    sentiment_score: number,
    key_points: json,
    action_required: { type: 'boolean' },
    language: text,
  },
  ofMessage,
);
export const Output = table(
  'output',
  { messageId: uuid, ordinal: integer, action_type: text, text, details: json },
  ofMessage,
);
export const ToolCall = table(
  'tool_call',
  { messageId: uuid, ordinal: integer, tool: text, input: json, outputSummary: text, status: text, durationMs: number },
  ofMessage,
);
export const LlmCall = table(
  'llm_call',
  {
    messageId: uuid,
    ordinal: integer,
    provider: text,
    model: text,
    promptVersion: text,
    status: text,
    inputTokens: integer,
    outputTokens: integer,
    durationMs: number,
  },
  ofMessage,
);
export const Customer = table('customer', {
  reference: { type: 'text', unique: true },
  name: text,
  company: text,
  occupation: text,
  stage: text,
});
export const peerEntities = [Conversation, Message, Analysis, Output, ToolCall, LlmCall, Customer];

const CHILDREN = ['analysis', 'output', 'tool_call', 'llm_call'];

/** Tables, foreign keys like the product's, and the knowledge base under a full-text index. */
export async function createPeerSchema(dataSource) {
  await dataSource.query('CREATE SCHEMA peer');
  await dataSource.synchronize();
  await dataSource.query(
    'ALTER TABLE peer.message ADD FOREIGN KEY ("conversationId") REFERENCES peer.conversation (id)',
  );
  for (const child of CHILDREN)
    await dataSource.query(`ALTER TABLE peer.${child} ADD FOREIGN KEY ("messageId") REFERENCES peer.message (id)`);
  await dataSource.query(`
    CREATE TABLE peer.passage AS
    SELECT chunk_id, heading, text, to_tsvector('english', heading || ' ' || text) AS words FROM knowledge_chunks`);
  await dataSource.query('CREATE INDEX ON peer.passage USING gin (words)');
}
