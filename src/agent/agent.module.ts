import { Module } from '@nestjs/common';
import { CustomersModule } from '../customers/index.js';
import { LlmModule } from '../llm/index.js';
import { RagModule } from '../rag/index.js';
import { LexiconService } from './lexicon/lexicon.service.js';
import { AgentService } from './agent.service.js';
import { AGENT_TOOLS, type AgentTool } from './tools/agent-tool.port.js';
import { FetchProspectDetailsTool } from './tools/fetch-prospect-details.tool.js';
import { QueryKnowledgeBaseTool } from './tools/query-knowledge-base.tool.js';

@Module({
  imports: [CustomersModule, LlmModule, RagModule],
  providers: [
    AgentService,
    LexiconService,
    FetchProspectDetailsTool,
    QueryKnowledgeBaseTool,
    {
      provide: AGENT_TOOLS,
      inject: [FetchProspectDetailsTool, QueryKnowledgeBaseTool],
      useFactory: (...tools: AgentTool[]) => tools,
    },
  ],
  exports: [AgentService],
})
export class AgentModule {}
