import { Injectable } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { EventLog, prefersEventStream, sendEventStream } from '../platform/index.js';
import { renderTurnEvent } from './render-turn-event.js';
import { ReplyService } from './reply.service.js';
import { type StartedReply, type TurnEvent } from './turn/reply-event.js';
import { TurnAbandoned, type TurnClock } from './turn/turn-clock.js';
import { type TurnRequest } from './turn/turn-request.js';

interface Answered {
  conversation_id: string;
  message_id: string;
}

interface Told<Body> {
  /** The text in a stored answer, which a stream tells before its end. */
  textOf: (body: Body) => string;
}

/** Tells a turn over HTTP: as one JSON answer, or as events when the client prefers them. */
@Injectable()
export class TurnResponder {
  constructor(
    private readonly replies: ReplyService,
    private readonly log: EventLog,
  ) {}

  /** @throws ProblemError before anything was sent, as `ReplyService.start` does */
  async send<Body extends Answered>(
    turn: TurnRequest<Body>,
    request: FastifyRequest,
    reply: FastifyReply,
    told: Told<Body>,
  ): Promise<void> {
    const clock = this.replies.newClock();
    if (prefersEventStream(request.headers.accept)) await this.stream(turn, clock, reply, told);
    else await this.answer(turn, clock, reply);
  }

  private async answer<Body>(turn: TurnRequest<Body>, clock: TurnClock, reply: FastifyReply): Promise<void> {
    const started = await this.replies.start(turn, clock);
    if (started.kind === 'replay') void reply.header('Idempotency-Replayed', 'true');
    await reply.send(started.kind === 'replay' ? started.body : await foldTurn(started.events));
  }

  /** The client may leave from the first moment on, also while its turn still waits for others. */
  private async stream<Body extends Answered>(
    turn: TurnRequest<Body>,
    clock: TurnClock,
    reply: FastifyReply,
    told: Told<Body>,
  ): Promise<void> {
    const onClose = (): void => {
      clock.abandon();
    };
    reply.raw.once('close', onClose);
    try {
      const started = await this.replies.start(turn, clock);
      if (started.kind === 'replay') void reply.header('Idempotency-Replayed', 'true');
      await sendEventStream(reply, renderAll(eventsOf(started, told)), { log: this.log, onClose });
    } catch (error) {
      if (!(error instanceof TurnAbandoned)) throw error;
    }
  }
}

async function foldTurn<Body>(events: AsyncGenerator<TurnEvent<Body>>): Promise<Body> {
  for await (const event of events) if (event.type === 'end') return event.body;
  throw new Error('the turn ended without an answer');
}

/** A stored answer is told as a stream too: its text and its end. */
async function* eventsOf<Body extends Answered>(
  started: StartedReply<Body>,
  { textOf }: Told<Body>,
): AsyncGenerator<TurnEvent<Body>> {
  if (started.kind === 'turn') {
    yield* started.events;
    return;
  }
  const { body } = started;
  yield { type: 'start', conversationId: body.conversation_id, messageId: body.message_id };
  yield { type: 'text-delta', delta: textOf(body) };
  yield { type: 'end', body };
}

async function* renderAll(events: AsyncIterable<TurnEvent>): AsyncGenerator<ReturnType<typeof renderTurnEvent>> {
  for await (const event of events) yield renderTurnEvent(event);
}
