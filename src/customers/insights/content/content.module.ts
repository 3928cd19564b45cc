import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LlmModule } from '../../../llm/index.js';
import { RagModule } from '../../../rag/index.js';
import { CustomerRepository } from '../../customer.repository.js';
import { BatchChunkService } from './batches/batch-chunk.service.js';
import { BatchRecipientRepository } from './batches/batch-recipient.repository.js';
import { ContentBatchController } from './batches/content-batch.controller.js';
import { ContentBatch, ContentBatchItem } from './batches/content-batch.entity.js';
import { ContentBatchJob } from './batches/content-batch.job.js';
import { ContentBatchRepository } from './batches/content-batch.repository.js';
import { ContentBatchService } from './batches/content-batch.service.js';
import { PreviewBatchService } from './batches/preview-batch.service.js';
import { GenerateContentController } from './generate-content.controller.js';
import { GenerateContentService } from './generate-content.service.js';
import { ContentReader } from './write/content-reader.service.js';
import { ContentWriter } from './write/content-writer.service.js';
import { InteractionSource } from './write/interaction.source.js';
import { SubjectKnowledgeService } from './write/subject-knowledge.service.js';

/** Texts to customers: one at a time, and in batches. */
@Module({
  imports: [LlmModule, RagModule, TypeOrmModule.forFeature([ContentBatch, ContentBatchItem])],
  controllers: [GenerateContentController, ContentBatchController],
  providers: [
    CustomerRepository,
    GenerateContentService,
    ContentReader,
    ContentWriter,
    InteractionSource,
    SubjectKnowledgeService,
    ContentBatchService,
    PreviewBatchService,
    ContentBatchRepository,
    BatchRecipientRepository,
    BatchChunkService,
    ContentBatchJob,
  ],
})
export class ContentModule {}
