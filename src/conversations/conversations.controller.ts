import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import {
  ApiPage,
  CurrentCaller,
  IdempotencyKey,
  PageQuery,
  RequireScope,
  writeAnswer,
  type Caller,
  type IdempotencyRequest,
} from '../platform/index.js';
import { type Page } from '../shared/cursor-page.js';
import { ConversationService } from './conversation.service.js';
import {
  ClosedConversationResponse,
  ConversationDto,
  FeedbackRequest,
  FeedbackResponse,
  HistoryQuery,
  HistoryResponse,
} from './dto/conversation.dto.js';
import { FeedbackService } from './feedback.service.js';
import { SAMPLE_IDS } from './sample/sample-conversation.js';

@ApiTags('conversations')
@Controller()
export class ConversationsController {
  constructor(
    private readonly conversations: ConversationService,
    private readonly feedback: FeedbackService,
  ) {}

  /** A user's conversations, last changed first. */
  @Get('conversations/:id')
  @ApiParam({ name: 'id', description: 'The user: the customer id of a prospect.', example: SAMPLE_IDS.userId })
  @ApiPage(ConversationDto)
  list(
    @Param('id') userId: string,
    @Query() query: PageQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<Page<ConversationDto>> {
    return this.conversations.list(userId, query, caller);
  }

  /** A conversation's messages, oldest first. */
  @Get('conversations/:id/history')
  @ApiParam({ name: 'id', description: 'The conversation.', example: SAMPLE_IDS.conversationId })
  history(
    @Param('id') conversationId: string,
    @Query() query: HistoryQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<HistoryResponse> {
    return this.conversations.history(conversationId, query, caller);
  }

  /** Ends a conversation: it stays readable, nothing is added any more. */
  @Post('conversations/:id/close')
  @HttpCode(200)
  @RequireScope('write')
  @ApiParam({ name: 'id', description: 'The conversation.', example: SAMPLE_IDS.conversationId })
  async close(
    @Param('id') conversationId: string,
    @CurrentCaller() caller: Caller,
  ): Promise<ClosedConversationResponse> {
    await this.conversations.close(conversationId, caller);
    return { conversation_id: conversationId, is_active: false };
  }

  /** Deletes a conversation with everything that was made from it. */
  @Delete('conversations/:id')
  @HttpCode(204)
  @RequireScope('write')
  @ApiParam({ name: 'id', description: 'The conversation.' })
  delete(@Param('id') conversationId: string, @CurrentCaller() caller: Caller): Promise<void> {
    return this.conversations.delete(conversationId, caller);
  }

  /** Says what became of a draft. */
  @Post('messages/:id/feedback')
  @RequireScope('converse')
  @ApiParam({ name: 'id', description: 'The assistant’s message.', example: SAMPLE_IDS.assistantMessageId })
  @ApiCreatedResponse({ type: FeedbackResponse })
  async giveFeedback(
    @Param('id') messageId: string,
    @Body() body: FeedbackRequest,
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() idempotency: IdempotencyRequest | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FeedbackResponse> {
    return writeAnswer(reply, await this.feedback.record(messageId, body, caller, idempotency));
  }
}
