import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A document as ingested. `content` is the cleaned text that chunk and citation offsets count in. */
@Entity('knowledge_documents')
@Unique('uq_knowledge_documents_collection_source', ['collection', 'source'])
@Unique('uq_knowledge_documents_collection_external_id', ['collection', 'externalId'])
@Check('ck_knowledge_documents_origin', `"origin" = ANY (ARRAY['directory'::text, 'api'::text])`)
export class KnowledgeDocument {
  @PrimaryColumn('uuid', { name: 'document_id', primaryKeyConstraintName: 'pk_knowledge_documents' })
  documentId!: string;

  @Column('text', { default: 'knowledge' })
  collection!: string;

  @Column('text', { name: 'external_id', nullable: true })
  externalId!: string | null;

  @Column('text')
  title!: string;

  /** File path below the knowledge directory, or what the caller named. */
  @Column('text')
  source!: string;

  /** Only documents of the directory are removed when their file is. */
  @Column('text')
  origin!: 'directory' | 'api';

  @Column('text')
  content!: string;

  @Column('text', { name: 'content_hash' })
  contentHash!: string;

  /** Splitter, terms and embedder the index was built with; another one means: index again. */
  @Column('text', { name: 'index_version' })
  indexVersion!: string;

  @Column('jsonb', { default: {} })
  metadata!: Record<string, unknown>;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;
}
