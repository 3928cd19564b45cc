/** Token of the vector store that fits the database. */
export const VECTOR_STORE = Symbol('VECTOR_STORE');

/** Chunks each arm of a search hands to the fusion; an HNSW scan with default settings finds at most 40. */
export const ARM_DEPTH = 40;

export interface VectorQuery {
  collection: string;
  /** Vectors of other embedders are not comparable and never returned. */
  embedder: string;
  vector: Float32Array;
}

/**
 * The vector half of the one search statement: the body of a CTE with columns `chunk_no` and `rank`, in which `$5` is
 * `parameter`, `$1` the collection and `$6` the embedder.
 */
export interface VectorArm {
  sql: string;
  parameter: string | readonly number[] | null;
  /** State of the collection the arm was made from, to be compared with what the statement saw; null: the statement's own. */
  version: string | null;
}

/** Nearest chunks by cosine. */
export interface VectorStore {
  readonly kind: 'pgvector' | 'exact';
  /** SQL type an embedding's literal is cast to. */
  readonly columnType: 'vector' | 'real[]';
  toLiteral(vector: Float32Array): string;
  openArm(query: VectorQuery): Promise<VectorArm>;
  /** Forgets what is held of a collection; called when an arm turned out to be old. */
  forget(collection: string): void;
}
