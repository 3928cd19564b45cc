import { type LlmToolCall } from '../../llm/index.js';
import { type ToolUse, type Turn } from '../turn.js';
import { type AgentTool, type ToolFinding, type ToolName, type ToolOutcome } from './agent-tool.port.js';

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
  turn: Turn,
  signal: AbortSignal,
): Promise<FinishedToolCall> {
  const startedAt = performance.now();
  const outcome = await runSafely(tools.get(call.name), call, turn, signal);
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
  turn: Turn,
  signal: AbortSignal,
): Promise<ToolOutcome> {
  if (tool === undefined || !tool.channels.includes(turn.channel))
    return failed('query_knowledge_base', 'denied', 'There is no tool of this name.');
  try {
    return await tool.run(call.arguments, turn, signal);
  } catch {
    signal.throwIfAborted();
    return failed(tool.name, 'error', 'The tool could not be used right now.');
  }
}

function failed(tool: ToolName, status: 'denied' | 'error', summary: string): ToolOutcome {
  return { status, input: {}, summary, finding: nothingFound(tool) };
}

function nothingFound(tool: ToolName): ToolFinding {
  switch (tool) {
    case 'fetch_prospect_details':
      return { tool, prospect: null };
    case 'query_knowledge_base':
      return { tool, query: '', passages: [], answerable: null };
    default:
      return { tool, facts: [], choice: null };
  }
}
