import { Module } from '@nestjs/common';
import { LlmModule } from '../../../llm/index.js';
import { RagModule } from '../../../rag/index.js';
import { CustomerRepository } from '../../customer.repository.js';
import { GenerateContentController } from './generate-content.controller.js';
import { GenerateContentService } from './generate-content.service.js';
import { ContentReader } from './write/content-reader.service.js';
import { ContentWriter } from './write/content-writer.service.js';
import { InteractionSource } from './write/interaction.source.js';
import { SubjectKnowledgeService } from './write/subject-knowledge.service.js';

/** Texts to customers: one at a time, and in batches. */
@Module({
  imports: [LlmModule, RagModule],
  controllers: [GenerateContentController],
  providers: [
    CustomerRepository,
    GenerateContentService,
    ContentReader,
    ContentWriter,
    InteractionSource,
    SubjectKnowledgeService,
  ],
})
export class ContentModule {}
