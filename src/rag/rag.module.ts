import { Inject, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';

import { EMBEDDING_PROVIDER, type EmbeddingProvider, LlmModule } from '../llm/index.js';
import { APP_CONFIG, type AppConfig, EventLog } from '../platform/index.js';
import { KnowledgeIngestService } from './ingest/knowledge-ingest.service.js';
import { KnowledgeController } from './knowledge.controller.js';
import { KnowledgeSearchRepository } from './retrieve/knowledge-search.repository.js';
import { RecordSearchService } from './records/record-search.service.js';
import { RetrieveService } from './retrieve/retrieve.service.js';
import { KnowledgeChunk } from './store/knowledge-chunk.entity.js';
import { KnowledgeDocument } from './store/knowledge-document.entity.js';
import { KnowledgeDocumentRepository } from './store/knowledge-document.repository.js';
import { KnowledgePosting, KnowledgeStats, KnowledgeTerm } from './store/knowledge-keyword.entity.js';
import { openVectorStore } from './store/open-vector-store.js';
import { VECTOR_STORE } from './store/vector-store.port.js';

export const KNOWLEDGE_ENTITIES = [KnowledgeDocument, KnowledgeChunk, KnowledgeTerm, KnowledgePosting, KnowledgeStats];

@Module({
  imports: [LlmModule, TypeOrmModule.forFeature(KNOWLEDGE_ENTITIES)],
  controllers: [KnowledgeController],
  providers: [
    {
      provide: VECTOR_STORE,
      inject: [DataSource, EMBEDDING_PROVIDER, EventLog],
      useFactory: (dataSource: DataSource, embedder: EmbeddingProvider, log: EventLog) =>
        openVectorStore(dataSource, embedder, log),
    },
    KnowledgeIngestService,
    KnowledgeDocumentRepository,
    KnowledgeSearchRepository,
    RetrieveService,
    RecordSearchService,
  ],
  exports: [RetrieveService, RecordSearchService, KnowledgeIngestService, KnowledgeDocumentRepository],
})
export class RagModule implements OnApplicationBootstrap {
  constructor(
    private readonly ingest: KnowledgeIngestService,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  /** The first question must find the knowledge: a start takes the time of the changed files, a warm one of a hash each. */
  async onApplicationBootstrap(): Promise<void> {
    await this.ingest.syncDirectory(this.config.knowledge.dir);
  }
}
