import { type Reply, type ToolUse, type TurnAnalysis } from '../agent/index.js';
import { type Citation, type Claim } from '../rag/index.js';
import {
  type CitationDto,
  type ClaimDto,
  type DetailedAnalysisDto,
  type ProcessMessageResponse,
  type ToolUsageDto,
} from './dto/process-message-response.dto.js';
import { type FinishedTurn } from './turn/turn-request.js';

/** The contract's shape of a finished turn. */
export function toProcessMessageResponse(
  { conversationId, messageId, reply, elapsedMs }: FinishedTurn,
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
    ...toAccountDto(reply, elapsedMs),
  };
}

/** Who answered, for how much and how fast. */
export function toAccountDto({ model, usage }: Reply, elapsedMs: number): AccountDto {
  return {
    model: {
      provider: model.provider,
      name: model.name,
      prompt_version: model.promptVersion,
      degraded: model.degraded,
      degraded_reason: model.degradedReason,
    },
    usage: { input_tokens: usage.inputTokens, output_tokens: usage.outputTokens, cost_usd: usage.costUsd },
    latency_ms: Math.round(elapsedMs * 10) / 10,
  };
}

type AccountDto = Pick<ProcessMessageResponse, 'model' | 'usage' | 'latency_ms'>;

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
