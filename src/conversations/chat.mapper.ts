import { type ChatResponse } from './dto/chat.dto.js';
import { toAccountDto, toCitationDto, toClaimDto, toToolUsageDto } from './process-message.mapper.js';
import { type FinishedTurn } from './turn/turn-request.js';

/** The contract's shape of a finished turn of the shop's assistant. */
export function toChatResponse(
  { conversationId, messageId, userId, reply, elapsedMs }: FinishedTurn,
  now: Date,
): ChatResponse {
  return {
    response: reply.draft,
    conversation_id: conversationId,
    message_id: messageId,
    user_id: userId,
    timestamp: now.toISOString(),
    status: reply.status,
    intent: reply.analysis.intent,
    confidence: reply.analysis.intentConfidence,
    entities: reply.analysis.entities,
    needs_clarification: reply.status === 'needs_clarification',
    clarifying_question: reply.clarifyingQuestion,
    facts: reply.facts,
    citations: reply.citations.map(toCitationDto),
    claims: reply.claims.map(toClaimDto),
    tool_usage_log: reply.toolUses.map(toToolUsageDto),
    ...toAccountDto(reply, elapsedMs),
  };
}
