import { Readable } from 'node:stream';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiExtraModels,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import {
  ApiPage,
  CollectionWide,
  IdempotencyKey,
  type IdempotencyRequest,
  RequireScope,
  writeAnswer,
} from '../../../../platform/index.js';
import { type Page } from '../../../../shared/cursor-page.js';
import {
  AcceptedContentBatchResponse,
  ContentBatchItemDto,
  ContentBatchItemsQuery,
  ContentBatchPreview,
  ContentBatchResponse,
  ContentExportQuery,
  CreateContentBatchRequest,
} from './content-batch.dto.js';
import { ContentBatchService } from './content-batch.service.js';
import { PreviewBatchService } from './preview-batch.service.js';

const BATCH_ID = { name: 'id', description: 'The batch.', example: '01900000-0000-7000-8000-000000000001' };

/** Texts for many customers, written in the background. They tell about everybody, so a key bound to one user gets none of it. */
@ApiTags('customers')
@Controller('content-batches')
@CollectionWide()
export class ContentBatchController {
  constructor(
    private readonly batches: ContentBatchService,
    private readonly previews: PreviewBatchService,
  ) {}

  /** Orders a text for every customer the filter meets, or tells what that would be. */
  @Post()
  @HttpCode(202)
  @RequireScope('write')
  @ApiOperation({
    description:
      'With `dry_run` nothing is written, and the answer (200) tells who would get a text, who would not and why, and what it would cost.',
  })
  @ApiExtraModels(ContentBatchPreview)
  @ApiAcceptedResponse({ type: AcceptedContentBatchResponse })
  @ApiOkResponse({ type: ContentBatchPreview, description: 'Of a dry run.' })
  async create(
    @Body() body: CreateContentBatchRequest,
    @IdempotencyKey() idempotency: IdempotencyRequest | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AcceptedContentBatchResponse | ContentBatchPreview> {
    if (body.dry_run === true) {
      void reply.code(200);
      return this.previews.preview(body);
    }
    const accepted = writeAnswer(reply, await this.batches.create(body, idempotency));
    void reply.header('Location', `/api/v1/content-batches/${accepted.batch_id}`);
    return accepted;
  }

  /** How far a batch is. */
  @Get(':id')
  @ApiParam(BATCH_ID)
  @ApiOkResponse({ type: ContentBatchResponse })
  get(@Param('id') batchId: string): Promise<ContentBatchResponse> {
    return this.batches.get(batchId);
  }

  /** What the batch did for each customer, by customer id. */
  @Get(':id/items')
  @ApiParam(BATCH_ID)
  @ApiPage(ContentBatchItemDto)
  items(@Param('id') batchId: string, @Query() query: ContentBatchItemsQuery): Promise<Page<ContentBatchItemDto>> {
    return this.batches.listItems(batchId, query);
  }

  /** The texts as CSV. No cell can act as a formula of a spreadsheet. */
  @Get(':id/export.csv')
  @ApiParam(BATCH_ID)
  @ApiProduces('text/csv')
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } })
  async export(
    @Param('id') batchId: string,
    @Query() query: ContentExportQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const lines = await this.batches.export(batchId, query);
    await reply
      .header('Content-Type', 'text/csv; charset=utf-8; header=present')
      .header('Content-Disposition', 'attachment; filename="content.csv"')
      .header('Cache-Control', 'no-store')
      .send(Readable.from(lines));
  }

  /** Lets a batch rest. */
  @Post(':id/pause')
  @HttpCode(200)
  @RequireScope('write')
  @ApiParam(BATCH_ID)
  @ApiOkResponse({ type: ContentBatchResponse })
  pause(@Param('id') batchId: string): Promise<ContentBatchResponse> {
    return this.batches.pause(batchId);
  }

  /** Lets a paused batch go on. */
  @Post(':id/resume')
  @HttpCode(200)
  @RequireScope('write')
  @ApiParam(BATCH_ID)
  @ApiOkResponse({ type: ContentBatchResponse })
  resume(@Param('id') batchId: string): Promise<ContentBatchResponse> {
    return this.batches.resume(batchId);
  }

  /** Ends a batch for good; what it wrote stays. */
  @Post(':id/cancel')
  @HttpCode(200)
  @RequireScope('write')
  @ApiParam(BATCH_ID)
  @ApiOkResponse({ type: ContentBatchResponse })
  cancel(@Param('id') batchId: string): Promise<ContentBatchResponse> {
    return this.batches.cancel(batchId);
  }
}
