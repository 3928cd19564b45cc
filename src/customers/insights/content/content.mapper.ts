import { type RankedRecord } from '../../../rag/index.js';
import { type ContentCitationDto, type GenerateContentResponse } from './content.dto.js';
import { type ContentMaterial } from './write/gather-facts.js';
import { type WrittenContent } from './write/content-writer.service.js';
import { type ContentCitation } from './draft/settle-content.js';
import { type InteractionRecord } from './write/interaction-record.js';

/** The answer of the route. */
export function toContentResponse(
  customerId: number,
  interactions: readonly RankedRecord<InteractionRecord>[],
  { facts, frame }: ContentMaterial,
  written: WrittenContent,
  latencyMs: number,
): GenerateContentResponse {
  const { model, usage, reviews } = written;
  return {
    customer_id: customerId,
    generated_content: { Content_type: facts.type, Content: written.content },
    subject: written.subject,
    tone: facts.tone,
    language: facts.language,
    addressed_by: frame.addressedBy,
    interactions: interactions.map(({ record, relevance, recency }) => ({
      interaction_id: record.recordId,
      occurred_at: record.at.toISOString(),
      channel: record.channel,
      topic: record.topic,
      sentiment: record.sentiment,
      relevance: round(relevance),
      recency: round(recency),
    })),
    claims: written.claims,
    citations: written.citations.map(toCitationDto),
    flags: reviews.map(({ reason }) => reason),
    review: { required: reviews.length > 0, reasons: reviews },
    sms: written.sms,
    model: {
      provider: model.provider,
      name: model.name,
      prompt_version: model.promptVersion,
      degraded: model.degraded,
      degraded_reason: model.degradedReason,
    },
    usage: { input_tokens: usage.inputTokens, output_tokens: usage.outputTokens, cost_usd: usage.costUsd },
    latency_ms: Math.round(latencyMs),
  };
}

export function toCitationDto({ documentId, ...citation }: ContentCitation): ContentCitationDto {
  return { document_id: documentId, ...citation };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
