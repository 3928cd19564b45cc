import { type NextStep, type Reply, type ToolUse, type TurnAnalysis, type TurnLedger } from '../../agent/index.js';
import { type LlmAttempt } from '../../llm/index.js';
import { shorten } from '../../shared/text.js';
import { toCitationDto, toClaimDto, toToolUsageDto } from '../process-message.mapper.js';
import { type TurnClosing } from './turn.repository.js';

export const PREVIEW_LENGTH = 120;

/** Which rows a closing writes to. */
export type TurnIdentity = Pick<
  TurnClosing,
  'conversationId' | 'leaseToken' | 'userMessageId' | 'assistantMessageId' | 'idempotency'
>;

/** The rows of a finished turn. */
export function buildCompleteClosing(identity: TurnIdentity, reply: Reply, response: unknown): TurnClosing {
  return {
    ...identity,
    status: 'complete',
    content: reply.draft,
    preview: shorten(reply.draft, PREVIEW_LENGTH),
    intent: reply.analysis.intent,
    intentConfidence: reply.analysis.intentConfidence,
    confidence: reply.confidence,
    citations: reply.citations.map(toCitationDto),
    claims: reply.claims.map(toClaimDto),
    analysis: analysisRow(reply.analysis),
    outputs: reply.nextSteps.map((step, ordinal) => ({
      ordinal,
      action_type: step.action,
      text: describeStep(step),
      details: step.details,
    })),
    toolCalls: reply.toolUses.map(toToolRow),
    modelCalls: reply.modelCalls.map(toModelRow),
    promptVersion: reply.model.promptVersion,
    response,
    slots: reply.slots === null ? null : { ...reply.slots },
  };
}

/** What a turn has said, understood and used so far, for the case that it ends early. */
export interface PartialTurn extends TurnLedger {
  text: string;
  analysis: TurnAnalysis | null;
}

/** The rows of a turn that ended early: what was said and understood until then. */
export function buildBrokenClosing(
  identity: TurnIdentity,
  status: 'aborted' | 'failed',
  partial: PartialTurn,
): TurnClosing {
  return {
    ...identity,
    status,
    content: partial.text,
    preview: partial.text === '' ? null : shorten(partial.text, PREVIEW_LENGTH),
    intent: partial.analysis?.intent ?? null,
    intentConfidence: partial.analysis?.intentConfidence ?? null,
    confidence: null,
    citations: [],
    claims: [],
    analysis: partial.analysis === null ? null : analysisRow(partial.analysis),
    outputs: [],
    toolCalls: partial.toolUses.map(toToolRow),
    modelCalls: partial.modelCalls.map(toModelRow),
    promptVersion: partial.promptVersion,
    response: null,
    slots: null,
  };
}

function toToolRow(use: ToolUse, ordinal: number): Record<string, unknown> {
  return { ordinal, ...toToolUsageDto(use) };
}

function toModelRow(call: LlmAttempt, ordinal: number): Record<string, unknown> {
  return {
    ordinal,
    provider: call.provider,
    model: call.model,
    status: call.status,
    error_code: call.errorCode,
    input_tokens: call.inputTokens,
    output_tokens: call.outputTokens,
    cost_usd: call.costUsd,
    duration_ms: call.durationMs,
  };
}

function analysisRow(analysis: TurnAnalysis): Record<string, unknown> {
  return {
    summary: analysis.summary,
    intent: analysis.intent,
    intent_confidence: analysis.intentConfidence,
    secondary_intents: analysis.secondaryIntents,
    entities: analysis.entities,
    sentiment_label: analysis.sentiment.label,
    sentiment_score: analysis.sentiment.score,
    key_points: analysis.keyPoints,
    action_required: analysis.actionRequired,
    language: analysis.language,
  };
}

function describeStep(step: NextStep): string {
  switch (step.action) {
    case 'UPDATE_CRM':
      return `Set ${step.details.field} to ${step.details.value}: ${step.details.reason}`;
    case 'SCHEDULE_FOLLOW_UP':
      return `Follow up on ${step.details.date}: ${step.details.purpose}`;
    case 'FLAG_FOR_HUMAN_REVIEW':
      return `Review (${step.details.reason}): ${step.details.note}`;
    case 'NO_ACTION':
      return step.details.reason;
  }
}
