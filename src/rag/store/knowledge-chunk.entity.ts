import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

/**
 * A piece of a document. Rows are never updated: a changed document gets new ones. The column `embedding` is not
 * mapped, because its type depends on the server (`vector` or `real[]`); it is read and written by SQL only.
 */
@Entity('knowledge_chunks')
@Unique('uq_knowledge_chunks_chunk_id', ['chunkId'])
@Unique('uq_knowledge_chunks_document_id_ordinal', ['documentId', 'ordinal'])
@Index('ix_knowledge_chunks_collection', ['collection', 'chunkNo'])
@Index('ix_knowledge_chunks_embedding', { synchronize: false })
@Check('ck_knowledge_chunks_offsets', '"start_offset" >= 0 AND "end_offset" > "start_offset"')
export class KnowledgeChunk {
  /** Narrow key of the postings; `chunkId` is the one shown outside. */
  @PrimaryGeneratedColumn('identity', {
    name: 'chunk_no',
    type: 'integer',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'pk_knowledge_chunks',
  })
  chunkNo!: number;

  @Column('uuid', { name: 'chunk_id' })
  chunkId!: string;

  @Column('uuid', { name: 'document_id' })
  @ForeignKey('KnowledgeDocument', { name: 'fk_knowledge_chunks_document_id', onDelete: 'CASCADE' })
  documentId!: string;

  @Column('text')
  collection!: string;

  @Column('integer')
  ordinal!: number;

  @Column('text')
  heading!: string;

  @Column('integer', { name: 'start_offset' })
  startOffset!: number;

  @Column('integer', { name: 'end_offset' })
  endOffset!: number;

  @Column('text')
  text!: string;

  /** Index terms in title, heading and text: the length BM25 normalises by. */
  @Column('integer', { name: 'token_count' })
  tokenCount!: number;

  @Column('text')
  embedder!: string;
}
