import {
  type ProspectFact,
  type ShopChoice,
  type ShopFact,
  type ShopToolName,
  type ToolName,
} from '../../llm/index.js';
import { type Passage, type Retrieval } from '../../rag/index.js';
import { type Channel, type ToolStatus, type Turn } from '../turn.js';

export type { ToolName };

/** Token of the list of all tools. */
export const AGENT_TOOLS = Symbol('AGENT_TOOLS');

/** What a tool found. Markers are given to passages by the turn, which knows what the other calls found. */
export type ToolFinding =
  | {
      tool: 'query_knowledge_base';
      query: string;
      /** Best first. */
      passages: Passage[];
      answerable: Retrieval['answerable'] | null;
    }
  | { tool: 'fetch_prospect_details'; prospect: ProspectFact | null }
  | { tool: ShopToolName; facts: ShopFact[]; choice: ShopChoice | null };

export interface ToolOutcome {
  status: ToolStatus;
  /** The arguments as the tool took them, for the log; never what it refused. */
  input: Record<string, unknown>;
  summary: string;
  finding: ToolFinding;
}

/**
 * One tool. The model that asks is hostile until proven otherwise: a tool checks its arguments, decides by the turn
 * (whose identity the caller proved) and reports faults as a status. It throws only when the signal aborts.
 */
export interface AgentTool {
  readonly name: ToolName;
  /** Where it may be asked for; anywhere else there is no such tool. */
  readonly channels: readonly Channel[];
  run(args: Record<string, unknown>, turn: Turn, signal: AbortSignal): Promise<ToolOutcome>;
}
