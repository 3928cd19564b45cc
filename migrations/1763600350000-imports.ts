import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Imports, their files and uploaded bytes, what was refused of them, and the journal a rollback is made from. */
export class Imports1763600350000 implements MigrationInterface {
  readonly name = 'Imports1763600350000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE imports (
        import_id uuid NOT NULL,
        status text NOT NULL DEFAULT 'queued',
        dataset text,
        dry_run boolean NOT NULL,
        on_malformed text NOT NULL,
        rows_read integer NOT NULL DEFAULT 0,
        rows_total integer,
        attempts integer NOT NULL DEFAULT 0,
        run_token uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        finished_at timestamptz,
        CONSTRAINT pk_imports PRIMARY KEY (import_id),
        CONSTRAINT ck_imports_status CHECK (status IN ('queued', 'running', 'completed', 'completed_with_rejects', 'failed', 'rolled_back')),
        CONSTRAINT ck_imports_on_malformed CHECK (on_malformed IN ('quarantine', 'repair'))
      )`);
    // What a process looks for that takes up work another one left.
    await runner.query("CREATE INDEX ix_imports_open ON imports (created_at) WHERE status IN ('queued', 'running')");
    await runner.query(`
      CREATE TABLE import_files (
        file_id uuid NOT NULL,
        import_id uuid NOT NULL,
        ordinal integer NOT NULL,
        name text NOT NULL,
        size_bytes bigint NOT NULL,
        sha256 text NOT NULL,
        dataset text,
        status text NOT NULL DEFAULT 'queued',
        report jsonb,
        CONSTRAINT pk_import_files PRIMARY KEY (file_id),
        CONSTRAINT uq_import_files_import_id_ordinal UNIQUE (import_id, ordinal),
        CONSTRAINT fk_import_files_import_id FOREIGN KEY (import_id) REFERENCES imports (import_id) ON DELETE CASCADE
      )`);
    await runner.query(`
      CREATE TABLE import_chunks (
        file_id uuid NOT NULL,
        ordinal integer NOT NULL,
        bytes bytea NOT NULL,
        CONSTRAINT pk_import_chunks PRIMARY KEY (file_id, ordinal),
        CONSTRAINT fk_import_chunks_file_id FOREIGN KEY (file_id) REFERENCES import_files (file_id) ON DELETE CASCADE
      )`);
    // The bytes live as long as the import runs: compressing them would cost more than it saves.
    await runner.query('ALTER TABLE import_chunks ALTER COLUMN bytes SET STORAGE EXTERNAL');
    await runner.query(`
      CREATE TABLE import_rejects (
        reject_id bigint GENERATED ALWAYS AS IDENTITY,
        file_id uuid NOT NULL,
        row_number integer NOT NULL,
        column_name text,
        value text NOT NULL,
        code text NOT NULL,
        suggestion text,
        CONSTRAINT pk_import_rejects PRIMARY KEY (reject_id),
        CONSTRAINT fk_import_rejects_file_id FOREIGN KEY (file_id) REFERENCES import_files (file_id) ON DELETE CASCADE
      )`);
    await runner.query(
      'CREATE INDEX ix_import_rejects_file_id_row_number ON import_rejects (file_id, row_number, reject_id)',
    );
    await runner.query(`
      CREATE TABLE import_changes (
        change_id bigint GENERATED ALWAYS AS IDENTITY,
        file_id uuid NOT NULL,
        kind text NOT NULL,
        row_ids text[] NOT NULL,
        row_hashes bigint[] NOT NULL,
        former jsonb,
        CONSTRAINT pk_import_changes PRIMARY KEY (change_id),
        CONSTRAINT fk_import_changes_file_id FOREIGN KEY (file_id) REFERENCES import_files (file_id) ON DELETE CASCADE,
        CONSTRAINT ck_import_changes_kind CHECK (kind IN ('inserted', 'updated'))
      )`);
    await runner.query('CREATE INDEX ix_import_changes_file_id ON import_changes (file_id)');
    // One unlogged table a file while it is imported; the columns are its dataset's.
    await runner.query('CREATE SCHEMA import_staging');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA import_staging CASCADE');
    for (const table of ['import_changes', 'import_rejects', 'import_chunks', 'import_files', 'imports']) {
      await runner.query(`DROP TABLE ${table}`);
    }
  }
}
