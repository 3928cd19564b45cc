import { Injectable } from '@nestjs/common';
import {
  IdempotencyService,
  ProblemError,
  type Caller,
  type IdempotencyRequest,
  type IdempotentAnswer,
} from '../platform/index.js';
import { isUuid, uuidV7 } from '../shared/uuid-v7.js';
import { type FeedbackRequest, type FeedbackResponse } from './dto/conversation.dto.js';
import { FeedbackRepository } from './feedback.repository.js';

/** Keeps what people thought of a draft and what they sent instead: later, what drafts are measured by. */
@Injectable()
export class FeedbackService {
  constructor(
    private readonly feedback: FeedbackRepository,
    private readonly idempotency: IdempotencyService,
  ) {}

  /** @throws ProblemError `not_found` for anything but an assistant's message the caller may see */
  async record(
    messageId: string,
    { rating, outcome, final_text, comment }: FeedbackRequest,
    caller: Caller,
    idempotency: IdempotencyRequest | null,
  ): Promise<IdempotentAnswer<FeedbackResponse>> {
    const conversationId = isUuid(messageId)
      ? await this.feedback.findConversationId(messageId, caller.boundUserId)
      : undefined;
    if (conversationId === undefined) throw notFound();

    return this.idempotency.run(idempotency, async (manager) => {
      const feedbackId = uuidV7();
      const createdAt = await this.feedback.record(
        {
          feedbackId,
          messageId,
          keyId: caller.keyId,
          rating,
          outcome: outcome ?? null,
          finalText: final_text ?? null,
          comment: comment ?? null,
        },
        manager,
      );
      if (createdAt === undefined) throw notFound();
      const body = {
        feedback_id: feedbackId,
        message_id: messageId,
        rating,
        outcome: outcome ?? null,
        created_at: createdAt.toISOString(),
      };
      return { status: 201, body, conversationId };
    });
  }
}

function notFound(): ProblemError {
  return new ProblemError('not_found', 'No message of the assistant has this id.');
}
