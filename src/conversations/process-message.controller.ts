import { Body, Controller, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import {
  CurrentCaller,
  IdempotencyKey,
  ProblemError,
  RequireScope,
  type Caller,
  type IdempotencyRequest,
} from '../platform/index.js';
import { isProspectSide } from '../shared/is-prospect-side.js';
import { isUuid } from '../shared/uuid-v7.js';
import { ProcessMessageQuery } from './dto/process-message-query.dto.js';
import { ProcessMessageRequest, type HistoryMessageDto } from './dto/process-message.dto.js';
import { ProcessMessageResponse } from './dto/process-message-response.dto.js';
import { toProcessMessageResponse } from './process-message.mapper.js';
import { TurnResponder } from './turn-responder.service.js';
import { type TurnRequest } from './turn/turn-request.js';

const EVENT_STREAM = 'text/event-stream';

@ApiTags('conversations')
@Controller('process_message')
export class ProcessMessageController {
  constructor(private readonly responder: TurnResponder) {}

  /** Understands a prospect's message and drafts a grounded answer. */
  @Post()
  @HttpCode(200)
  @RequireScope('converse')
  @ApiOperation({
    description:
      'With `Accept: text/event-stream` the same turn arrives as events: start, analysis, tool-call, tool-result, text-delta, citation, end (this body) or error (a problem document).',
  })
  @ApiProduces('application/json', EVENT_STREAM)
  @ApiOkResponse({ type: ProcessMessageResponse })
  async process(
    @Body() body: ProcessMessageRequest,
    @Query() query: ProcessMessageQuery,
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() idempotency: IdempotencyRequest | null,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.responder.send(toTurnRequest(body, query.trace === 'true', caller, idempotency), request, reply, {
      textOf: ({ suggested_response_draft: text }) => text,
    });
  }
}

function toTurnRequest(
  body: ProcessMessageRequest,
  withTrace: boolean,
  caller: Caller,
  idempotency: IdempotencyRequest | null,
): TurnRequest<ProcessMessageResponse> {
  const history = body.conversation_history ?? [];
  if (body.conversation_id != null && history.length > 0) {
    throw new ProblemError('validation_failed', 'A stored conversation has its own history.', {
      errors: [
        {
          pointer: '/conversation_history',
          code: 'not_with_conversation_id',
          message: 'must not be given together with conversation_id',
        },
      ],
    });
  }
  if (body.conversation_id != null && !isUuid(body.conversation_id)) {
    throw new ProblemError('conversation_not_found', 'No conversation has this id.');
  }
  return {
    channel: 'sales',
    toBody: (turn) => toProcessMessageResponse(turn, withTrace),
    message: body.current_prospect_message.content,
    sender: body.current_prospect_message.sender ?? 'prospect',
    history: body.conversation_id == null ? history.map(toHistoryEntry) : null,
    reference: body.prospect_id ?? null,
    conversationId: body.conversation_id ?? undefined,
    caller,
    idempotency,
  };
}

function toHistoryEntry({ sender, content }: HistoryMessageDto): { sender: 'prospect' | 'agent'; content: string } {
  return { sender: isProspectSide(sender) ? 'prospect' : 'agent', content };
}
