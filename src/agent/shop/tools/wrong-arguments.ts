import { type ShopToolName } from '../../../llm/index.js';
import { type ToolOutcome } from '../../tools/agent-tool.port.js';

/** What a model asked for cannot be looked up as it stands. */
export function wrongArguments(tool: ShopToolName, summary: string): ToolOutcome {
  return { status: 'error', input: {}, summary, finding: { tool, facts: [], choice: null } };
}
