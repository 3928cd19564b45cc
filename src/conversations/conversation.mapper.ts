import { type ConversationRow, type MessageRow } from './conversation.repository.js';
import { type ConversationDto, type MessageDto } from './dto/conversation.dto.js';

export function toConversationDto(row: ConversationRow): ConversationDto {
  return {
    conversation_id: row.conversation_id,
    user_id: row.user_id,
    title: row.title,
    channel: row.channel,
    is_active: row.is_active,
    message_count: row.message_count,
    last_message_preview: row.last_message_preview,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  };
}

export function toMessageDto(row: MessageRow): MessageDto {
  const { sentiment_label: label, sentiment_score: score } = row;
  return {
    message_id: row.message_id,
    seq: row.seq,
    role: row.role,
    sender: row.sender,
    content: row.content,
    intent: row.intent,
    confidence: row.confidence,
    entities: row.entities ?? [],
    sentiment: label === null || score === null ? null : { label, score },
    status: row.status,
    citations: row.citations,
    claims: row.claims,
    created_at: row.created_at.toISOString(),
  };
}
