import { type LlmToolCall, type ToolName, type ToolObservation } from '../../llm/index.js';
import { type ToolUse, type Turn } from '../turn.js';
import { NO_EVIDENCE, type AgentTool, type ToolOutcome } from './agent-tool.port.js';

export interface FinishedToolCall {
  call: LlmToolCall;
  outcome: ToolOutcome;
  use: ToolUse;
}

/**
 * Runs one call of the model. An unknown tool, and a tool that fails, become an observation the model can react to; raw
 * error texts reach neither the model nor the caller.
 * @throws the signal's reason when the turn was given up
 */
export async function runTool(
  tools: ReadonlyMap<string, AgentTool>,
  call: LlmToolCall,
  context: { turn: Turn; nextMarker: number },
  signal: AbortSignal,
): Promise<FinishedToolCall> {
  const startedAt = performance.now();
  const outcome = await runSafely(tools.get(call.name), call, context, signal);
  return {
    call,
    outcome,
    use: {
      tool: call.name.slice(0, 64),
      input: outcome.input,
      outputSummary: outcome.summary,
      status: outcome.status,
      durationMs: Math.round((performance.now() - startedAt) * 100) / 100,
    },
  };
}

async function runSafely(
  tool: AgentTool | undefined,
  call: LlmToolCall,
  context: { turn: Turn; nextMarker: number },
  signal: AbortSignal,
): Promise<ToolOutcome> {
  if (tool === undefined) return failed('query_knowledge_base', call.id, 'denied', 'There is no tool of this name.');
  try {
    return await tool.run(call.id, call.arguments, context, signal);
  } catch {
    signal.throwIfAborted();
    return failed(tool.name, call.id, 'error', 'The tool could not be used right now.');
  }
}

function failed(tool: ToolName, callId: string, status: 'denied' | 'error', summary: string): ToolOutcome {
  const observation: ToolObservation =
    tool === 'fetch_prospect_details'
      ? { tool, callId, status, prospect: null }
      : { tool, callId, status, query: '', passages: [] };
  return { status, input: {}, summary, observation, evidence: NO_EVIDENCE };
}
