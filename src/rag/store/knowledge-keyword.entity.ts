import { Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** A term of a collection and the number of chunks it occurs in. */
@Entity('knowledge_terms')
@Unique('uq_knowledge_terms_collection_term', ['collection', 'term'])
export class KnowledgeTerm {
  @PrimaryGeneratedColumn('identity', {
    name: 'term_id',
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'pk_knowledge_terms',
  })
  termId!: string;

  @Column('text')
  collection!: string;

  @Column('text')
  term!: string;

  @Column('integer', { name: 'document_frequency' })
  documentFrequency!: number;
}

/** How often a term occurs in a chunk, beside the chunk's length: all that BM25 needs to know of the pair. */
@Entity('knowledge_postings')
@Index('ix_knowledge_postings_chunk_no', ['chunkNo'])
export class KnowledgePosting {
  @PrimaryColumn('bigint', { name: 'term_id', primaryKeyConstraintName: 'pk_knowledge_postings' })
  @ForeignKey('KnowledgeTerm', { name: 'fk_knowledge_postings_term_id' })
  termId!: string;

  @PrimaryColumn('integer', { name: 'chunk_no', primaryKeyConstraintName: 'pk_knowledge_postings' })
  @ForeignKey('KnowledgeChunk', { name: 'fk_knowledge_postings_chunk_no', onDelete: 'CASCADE' })
  chunkNo!: number;

  @Column('smallint', { name: 'term_frequency' })
  termFrequency!: number;

  @Column('smallint', { name: 'token_count' })
  tokenCount!: number;
}

/** One row per collection; `version` grows with every change, so that readers notice what they hold is old. */
@Entity('knowledge_stats')
export class KnowledgeStats {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_knowledge_stats' })
  collection!: string;

  @Column('integer', { name: 'chunk_count' })
  chunkCount!: number;

  @Column('bigint', { name: 'token_total' })
  tokenTotal!: string;

  @Column('bigint')
  version!: string;
}
