import { type ReplyEvent } from '../../agent/index.js';

/** The agent's stream as the product tells it: with a beginning, and an end that is the committed answer. */
export type TurnEvent<Body = unknown> =
  | { type: 'start'; conversationId: string; messageId: string }
  | Exclude<ReplyEvent, { type: 'end' }>
  | { type: 'end'; body: Body };

/** A turn that may begin, or the stored answer of one that already happened. */
export type StartedReply<Body = unknown> =
  { kind: 'replay'; body: Body } | { kind: 'turn'; events: AsyncGenerator<TurnEvent<Body>> };
