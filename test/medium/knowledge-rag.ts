import { jest } from '@jest/globals';
import { Client } from 'pg';
import { join } from 'node:path';
import { type DataSource } from 'typeorm';
import { OfflineEmbeddingProvider } from '../../src/llm/index.js';
import { Metrics } from '../../src/platform/index.js';
import { KnowledgeIngestService } from '../../src/rag/ingest/knowledge-ingest.service.js';
import { KnowledgeSearchRepository } from '../../src/rag/retrieve/knowledge-search.repository.js';
import { RetrieveService } from '../../src/rag/retrieve/retrieve.service.js';
import { openVectorStore } from '../../src/rag/store/open-vector-store.js';
import { type VectorStore } from '../../src/rag/store/vector-store.port.js';
import { silentLog } from '../support/test-database.js';

/** The documents the product ships. */
export const KNOWLEDGE_BASE = join(import.meta.dirname, '../../knowledge-base');
const embedder = new OfflineEmbeddingProvider();

/** Ingest and retrieval over one database, as one process has them. */
export interface Rag {
  ingest: KnowledgeIngestService;
  retriever: RetrieveService;
  store: VectorStore;
}

export async function openRag(dataSource: DataSource): Promise<Rag> {
  const store = await openVectorStore(dataSource, embedder, silentLog);
  const ingest = new KnowledgeIngestService(dataSource, embedder, store, silentLog);
  const repository = new KnowledgeSearchRepository(dataSource);
  const retriever = new RetrieveService(repository, embedder, store, new Metrics(), silentLog);
  return { ingest, retriever, store };
}

/** Counts the statements a piece of work sends, where they leave: at the driver, whichever way they came there. */
export async function countQueries(work: () => Promise<unknown>): Promise<number> {
  const sent = jest.spyOn(Client.prototype, 'query');
  try {
    await work();
    return sent.mock.calls.length;
  } finally {
    sent.mockRestore();
  }
}
