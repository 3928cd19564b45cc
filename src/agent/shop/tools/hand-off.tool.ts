import { Injectable } from '@nestjs/common';
import { type AgentTool, type ToolOutcome } from '../../tools/agent-tool.port.js';

/** Asks for a person. The turn's close stores it as a next step; nothing has happened before. */
@Injectable()
export class HandOffTool implements AgentTool {
  readonly name = 'hand_off';
  readonly channels = ['shop'] as const;

  run(): Promise<ToolOutcome> {
    return Promise.resolve({
      status: 'ok',
      input: {},
      summary: 'flagged for a person',
      finding: { tool: this.name, facts: [], choice: null },
    });
  }
}
