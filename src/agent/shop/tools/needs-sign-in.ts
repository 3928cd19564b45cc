import { type ShopToolName } from '../../../llm/index.js';
import { type ToolOutcome } from '../../tools/agent-tool.port.js';

/** Orders belong to somebody: nobody has none. */
export function needsSignIn(tool: ShopToolName): ToolOutcome {
  return { status: 'denied', input: {}, summary: 'nobody is signed in', finding: { tool, facts: [], choice: null } };
}
