import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';

import {
  ApiPage,
  badCursor,
  CollectionWide,
  PageQuery,
  ProblemError,
  readCursor,
  RequireScope,
} from '../platform/index.js';
import { toPage } from '../shared/cursor-page.js';
import { isUuid } from '../shared/uuid-v7.js';
import {
  KnowledgeDocumentContentResponse,
  KnowledgeDocumentResponse,
  SearchKnowledgeRequest,
  SearchKnowledgeResponse,
} from './knowledge.dto.js';
import {
  toDocumentContentResponse,
  toDocumentResponse,
  toRetrievalRequest,
  toSearchResponse,
} from './knowledge.mapper.js';
import { DEFAULT_COLLECTION } from './passage.js';
import { RetrieveService } from './retrieve/retrieve.service.js';
import { KnowledgeDocumentRepository } from './store/knowledge-document.repository.js';

@ApiTags('knowledge')
@Controller('knowledge')
export class KnowledgeController {
  constructor(
    private readonly retriever: RetrieveService,
    private readonly documents: KnowledgeDocumentRepository,
  ) {}

  /** Finds the passages that may answer a question, best first. */
  @Post('search')
  @HttpCode(200)
  @RequireScope('read')
  @ApiOkResponse({ type: SearchKnowledgeResponse })
  async search(@Body() body: SearchKnowledgeRequest) {
    return toSearchResponse(await this.retriever.retrieve(toRetrievalRequest(body)));
  }

  /** Lists the documents, oldest first. */
  @Get('documents')
  @RequireScope('read')
  @CollectionWide()
  @ApiPage(KnowledgeDocumentResponse)
  async listDocuments(@Query() query: PageQuery) {
    const afterId = readDocumentId(readCursor(query.cursor, 1));
    const found = await this.documents.list(DEFAULT_COLLECTION, afterId, query.limit + 1);
    const { data, page } = toPage(found, query.limit, (document) => [document.documentId]);
    return { data: data.map(toDocumentResponse), page };
  }

  /** One document with the text its passages and citations point into. */
  @Get('documents/:id')
  @RequireScope('read')
  @CollectionWide()
  @ApiParam({ name: 'id', description: 'The document’s id, or its source.', example: 'pricing.md' })
  @ApiOkResponse({ type: KnowledgeDocumentContentResponse })
  async getDocument(@Param('id') id: string) {
    const document = await this.documents.find(DEFAULT_COLLECTION, id);
    if (document === undefined) throw new ProblemError('not_found', 'No document has this id.');
    return toDocumentContentResponse(document);
  }
}

/** The cursor's one part is the id of the last document shown. */
function readDocumentId(key: (string | number)[] | undefined): string | null {
  if (key === undefined) return null;
  const [id] = key;
  if (typeof id !== 'string' || !isUuid(id)) throw badCursor();
  return id;
}
