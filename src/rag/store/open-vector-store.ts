import { type DataSource } from 'typeorm';

import { type EmbeddingProvider } from '../../llm/index.js';
import { type EventLog } from '../../platform/index.js';
import { ExactStore } from './exact-store.provider.js';
import { PgvectorStore } from './pgvector-store.provider.js';
import { type VectorStore } from './vector-store.port.js';

/**
 * Chooses by the embedding column's real type, not by what the server could have: a column made without the extension
 * stays an array when the extension comes later.
 * @throws Error where the column cannot hold the embedder's vectors
 */
export async function openVectorStore(
  dataSource: DataSource,
  embedder: EmbeddingProvider,
  log: EventLog,
): Promise<VectorStore> {
  const rows = await dataSource.query<{ type: string }[]>(READ_COLUMN_TYPE);
  const type = rows[0]?.type ?? '';
  const dimensions = /^vector\((\d+)\)$/.exec(type)?.[1];
  if (dimensions !== undefined && Number(dimensions) !== embedder.dimensions) {
    throw new Error(
      `The embedder ${embedder.name} makes vectors of ${embedder.dimensions} dimensions, knowledge_chunks.embedding holds ${dimensions}.`,
    );
  }
  const store = dimensions === undefined ? new ExactStore(dataSource) : new PgvectorStore();
  log.info('knowledge.vector_store', { store: store.kind, embedder: embedder.name, dimensions: embedder.dimensions });
  return store;
}

const READ_COLUMN_TYPE = `
  SELECT format_type(atttypid, atttypmod) AS type
  FROM pg_attribute
  WHERE attrelid = to_regclass('knowledge_chunks') AND attname = 'embedding'`;
