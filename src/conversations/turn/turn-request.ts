import { type Caller, type IdempotencyRequest } from '../../platform/index.js';

/** One request for a turn, validated and free of HTTP. */
export interface TurnRequest {
  message: string;
  sender: string;
  /** Context the caller brought along; oldest first. Never stored as messages. */
  history: { sender: 'prospect' | 'agent'; content: string }[] | null;
  prospectReference: string | null;
  conversationId: string | undefined;
  /** Whether the answer tells how it came about. */
  withTrace: boolean;
  caller: Caller;
  idempotency: IdempotencyRequest | null;
  /** Answered by the last backend, which costs nothing and needs no network, whatever is configured. */
  offline?: boolean;
  /** Ids to use instead of fresh ones, for rows that must be found again (samples). */
  ids?: { conversationId: string; userMessageId: string; assistantMessageId: string };
}
