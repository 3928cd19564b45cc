import { ARM_DEPTH, type VectorArm, type VectorQuery, type VectorStore } from './vector-store.port.js';
import { listNumbers } from './list-numbers.js';

/** Embeddings in a `vector` column: the server searches, in the same statement as the keyword arm. */
export class PgvectorStore implements VectorStore {
  readonly kind = 'pgvector';
  readonly columnType = 'vector';

  toLiteral(vector: Float32Array): string {
    return `[${listNumbers(vector)}]`;
  }

  openArm(query: VectorQuery): Promise<VectorArm> {
    return Promise.resolve({ sql: PGVECTOR_ARM, parameter: this.toLiteral(query.vector), version: null });
  }

  forget(): void {
    // Holds nothing.
  }
}

const PGVECTOR_ARM = `
  SELECT chunk_no, row_number() OVER (ORDER BY distance, chunk_no) AS rank
  FROM (
    SELECT chunk_no, embedding <=> $5::vector AS distance
    FROM knowledge_chunks
    WHERE collection = $1 AND embedder = $6
    ORDER BY embedding <=> $5::vector
    LIMIT ${ARM_DEPTH}
  ) nearest`;
