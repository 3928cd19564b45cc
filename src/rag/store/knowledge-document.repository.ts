import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { isUuid } from '../../shared/uuid-v7.js';

/** A document as lists show it. */
export interface DocumentOverview {
  documentId: string;
  externalId: string | null;
  title: string;
  source: string;
  metadata: Record<string, unknown>;
  chunks: number;
  createdAt: Date;
  updatedAt: Date;
}

/** What a document says, for whoever reads all of them. */
export interface DocumentText {
  title: string;
  content: string;
}

export interface DocumentWithContent extends DocumentOverview {
  content: string;
}

const OVERVIEW = `d.document_id AS "documentId", d.external_id AS "externalId", d.title, d.source, d.metadata,
  (SELECT count(*)::integer FROM knowledge_chunks c WHERE c.document_id = d.document_id) AS chunks,
  d.created_at AS "createdAt", d.updated_at AS "updatedAt"`;

/** Reads of documents for people; searching is `retrieve/`. */
@Injectable()
export class KnowledgeDocumentRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Documents of a collection after the given id, in the order they were first ingested. */
  list(collection: string, afterId: string | null, limit: number): Promise<DocumentOverview[]> {
    return this.dataSource.query<DocumentOverview[]>(
      `SELECT ${OVERVIEW} FROM knowledge_documents d
       WHERE d.collection = $1 AND ($2::uuid IS NULL OR d.document_id > $2::uuid)
       ORDER BY d.document_id
       LIMIT $3`,
      [collection, afterId, limit],
    );
  }

  /** Changes whenever a document of the collection is added, changed or removed. */
  async readFingerprint(collection: string): Promise<string> {
    const rows = await this.dataSource.query<{ fingerprint: string }[]>(
      `SELECT count(*) || ' ' || coalesce(max(updated_at)::text, '') || ' ' || coalesce(max(document_id::text), '') AS fingerprint
       FROM knowledge_documents WHERE collection = $1`,
      [collection],
    );
    return rows[0]?.fingerprint ?? '';
  }

  /** The texts of the documents that changed last, each cut to `maxCharacters`. */
  listTexts(collection: string, limit: number, maxCharacters: number): Promise<DocumentText[]> {
    return this.dataSource.query<DocumentText[]>(
      `SELECT title, left(content, $3) AS content FROM knowledge_documents
       WHERE collection = $1 ORDER BY updated_at DESC, document_id LIMIT $2`,
      [collection, limit, maxCharacters],
    );
  }

  /** A document by its id, or by its source, which is unique in its collection and the same on every machine. */
  async find(collection: string, idOrSource: string): Promise<DocumentWithContent | undefined> {
    const rows = await this.dataSource.query<DocumentWithContent[]>(
      `SELECT ${OVERVIEW}, d.content FROM knowledge_documents d
       WHERE d.collection = $1 AND (d.document_id = $2::uuid OR d.source = $3)`,
      [collection, isUuid(idOrSource) ? idOrSource : null, idOrSource],
    );
    return rows[0];
  }
}
