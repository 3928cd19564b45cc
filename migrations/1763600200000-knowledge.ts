import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Must equal the dimensions of the embedder; another embedder with other dimensions is another migration. */
const DIMENSIONS = 384;

/**
 * Documents, their chunks, and the two indexes over the chunks: postings for BM25 and an embedding per chunk. The type
 * of the embedding column depends on the server: `vector` where pgvector can be had, else a plain array.
 */
export class Knowledge1763600200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const hasVector = await provideVectorExtension(runner);
    await runner.query(`
      CREATE TABLE knowledge_documents (
        document_id uuid CONSTRAINT pk_knowledge_documents PRIMARY KEY,
        collection text NOT NULL DEFAULT 'knowledge',
        external_id text,
        title text NOT NULL,
        source text NOT NULL,
        origin text NOT NULL CONSTRAINT ck_knowledge_documents_origin CHECK (origin IN ('directory', 'api')),
        content text NOT NULL,
        content_hash text NOT NULL,
        index_version text NOT NULL,
        metadata jsonb NOT NULL DEFAULT '{}',
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT uq_knowledge_documents_collection_source UNIQUE (collection, source),
        CONSTRAINT uq_knowledge_documents_collection_external_id UNIQUE (collection, external_id)
      )`);
    await runner.query(`
      CREATE TABLE knowledge_chunks (
        chunk_no integer GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_knowledge_chunks PRIMARY KEY,
        chunk_id uuid NOT NULL CONSTRAINT uq_knowledge_chunks_chunk_id UNIQUE,
        document_id uuid NOT NULL CONSTRAINT fk_knowledge_chunks_document_id
          REFERENCES knowledge_documents (document_id) ON DELETE CASCADE,
        collection text NOT NULL,
        ordinal integer NOT NULL,
        heading text NOT NULL,
        start_offset integer NOT NULL,
        end_offset integer NOT NULL,
        text text NOT NULL,
        token_count integer NOT NULL,
        embedder text NOT NULL,
        embedding ${hasVector ? `vector(${DIMENSIONS})` : 'real[]'} NOT NULL,
        CONSTRAINT uq_knowledge_chunks_document_id_ordinal UNIQUE (document_id, ordinal),
        CONSTRAINT ck_knowledge_chunks_offsets CHECK (start_offset >= 0 AND end_offset > start_offset)
      )`);
    await runner.query(`CREATE INDEX ix_knowledge_chunks_collection ON knowledge_chunks (collection, chunk_no)`);
    if (hasVector) {
      await runner.query(
        `CREATE INDEX ix_knowledge_chunks_embedding ON knowledge_chunks USING hnsw (embedding vector_cosine_ops)`,
      );
    }
    await createKeywordTables(runner);
  }

  /** The extension stays: other databases' objects may lean on it, and it is not ours to drop. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE knowledge_stats`);
    await runner.query(`DROP TABLE knowledge_postings`);
    await runner.query(`DROP TABLE knowledge_terms`);
    await runner.query(`DROP TABLE knowledge_chunks`);
    await runner.query(`DROP TABLE knowledge_documents`);
  }
}

/**
 * A posting keeps what does not change when other documents come and go (term frequency, chunk length); what does
 * (document frequency, average length) is one row per term and one per collection, so scores are exact at any time
 * without rewriting postings. A look-up by term is one range of the primary key.
 */
async function createKeywordTables(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE knowledge_terms (
      term_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_knowledge_terms PRIMARY KEY,
      collection text NOT NULL,
      term text NOT NULL,
      document_frequency integer NOT NULL,
      CONSTRAINT uq_knowledge_terms_collection_term UNIQUE (collection, term)
    )`);
  await runner.query(`
    CREATE TABLE knowledge_postings (
      term_id bigint NOT NULL CONSTRAINT fk_knowledge_postings_term_id REFERENCES knowledge_terms (term_id),
      chunk_no integer NOT NULL CONSTRAINT fk_knowledge_postings_chunk_no
        REFERENCES knowledge_chunks (chunk_no) ON DELETE CASCADE,
      term_frequency smallint NOT NULL,
      token_count smallint NOT NULL,
      CONSTRAINT pk_knowledge_postings PRIMARY KEY (term_id, chunk_no) INCLUDE (term_frequency, token_count)
    )`);
  await runner.query(`CREATE INDEX ix_knowledge_postings_chunk_no ON knowledge_postings (chunk_no)`);
  await runner.query(`
    CREATE TABLE knowledge_stats (
      collection text CONSTRAINT pk_knowledge_stats PRIMARY KEY,
      chunk_count integer NOT NULL,
      token_total bigint NOT NULL,
      version bigint NOT NULL
    )`);
}

/** Creates pgvector where the server has it and lets us; says whether the type is there afterwards. */
async function provideVectorExtension(runner: QueryRunner): Promise<boolean> {
  await runner.query(`
    DO $$
    BEGIN
      IF EXISTS (SELECT 1 FROM pg_available_extensions WHERE name = 'vector') THEN
        CREATE EXTENSION IF NOT EXISTS vector;
      END IF;
    EXCEPTION WHEN insufficient_privilege OR undefined_file OR feature_not_supported THEN
      RAISE NOTICE 'The extension vector cannot be created here; embeddings go to a plain column.';
    END
    $$`);
  const rows = (await runner.query(
    `SELECT to_regtype('vector') IS NOT NULL AND EXISTS (SELECT 1 FROM pg_am WHERE amname = 'hnsw') AS usable`,
  )) as { usable: boolean }[];
  return rows[0]?.usable === true;
}
