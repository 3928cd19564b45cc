import { Inject, Injectable } from '@nestjs/common';
import { AgentService, type Reply, type Turn, type TurnLedger } from '../agent/index.js';
import { LlmError } from '../llm/index.js';
import { APP_CONFIG, DrainState, EventLog, Metrics, ProblemError, type AppConfig } from '../platform/index.js';
import { shorten } from '../shared/text.js';
import { uuidV7 } from '../shared/uuid-v7.js';
import {
  buildBrokenClosing,
  buildCompleteClosing,
  PREVIEW_LENGTH,
  type PartialTurn,
  type TurnIdentity,
} from './turn/build-closing.js';
import { ConversationQueue } from './turn/conversation-queue.js';
import { openTurn, type OpenedTurn } from './turn/open-turn.js';
import { type StartedReply, type TurnEvent } from './turn/reply-event.js';
import { TurnAbandoned, TurnClock } from './turn/turn-clock.js';
import { type TurnRequest } from './turn/turn-request.js';
import { TurnRepository, type StoredMessage, type TurnOpening } from './turn/turn.repository.js';

const TITLE_LENGTH = 80;
/** Messages of a stored conversation that one turn reads. */
const HISTORY_MESSAGES = 20;
/** Messages of a brought-along history that one turn looks at: the newest. */
const GIVEN_HISTORY_MESSAGES = 200;
/** A lease outlives the deadline of a short turn, so that a turn at its limit can still be closed by whoever ran it. */
const LEASE_MARGIN_MS = 5_000;
/** A long turn renews its lease instead: a crash then blocks its conversation for seconds, not for the whole deadline. */
const MAX_LEASE_MS = 15_000;
const RENEW_EVERY_MS = 5_000;

interface RunningTurn<Body = unknown> {
  opened: OpenedTurn;
  opening: TurnOpening;
  request: TurnRequest<Body>;
  clock: TurnClock;
  /** Gives back the conversation, the place in flight and the timer. */
  release: () => void;
}

/** The spine: opens a turn, lets the agent answer it, closes it. JSON and event streams render what it yields. */
@Injectable()
export class ReplyService {
  private readonly queue = new ConversationQueue();

