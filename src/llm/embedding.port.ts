/** Token of the embedder. */
export const EMBEDDING_PROVIDER = Symbol('EMBEDDING_PROVIDER');

/** Turns text into unit-length vectors of a fixed number of dimensions. Deterministic for one `name`. */
export interface EmbeddingProvider {
  /** Name and version, stored with each vector: vectors of different embedders are never compared. */
  readonly name: string;
  readonly dimensions: number;
  embed(texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]>;
}
