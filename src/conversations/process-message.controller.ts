import { Body, Controller, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import {
  CurrentCaller,
  EventLog,
  IdempotencyKey,
  prefersEventStream,
  ProblemError,
  RequireScope,
  sendEventStream,
  type Caller,
  type IdempotencyRequest,
} from '../platform/index.js';
import { isProspectSide } from '../shared/is-prospect-side.js';
import { isUuid } from '../shared/uuid-v7.js';
import { ProcessMessageQuery } from './dto/process-message-query.dto.js';
import { ProcessMessageRequest, type HistoryMessageDto } from './dto/process-message.dto.js';
import { ProcessMessageResponse } from './dto/process-message-response.dto.js';
import { renderTurnEvent } from './render-turn-event.js';
import { ReplyService } from './reply.service.js';
import { type StartedReply, type TurnEvent } from './turn/reply-event.js';
import { TurnAbandoned, type TurnClock } from './turn/turn-clock.js';
import { type TurnRequest } from './turn/turn-request.js';

const EVENT_STREAM = 'text/event-stream';

@ApiTags('conversations')
@Controller('process_message')
export class ProcessMessageController {
  constructor(
    private readonly replies: ReplyService,
    private readonly log: EventLog,
  ) {}

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
    const turnRequest = toTurnRequest(body, query.trace === 'true', caller, idempotency);
    const clock = this.replies.newClock();
    if (prefersEventStream(request.headers.accept)) await this.stream(turnRequest, clock, reply);
    else await this.answer(turnRequest, clock, reply);
  }

  private async answer(request: TurnRequest, clock: TurnClock, reply: FastifyReply): Promise<void> {
    const started = await this.replies.start(request, clock);
    if (started.kind === 'replay') void reply.header('Idempotency-Replayed', 'true');
    await reply.send(started.kind === 'replay' ? started.body : await foldTurn(started.events));
  }

  /** The client may leave from the first moment on, also while its turn still waits for others. */
  private async stream(request: TurnRequest, clock: TurnClock, reply: FastifyReply): Promise<void> {
    const onClose = (): void => {
      clock.abandon();
    };
    reply.raw.once('close', onClose);
    try {
      const started = await this.replies.start(request, clock);
      if (started.kind === 'replay') void reply.header('Idempotency-Replayed', 'true');
      await sendEventStream(reply, renderAll(eventsOf(started)), { log: this.log, onClose });
    } catch (error) {
      if (!(error instanceof TurnAbandoned)) throw error;
    }
  }
}

function toTurnRequest(
  body: ProcessMessageRequest,
  withTrace: boolean,
  caller: Caller,
  idempotency: IdempotencyRequest | null,
): TurnRequest {
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
    message: body.current_prospect_message.content,
    sender: body.current_prospect_message.sender ?? 'prospect',
    history: body.conversation_id == null ? history.map(toHistoryEntry) : null,
    prospectReference: body.prospect_id ?? null,
    conversationId: body.conversation_id ?? undefined,
    withTrace,
    caller,
    idempotency,
  };
}

function toHistoryEntry({ sender, content }: HistoryMessageDto): { sender: 'prospect' | 'agent'; content: string } {
  return { sender: isProspectSide(sender) ? 'prospect' : 'agent', content };
}

async function foldTurn(events: AsyncGenerator<TurnEvent>): Promise<ProcessMessageResponse> {
  for await (const event of events) if (event.type === 'end') return event.body;
  throw new Error('the turn ended without an answer');
}

/** A stored answer is told as a stream too: its text and its end. */
async function* eventsOf(started: StartedReply): AsyncGenerator<TurnEvent> {
  if (started.kind === 'turn') {
    yield* started.events;
    return;
  }
  const { body } = started;
  yield { type: 'start', conversationId: body.conversation_id, messageId: body.message_id };
  yield { type: 'text-delta', delta: body.suggested_response_draft };
  yield { type: 'end', body };
}

async function* renderAll(events: AsyncIterable<TurnEvent>): AsyncGenerator<ReturnType<typeof renderTurnEvent>> {
  for await (const event of events) yield renderTurnEvent(event);
}
