import { type ReplyEvent } from '../../agent/index.js';
import { type ProcessMessageResponse } from '../dto/process-message-response.dto.js';

/** The agent's stream as the product tells it: with a beginning, and an end that is the committed answer. */
export type TurnEvent =
  | { type: 'start'; conversationId: string; messageId: string }
  | Exclude<ReplyEvent, { type: 'end' }>
  | { type: 'end'; body: ProcessMessageResponse };

/** A turn that may begin, or the stored answer of one that already happened. */
export type StartedReply =
  { kind: 'replay'; body: ProcessMessageResponse } | { kind: 'turn'; events: AsyncGenerator<TurnEvent> };
