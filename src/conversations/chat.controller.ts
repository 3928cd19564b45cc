import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import {
  CurrentCaller,
  IdempotencyKey,
  mayActFor,
  ProblemError,
  RequireScope,
  type Caller,
  type IdempotencyRequest,
} from '../platform/index.js';
import { isUuid } from '../shared/uuid-v7.js';
import { toChatResponse } from './chat.mapper.js';
import { ChatRequest, ChatResponse } from './dto/chat.dto.js';
import { TurnResponder } from './turn-responder.service.js';
import { type TurnRequest } from './turn/turn-request.js';

@ApiTags('conversations')
@Controller('chat')
export class ChatController {
  constructor(private readonly responder: TurnResponder) {}

  /** Answers a customer of the shop from its records: best sellers, stock, prices, and their own orders. */
  @Post()
  @HttpCode(200)
  @RequireScope('converse')
  @ApiOperation({
    description:
      'With `Accept: text/event-stream` the same turn arrives as events: start, analysis, tool-call, tool-result, text-delta, citation, end (this body) or error (a problem document).',
  })
  @ApiProduces('application/json', 'text/event-stream')
  @ApiOkResponse({ type: ChatResponse })
  async chat(
    @Body() body: ChatRequest,
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() idempotency: IdempotencyRequest | null,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.responder.send(toTurnRequest(body, caller, idempotency), request, reply, {
      textOf: ({ response }) => response,
    });
  }
}

/** @throws ProblemError customer_not_found, conversation_not_found for what cannot be the caller's */
export function toTurnRequest(
  { message, user_id: userId, conversation_id: conversationId }: ChatRequest,
  caller: Caller,
  idempotency: IdempotencyRequest | null,
): TurnRequest<ChatResponse> {
  // Naming somebody else is like naming nobody.
  if (userId != null && !mayActFor(caller, userId)) {
    throw new ProblemError('customer_not_found', 'No customer of the shop has this id.');
  }
  if (conversationId != null && !isUuid(conversationId)) {
    throw new ProblemError('conversation_not_found', 'No conversation has this id.');
  }
  return {
    channel: 'shop',
    toBody: (turn) => toChatResponse(turn, new Date()),
    message,
    sender: 'user',
    history: null,
    reference: userId ?? null,
    conversationId: conversationId ?? undefined,
    caller,
    idempotency,
  };
}
