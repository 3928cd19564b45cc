export { AgentModule } from './agent.module.js';
export { AgentService } from './agent.service.js';
export type { Channel, NextStep, Reply, ReplyEvent, ToolUse, Turn, TurnAnalysis, TurnLedger } from './turn.js';
