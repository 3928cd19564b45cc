import { type Channel, type Reply } from '../../agent/index.js';
import { type Caller, type IdempotencyRequest } from '../../platform/index.js';

/** A turn that is about to be stored and told. */
export interface FinishedTurn {
  conversationId: string;
  messageId: string;
  userId: string | null;
  reply: Reply;
  elapsedMs: number;
}

/** One request for a turn, validated and free of HTTP; `Body` is the answer in the shape of its route. */
export interface TurnRequest<Body = unknown> {
  channel: Channel;
  /** The answer as the caller gets it, and a retry under the same idempotency key. */
  toBody: (turn: FinishedTurn) => Body;
  message: string;
  sender: string;
  /** Context the caller brought along; oldest first. Never stored as messages. */
  history: { sender: 'prospect' | 'agent'; content: string }[] | null;
  /** The prospect as the caller named them, or the shop's id of its user. */
  reference: string | null;
  conversationId: string | undefined;
  caller: Caller;
  idempotency: IdempotencyRequest | null;
  /** Answered by the last backend, which costs nothing and needs no network, whatever is configured. */
  offline?: boolean;
  /** Ids to use instead of fresh ones, for rows that must be found again (samples). */
  ids?: { conversationId: string; userMessageId: string; assistantMessageId: string };
}
