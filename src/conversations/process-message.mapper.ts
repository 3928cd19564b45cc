import { type Reply, type ToolUse, type TurnAnalysis } from '../agent/index.js';
import { type Citation, type Claim } from '../rag/index.js';
import {
  type CitationDto,
  type ClaimDto,
  type DetailedAnalysisDto,
  type ProcessMessageResponse,
  type ToolUsageDto,
} from './dto/process-message-response.dto.js';

/** The contract's shape of a finished turn. */
export function toProcessMessageResponse(
  conversationId: string,
  messageId: string,
  reply: Reply,
  elapsedMs: number,
  withTrace: boolean,
): ProcessMessageResponse {
  return {
    conversation_id: conversationId,
    message_id: messageId,
    status: reply.status,
    detailed_analysis: toAnalysisDto(reply.analysis),
    suggested_response_draft: reply.draft,
    citations: reply.citations.map(toCitationDto),
    claims: reply.claims.map(toClaimDto),
    internal_next_steps: reply.nextSteps,
    tool_usage_log: reply.toolUses.map(toToolUsageDto),
    confidence_score: reply.confidence,
    confidence_basis: reply.confidenceBasis,
    ...(withTrace ? { reasoning_trace: reply.trace } : {}),
    model: {
      provider: reply.model.provider,
      name: reply.model.name,
      prompt_version: reply.model.promptVersion,
      degraded: reply.model.degraded,
      degraded_reason: reply.model.degradedReason,
    },
    usage: {
      input_tokens: reply.usage.inputTokens,
      output_tokens: reply.usage.outputTokens,
      cost_usd: reply.usage.costUsd,
    },
    latency_ms: Math.round(elapsedMs * 10) / 10,
  };
}

export function toAnalysisDto(analysis: TurnAnalysis): DetailedAnalysisDto {
  return {
    summary: analysis.summary,
    intent: analysis.intent,
    intent_confidence: analysis.intentConfidence,
    secondary_intents: analysis.secondaryIntents,
    entities: analysis.entities,
    sentiment: analysis.sentiment,
    key_points: analysis.keyPoints,
    action_required: analysis.actionRequired,
    language: analysis.language,
  };
}

export function toToolUsageDto({
  tool,
  input,
  outputSummary,
  status,
  durationMs,
}: ToolUse): Pick<ToolUsageDto, keyof ToolUsageDto> {
  return { tool, input, output_summary: outputSummary, status, duration_ms: durationMs };
}

export function toCitationDto({ marker, documentId, title, source, quote, start, end }: Citation): CitationDto {
  return { marker, document_id: documentId, title, source, quote, start, end };
}

export function toClaimDto({ text, kind, verdict, evidence }: Claim): ClaimDto {
  return { text, kind, verdict, evidence };
}
