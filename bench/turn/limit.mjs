/** As little as a turn can ask of the database: one prepared read, one prepared write of the same rows. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { answerCommands } from '../support/child.mjs';
import { runClients } from './run-clients.mjs';
import {
  ANALYSIS,
  answerCiting,
  CITATION,
  HISTORY_MESSAGES,
  POOL,
  PROSPECT,
  QUESTION,
  STEP,
  TOOL_CALLS,
} from './scenario.mjs';

const pool = new pg.Pool({ connectionString: process.env.BENCH_URL, max: POOL });
let conversations = [];

const READ = {
  name: 'bench_read',
  text: `SELECT c.last_seq, to_jsonb(k) AS customer,
      (SELECT jsonb_agg(recent ORDER BY recent.seq)
       FROM (SELECT seq, role, content, status FROM messages WHERE conversation_id = $1 ORDER BY seq DESC LIMIT $3) recent) AS recent
    FROM conversations c
    LEFT JOIN customers k ON k.customer_id = (SELECT customer_id FROM customer_external_ids WHERE external_id = $2 LIMIT 1)
    WHERE c.conversation_id = $1`,
};

const WRITE = {
  name: 'bench_write',
  text: `WITH talked AS (
      UPDATE conversations SET last_seq = last_seq + 2, last_message_preview = $6, updated_at = now() WHERE conversation_id = $1 RETURNING last_seq),
    said AS (
      INSERT INTO messages (message_id, conversation_id, seq, role, sender, content, status, intent, confidence, citations, completed_at)
      SELECT $2::uuid, $1::uuid, last_seq - 1, 'user', 'prospect', $4, 'complete', $8::jsonb->>'intent', 0.8, '[]'::jsonb, now() FROM talked
      UNION ALL
      SELECT $3::uuid, $1::uuid, last_seq, 'assistant', NULL, $5, 'complete', $8::jsonb->>'intent', 0.8, $7::jsonb, now() FROM talked),
    analysed AS (
      INSERT INTO analysis_results (message_id, summary, intent, intent_confidence, secondary_intents, entities, sentiment_label, sentiment_score, key_points, action_required, language)
      SELECT $2::uuid, a.* FROM jsonb_to_record($8::jsonb) AS a (summary text, intent text, intent_confidence float8, secondary_intents jsonb,
        entities jsonb, sentiment_label text, sentiment_score float8, key_points jsonb, action_required boolean, language text)),
    planned AS (
      INSERT INTO actionable_outputs (message_id, ordinal, action_type, text, details)
      SELECT $3::uuid, o.* FROM jsonb_to_recordset($9::jsonb) AS o (ordinal int, action_type text, text text, details jsonb)),
    used AS (
      INSERT INTO tool_calls (message_id, ordinal, tool, input, output_summary, status, duration_ms)
      SELECT $3::uuid, t.* FROM jsonb_to_recordset($10::jsonb) AS t (ordinal int, tool text, input jsonb, output_summary text, status text, duration_ms float8)),
    spent AS (
      INSERT INTO llm_calls (message_id, ordinal, provider, model, prompt_version, status, input_tokens, output_tokens, duration_ms)
      SELECT $3::uuid, m.* FROM jsonb_to_recordset($11::jsonb) AS m (ordinal int, provider text, model text, prompt_version text, status text,
        input_tokens int, output_tokens int, duration_ms float8))
    SELECT last_seq FROM talked`,
};

async function turn(index) {
  const conversation = conversations[index];
  const read = await pool.query({ ...READ, values: [conversation, PROSPECT, HISTORY_MESSAGES] });
  const { customer, recent } = read.rows[0];
  if (customer === null || recent.length !== HISTORY_MESSAGES) throw new Error('the limit did not read what it should');
  const answer = answerCiting(1);
  const tools = TOOL_CALLS.map((call, ordinal) => ({
    ordinal,
    tool: call.name,
    input: call.arguments,
    output_summary: 'found',
    status: 'ok',
    duration_ms: 0,
  }));
  const models = [0, 1].map((ordinal) => ({
    ordinal,
    provider: 'none',
    model: 'none',
    prompt_version: '1',
    status: 'ok',
    input_tokens: 900,
    output_tokens: 30,
    duration_ms: 0,
  }));
  const json = [[CITATION], ANALYSIS, [{ ordinal: 0, ...STEP }], tools, models].map((value) => JSON.stringify(value));
  const written = await pool.query({
    ...WRITE,
    values: [conversation, randomUUID(), randomUUID(), QUESTION, answer, answer, ...json],
  });
  if (written.rowCount !== 1) throw new Error('the limit did not write what it should');
  return { draft: answer };
}

answerCommands(
  {
    use: ({ ids }) => void (conversations = ids),
    turn: () => turn(0),
    round: (settings) => runClients(settings, turn),
  },
  { system: 'limit' },
);
