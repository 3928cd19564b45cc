import { type EntityManager } from 'typeorm';

import { uuidV7 } from '../../shared/uuid-v7.js';
import { type KnowledgeDocument } from './knowledge-document.entity.js';
import { type IndexedChunk, type IndexedDocument } from '../ingest/index-document.js';

/** What is stored of a document, as far as an ingest needs to know. */
export interface StoredDocument {
  documentId: string;
  source: string;
  externalId: string | null;
  origin: 'directory' | 'api';
  contentHash: string;
  indexVersion: string;
}

/** How embeddings are written: the embedder's name, the column's type and one literal per chunk. */
export interface ChunkEmbeddings {
  embedder: string;
  columnType: 'vector' | 'real[]';
  literals: readonly string[];
}

/** One writer per collection at a time; readers are never held up. Released when the transaction ends. */
export async function lockCollection(manager: EntityManager, collection: string): Promise<void> {
  await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('knowledge:' || $1, 0))`, [collection]);
}

const STORED_COLUMNS = `document_id AS "documentId", source, external_id AS "externalId", origin,
  content_hash AS "contentHash", index_version AS "indexVersion"`;

/** Every document of a collection, without its content. */
export function listStored(manager: EntityManager, collection: string): Promise<StoredDocument[]> {
  return manager.query<StoredDocument[]>(
    `SELECT ${STORED_COLUMNS} FROM knowledge_documents WHERE collection = $1 ORDER BY source`,
    [collection],
  );
}

/** Documents that have this source or this external id: none, one, or two different ones. */
export function findStored(
  manager: EntityManager,
  key: { collection: string; source: string; externalId: string | null },
): Promise<StoredDocument[]> {
  return manager.query<StoredDocument[]>(
    `SELECT ${STORED_COLUMNS} FROM knowledge_documents
     WHERE collection = $1 AND (source = $2 OR external_id = $3)`,
    [key.collection, key.source, key.externalId],
  );
}

/** What a stored document was made of. */
export async function findContent(
  manager: EntityManager,
  documentId: string,
): Promise<Pick<KnowledgeDocument, 'externalId' | 'title' | 'source' | 'content' | 'metadata'> | undefined> {
  const rows = await manager.query<
    Pick<KnowledgeDocument, 'externalId' | 'title' | 'source' | 'content' | 'metadata'>[]
  >(
    `SELECT external_id AS "externalId", title, source, content, metadata FROM knowledge_documents WHERE document_id = $1`,
    [documentId],
  );
  return rows[0];
}

/** Writes the document's row, new or in place of what was there, and returns its id. */
export async function saveDocument(
  manager: EntityManager,
  document: IndexedDocument,
  indexVersion: string,
  documentId: string | undefined,
): Promise<string> {
  const id = documentId ?? uuidV7();
  await manager.query(SAVE_DOCUMENT, [
    id,
    document.collection,
    document.externalId,
    document.title,
    document.source,
    document.origin,
    document.content,
    document.contentHash,
    indexVersion,
    JSON.stringify(document.metadata),
  ]);
  return id;
}

const SAVE_DOCUMENT = `
  INSERT INTO knowledge_documents (document_id, collection, external_id, title, source, origin, content, content_hash,
    index_version, metadata)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
  ON CONFLICT (document_id) DO UPDATE SET
    external_id = excluded.external_id, title = excluded.title, source = excluded.source, origin = excluded.origin,
    content = excluded.content, content_hash = excluded.content_hash, index_version = excluded.index_version,
    metadata = excluded.metadata, updated_at = now()`;

/** Adds the chunks of a stored document to both indexes and to the collection's counts. */
export async function addChunks(
  manager: EntityManager,
  document: IndexedDocument & { documentId: string },
  embeddings: ChunkEmbeddings,
): Promise<void> {
  const { chunks, collection } = document;
  if (chunks.length > 0) {
    const chunkNos = await insertChunks(manager, document, embeddings);
    await insertPostings(manager, collection, chunks, chunkNos);
  }
  const tokens = chunks.reduce((sum, chunk) => sum + chunk.tokenCount, 0);
  await addToStats(manager, collection, chunks.length, tokens);
}

async function insertChunks(
  manager: EntityManager,
  document: IndexedDocument & { documentId: string },
  embeddings: ChunkEmbeddings,
): Promise<Map<number, number>> {
  const { chunks } = document;
  const rows = await manager.query<{ chunk_no: number; ordinal: number }[]>(
    `INSERT INTO knowledge_chunks (document_id, collection, embedder, chunk_id, ordinal, heading, start_offset, end_offset,
       text, token_count, embedding)
     SELECT $1, $2, $3, c.chunk_id, c.ordinal, c.heading, c.start_offset, c.end_offset, c.text, c.token_count,
       c.embedding::${embeddings.columnType}
     FROM unnest($4::uuid[], $5::integer[], $6::text[], $7::integer[], $8::integer[], $9::text[], $10::integer[], $11::text[])
       AS c (chunk_id, ordinal, heading, start_offset, end_offset, text, token_count, embedding)
     ORDER BY c.ordinal
     RETURNING chunk_no, ordinal`,
    [
      document.documentId,
      document.collection,
      embeddings.embedder,
      chunks.map(() => uuidV7()),
      chunks.map((chunk) => chunk.ordinal),
      chunks.map((chunk) => chunk.heading),
      chunks.map((chunk) => chunk.start),
      chunks.map((chunk) => chunk.end),
      chunks.map((chunk) => chunk.text),
      chunks.map((chunk) => chunk.tokenCount),
      embeddings.literals,
    ],
  );
  return new Map(rows.map((row) => [row.ordinal, row.chunk_no]));
}

async function insertPostings(
  manager: EntityManager,
  collection: string,
  chunks: readonly IndexedChunk[],
  chunkNos: ReadonlyMap<number, number>,
): Promise<void> {
  const postings = chunks.flatMap((chunk) =>
    Array.from(chunk.terms, ([term, count]) => ({ term, count, chunkNo: chunkNos.get(chunk.ordinal), chunk })),
  );
  const termColumn = postings.map((posting) => posting.term);
  await manager.query(ADD_TERMS, [collection, termColumn]);
  await manager.query(ADD_POSTINGS, [
    collection,
    termColumn,
    postings.map((posting) => posting.chunkNo),
    postings.map((posting) => posting.count),
    postings.map((posting) => posting.chunk.tokenCount),
  ]);
}

const ADD_TERMS = `
  INSERT INTO knowledge_terms (collection, term, document_frequency)
  SELECT $1, term, count(*) FROM unnest($2::text[]) AS t (term) GROUP BY term
  ON CONFLICT (collection, term)
  DO UPDATE SET document_frequency = knowledge_terms.document_frequency + excluded.document_frequency`;

const ADD_POSTINGS = `
  INSERT INTO knowledge_postings (term_id, chunk_no, term_frequency, token_count)
  SELECT t.term_id, p.chunk_no, p.term_frequency, p.token_count
  FROM unnest($2::text[], $3::integer[], $4::smallint[], $5::smallint[]) AS p (term, chunk_no, term_frequency, token_count)
  JOIN knowledge_terms t ON t.collection = $1 AND t.term = p.term`;

/** Takes a document's chunks out of both indexes and of the collection's counts; the document's row stays. */
export async function removeChunks(manager: EntityManager, collection: string, documentId: string): Promise<void> {
  await manager.query(SUBTRACT_TERMS, [documentId]);
  const rows = await manager.query<{ chunks: number; tokens: number; emptied: string[] | null }[]>(COUNT_CHUNKS, [
    documentId,
  ]);
  await manager.query(`DELETE FROM knowledge_chunks WHERE document_id = $1`, [documentId]);
  await manager.query(`DELETE FROM knowledge_terms WHERE term_id = ANY ($1::bigint[])`, [rows[0]?.emptied ?? []]);
  await addToStats(manager, collection, -(rows[0]?.chunks ?? 0), -(rows[0]?.tokens ?? 0));
}

const SUBTRACT_TERMS = `
  UPDATE knowledge_terms t SET document_frequency = t.document_frequency - gone.chunks
  FROM (
    SELECT p.term_id, count(*)::integer AS chunks
    FROM knowledge_postings p JOIN knowledge_chunks c ON c.chunk_no = p.chunk_no
    WHERE c.document_id = $1
    GROUP BY p.term_id
  ) gone
  WHERE t.term_id = gone.term_id`;

const COUNT_CHUNKS = `
  SELECT count(*)::integer AS chunks, coalesce(sum(token_count), 0)::integer AS tokens,
    (SELECT array_agg(DISTINCT t.term_id)
     FROM knowledge_chunks c
     JOIN knowledge_postings p ON p.chunk_no = c.chunk_no
     JOIN knowledge_terms t ON t.term_id = p.term_id
     WHERE c.document_id = $1 AND t.document_frequency <= 0) AS emptied
  FROM knowledge_chunks WHERE document_id = $1`;

/** Removes a document whose chunks are already out of the indexes. */
export async function deleteDocument(manager: EntityManager, documentId: string): Promise<void> {
  await manager.query(`DELETE FROM knowledge_documents WHERE document_id = $1`, [documentId]);
}

async function addToStats(manager: EntityManager, collection: string, chunks: number, tokens: number): Promise<void> {
  await manager.query(
    `INSERT INTO knowledge_stats (collection, chunk_count, token_total, version) VALUES ($1, $2, $3, 1)
     ON CONFLICT (collection) DO UPDATE SET
       chunk_count = knowledge_stats.chunk_count + excluded.chunk_count,
       token_total = knowledge_stats.token_total + excluded.token_total,
       version = knowledge_stats.version + 1`,
    [collection, chunks, tokens],
  );
}
