import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Conversations, their messages, and what each turn understood, did and cost. */
export class Conversations1763600300000 implements MigrationInterface {
  readonly name = 'Conversations1763600300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE conversations (
        conversation_id uuid NOT NULL,
        channel text NOT NULL,
        user_id text,
        customer_id bigint,
        title text NOT NULL,
        is_active boolean NOT NULL DEFAULT true,
        last_seq integer NOT NULL DEFAULT 0,
        last_message_preview text,
        lease_token uuid,
        lease_until timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_conversations PRIMARY KEY (conversation_id),
        CONSTRAINT fk_conversations_customer_id FOREIGN KEY (customer_id) REFERENCES customers (customer_id) ON DELETE SET NULL,
        CONSTRAINT ck_conversations_channel CHECK (channel IN ('sales', 'shop'))
      )`);
    await runner.query(
      'CREATE INDEX ix_conversations_user_id_updated_at ON conversations (user_id, updated_at, conversation_id)',
    );
    await runner.query('CREATE INDEX ix_conversations_customer_id ON conversations (customer_id)');
    await runner.query(
      'CREATE INDEX ix_conversations_lease_until ON conversations (lease_until) WHERE lease_until IS NOT NULL',
    );

    await runner.query(`
      CREATE TABLE messages (
        message_id uuid NOT NULL,
        conversation_id uuid NOT NULL,
        seq integer NOT NULL,
        role text NOT NULL,
        sender text,
        content text NOT NULL,
        status text NOT NULL,
        intent text,
        confidence double precision,
        citations jsonb NOT NULL DEFAULT '[]',
        claims jsonb NOT NULL DEFAULT '[]',
        created_at timestamptz NOT NULL DEFAULT now(),
        completed_at timestamptz,
        CONSTRAINT pk_messages PRIMARY KEY (message_id),
        CONSTRAINT uq_messages_conversation_id_seq UNIQUE (conversation_id, seq),
        CONSTRAINT fk_messages_conversation_id FOREIGN KEY (conversation_id) REFERENCES conversations (conversation_id) ON DELETE CASCADE,
        CONSTRAINT ck_messages_role CHECK (role IN ('user', 'assistant')),
        CONSTRAINT ck_messages_status CHECK (status IN ('running', 'complete', 'aborted', 'failed'))
      )`);

    await runner.query(`
      CREATE TABLE analysis_results (
        message_id uuid NOT NULL,
        summary text NOT NULL,
        intent text NOT NULL,
        intent_confidence double precision NOT NULL,
        secondary_intents jsonb NOT NULL,
        entities jsonb NOT NULL,
        sentiment_label text NOT NULL,
        sentiment_score double precision NOT NULL,
        key_points jsonb NOT NULL,
        action_required boolean NOT NULL,
        language text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_analysis_results PRIMARY KEY (message_id),
        CONSTRAINT fk_analysis_results_message_id FOREIGN KEY (message_id) REFERENCES messages (message_id) ON DELETE CASCADE
      )`);

    await runner.query(`
      CREATE TABLE actionable_outputs (
        message_id uuid NOT NULL,
        ordinal integer NOT NULL,
        action_type text NOT NULL,
        text text NOT NULL,
        details jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_actionable_outputs PRIMARY KEY (message_id, ordinal),
        CONSTRAINT fk_actionable_outputs_message_id FOREIGN KEY (message_id) REFERENCES messages (message_id) ON DELETE CASCADE
      )`);

    await runner.query(`
      CREATE TABLE tool_calls (
        message_id uuid NOT NULL,
        ordinal integer NOT NULL,
        tool text NOT NULL,
        input jsonb NOT NULL,
        output_summary text NOT NULL,
        status text NOT NULL,
        duration_ms double precision NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_tool_calls PRIMARY KEY (message_id, ordinal),
        CONSTRAINT fk_tool_calls_message_id FOREIGN KEY (message_id) REFERENCES messages (message_id) ON DELETE CASCADE,
        CONSTRAINT ck_tool_calls_status CHECK (status IN ('ok', 'empty', 'error', 'denied'))
      )`);

    await runner.query(`
      CREATE TABLE llm_calls (
        message_id uuid NOT NULL,
        ordinal integer NOT NULL,
        provider text NOT NULL,
        model text NOT NULL,
        prompt_version text NOT NULL,
        status text NOT NULL,
        error_code text,
        input_tokens integer NOT NULL,
        output_tokens integer NOT NULL,
        cost_usd numeric,
        duration_ms double precision NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_llm_calls PRIMARY KEY (message_id, ordinal),
        CONSTRAINT fk_llm_calls_message_id FOREIGN KEY (message_id) REFERENCES messages (message_id) ON DELETE CASCADE,
        CONSTRAINT ck_llm_calls_status CHECK (status IN ('ok', 'error'))
      )`);

    await runner.query(`
      CREATE TABLE message_feedback (
        feedback_id uuid NOT NULL,
        message_id uuid NOT NULL,
        key_id text,
        rating text NOT NULL,
        outcome text,
        final_text text,
        comment text,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_message_feedback PRIMARY KEY (feedback_id),
        CONSTRAINT fk_message_feedback_message_id FOREIGN KEY (message_id) REFERENCES messages (message_id) ON DELETE CASCADE,
        CONSTRAINT ck_message_feedback_rating CHECK (rating IN ('up', 'down')),
        CONSTRAINT ck_message_feedback_outcome CHECK (outcome IN ('accepted', 'modified', 'declined'))
      )`);
    await runner.query('CREATE INDEX ix_message_feedback_message_id ON message_feedback (message_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'message_feedback',
      'llm_calls',
      'tool_calls',
      'actionable_outputs',
      'analysis_results',
      'messages',
      'conversations',
    ]) {
      await runner.query(`DROP TABLE ${table}`);
    }
  }
}