  constructor(
    private readonly agent: AgentService,
    private readonly turns: TurnRepository,
    private readonly drain: DrainState,
    private readonly log: EventLog,
    private readonly metrics: Metrics,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  /**
   * Opens the turn. What it returns must be iterated, which runs and closes it.
   * @throws ProblemError conversation_not_found, conversation_closed, customer_not_found, idempotency_*, overloaded, deadline_exceeded
   */
  async start<Body>(request: TurnRequest<Body>, clock: TurnClock): Promise<StartedReply<Body>> {
    const releases: (() => void)[] = [
      () => {
        clock.stop();
      },
    ];
    const release = (): void => {
      for (const give of releases.splice(0)) give();
    };
    try {
      releases.push(this.drain.enter());
      if (request.conversationId !== undefined) {
        releases.unshift(await this.queue.enter(request.conversationId, clock.signal));
      }
      const opening = this.openingOf(request);
      const opened = await openTurn(this.turns, opening, clock.signal);
      if (opened.outcome === 'replay') {
        release();
        return { kind: 'replay', body: opened.response as Body };
      }
      return { kind: 'turn', events: this.run({ opened, opening, request, clock, release }) };
    } catch (error) {
      release();
      throw error;
    }
  }

  newClock(): TurnClock {
    return new TurnClock(this.config.turn.deadlineMs, this.drain.overdueSignal);
  }

  private openingOf(request: TurnRequest): TurnOpening {
    return {
      channel: request.channel,
      conversationId: request.conversationId,
      newConversationId: request.ids?.conversationId ?? uuidV7(),
      userMessageId: request.ids?.userMessageId ?? uuidV7(),
      assistantMessageId: request.ids?.assistantMessageId ?? uuidV7(),
      leaseToken: uuidV7(),
      leaseMs: Math.min(this.config.turn.deadlineMs + LEASE_MARGIN_MS, MAX_LEASE_MS),
      content: request.message,
      sender: request.sender,
      title: shorten(request.message, TITLE_LENGTH),
      preview: shorten(request.message, PREVIEW_LENGTH),
      reference: request.reference,
      boundUserId: request.caller.boundUserId,
      idempotency: request.idempotency,
      historyLimit: HISTORY_MESSAGES,
    };
  }

  private async *run<Body>(running: RunningTurn<Body>): AsyncGenerator<TurnEvent<Body>> {
    const partial: PartialTurn = { text: '', analysis: null, toolUses: [], modelCalls: [], promptVersion: '' };
    let ended: 'complete' | 'aborted' | 'failed' = 'aborted';
    const renewal = setInterval(() => void this.renewLease(running), RENEW_EVERY_MS);
    try {
      const reply = yield* this.answer(running, partial);
      const body = await this.complete(running, reply);
      ended = 'complete';
      running.release();
      yield { type: 'end', body };
    } catch (error) {
      if (error instanceof TurnAbandoned) return;
      if (ended !== 'complete') ended = 'failed';
      throw toProblem(error);
    } finally {
      clearInterval(renewal);
      if (ended !== 'complete') await this.giveUp(running, ended, partial);
      running.release();
    }
  }

  private async renewLease(running: RunningTurn): Promise<void> {
    try {
      await this.turns.renew(identify(running), running.opening.leaseMs);
    } catch (error) {
      this.log.warn('turn.renewal_failed', { message_id: running.opening.assistantMessageId }, error);
    }
  }

  /** The agent's stream, remembered as far as it came; returns the reply it ends with. */
  private async *answer(running: RunningTurn, partial: PartialTurn): AsyncGenerator<TurnEvent<never>, Reply> {
    const { opened, opening, clock } = running;
    yield { type: 'start', conversationId: opened.conversationId, messageId: opening.assistantMessageId };
    for await (const event of this.agent.run(toTurn(running, partial), clock.signal)) {
      if (event.type === 'end') {
        clock.signal.throwIfAborted();
        return event.reply;
      }
      if (event.type === 'text-delta') partial.text += event.delta;
      if (event.type === 'analysis') partial.analysis = event.analysis;
      yield event;
    }
    throw new Error('the agent ended without a reply');
  }

  /** Commits the answer; only what is committed is told. */
  private async complete<Body>(running: RunningTurn<Body>, reply: Reply): Promise<Body> {
    const { opened, opening, request, clock } = running;
    const { conversationId, userId } = opened;
    const messageId = opening.assistantMessageId;
    const body = request.toBody({ conversationId, messageId, userId, reply, elapsedMs: clock.elapsedMs });
    const closed = await this.turns.close(buildCompleteClosing(identify(running), reply, body));
    if (!closed) throw (await this.turns.exists(opened.conversationId)) ? leaseLost() : conversationGone();
    this.record(running, 'complete', reply);
    return body;
  }

  /** A turn that broke is closed if the database lets us; otherwise its lease runs out and the next opening cleans up. */
  private async giveUp(running: RunningTurn, status: 'aborted' | 'failed', partial: PartialTurn): Promise<void> {
    try {
      await this.turns.close(buildBrokenClosing(identify(running), status, partial));
    } catch (error) {
      this.log.warn('turn.close_failed', { message_id: running.opening.assistantMessageId }, error);
    }
    this.record(running, status);
  }

  private record({ opened, opening, clock, request }: RunningTurn, status: string, reply?: Reply): void {
    const durationMs = clock.elapsedMs;
    this.metrics.recordTurn(request.channel, status, durationMs);
    this.log.info(`turn.${status}`, {
      conversation_id: opened.conversationId,
      message_id: opening.assistantMessageId,
      duration_ms: Math.round(durationMs),
      intent: reply?.analysis.intent,
      tools: reply?.toolUses.length,
      provider: reply?.model.provider,
      degraded: reply?.model.degraded,
    });
  }
}

function toTurn({ opened, opening, request, clock }: RunningTurn, ledger: TurnLedger): Turn {
  const isShop = request.channel === 'shop';
  return {
    channel: request.channel,
    conversationId: opened.conversationId,
    messageId: opening.assistantMessageId,
    message: request.message,
    history: request.history?.slice(-GIVEN_HISTORY_MESSAGES) ?? opened.recent.flatMap(toHistoryEntry),
    prospectReference: isShop
      ? null
      : (request.reference ?? (opened.customer === null ? null : String(opened.customer.customerId))),
    customer: opened.customer,
    shopUserId: isShop ? opened.userId : null,
    slots: opened.slots,
    now: new Date(),
    deadlineAt: clock.deadlineAt,
    offline: request.offline ?? false,
    ledger,
  };
}

function identify({ opened, opening }: RunningTurn): TurnIdentity {
  return { ...opening, conversationId: opened.conversationId };
}

function toHistoryEntry({ role, content, status }: StoredMessage): Turn['history'] {
  if (content === '' || status === 'running' || status === 'failed') return [];
  return [{ sender: role === 'user' ? 'prospect' : 'agent', content }];
}

function leaseLost(): ProblemError {
  return new ProblemError(
    'deadline_exceeded',
    'The turn was given up before its answer could be stored; please send it again.',
  );
}

/** Deleted while the turn ran. */
function conversationGone(): ProblemError {
  return new ProblemError('conversation_not_found', 'The conversation was deleted while this turn ran.');
}

function toProblem(error: unknown): unknown {
  if (!(error instanceof LlmError)) return error;
  return new ProblemError('provider_unavailable', 'No language model could answer; please try again.', {
    retryAfterSeconds: 5,
    cause: error,
  });
}
