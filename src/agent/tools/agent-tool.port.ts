import { type ToolName, type ToolObservation } from '../../llm/index.js';
import { type Passage, type Retrieval } from '../../rag/index.js';
import { type ToolStatus, type Turn } from '../turn.js';

/** Token of the list of all tools. */
export const AGENT_TOOLS = Symbol('AGENT_TOOLS');

/** What a tool came back with: for the model (`observation`), for the log, and the evidence claims are settled against. */
export interface ToolOutcome {
  status: ToolStatus;
  /** The arguments as the tool took them, for the log; never what it refused. */
  input: Record<string, unknown>;
  summary: string;
  observation: ToolObservation;
  evidence: ToolEvidence;
}

export interface ToolEvidence {
  /** In the order of their markers; the first has `firstMarker`. */
  passages: Passage[];
  firstMarker: number;
  answerable: Retrieval['answerable'] | null;
}

/**
 * One tool. The model that asks is hostile until proven otherwise: a tool checks its arguments, decides by the turn
 * (whose identity the caller proved) and reports faults as a status. It throws only when the signal aborts.
 */
export interface AgentTool {
  readonly name: ToolName;
  run(
    callId: string,
    args: Record<string, unknown>,
    context: { turn: Turn; nextMarker: number },
    signal: AbortSignal,
  ): Promise<ToolOutcome>;
}

export const NO_EVIDENCE: ToolEvidence = { passages: [], firstMarker: 0, answerable: null };
