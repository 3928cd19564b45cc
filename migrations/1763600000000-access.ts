import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** API keys, and the answers kept under idempotency keys. */
export class Access1763600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE api_keys (
        key_id text NOT NULL,
        name text NOT NULL,
        secret_hash text NOT NULL,
        scopes text[] NOT NULL,
        user_id text,
        created_at timestamptz NOT NULL,
        last_used_at timestamptz,
        revoked_at timestamptz,
        CONSTRAINT pk_api_keys PRIMARY KEY (key_id),
        CONSTRAINT ck_api_keys_scopes CHECK (cardinality(scopes) > 0)
      )`);
    await runner.query('CREATE INDEX ix_api_keys_created_at_key_id ON api_keys (created_at, key_id)');
    await runner.query(`
      CREATE TABLE idempotency_keys (
        scope text NOT NULL,
        key text NOT NULL,
        request_hash text NOT NULL,
        status text NOT NULL,
        response_status integer,
        response jsonb,
        conversation_id uuid,
        message_id uuid,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        CONSTRAINT pk_idempotency_keys PRIMARY KEY (scope, key),
        CONSTRAINT ck_idempotency_keys_status CHECK (status IN ('running', 'complete'))
      )`);
    await runner.query('CREATE INDEX ix_idempotency_keys_expires_at ON idempotency_keys (expires_at)');
    await runner.query('CREATE INDEX ix_idempotency_keys_conversation_id ON idempotency_keys (conversation_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE idempotency_keys');
    await runner.query('DROP TABLE api_keys');
  }
}
