import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/index.js';
import { CustomersModule } from '../customers/index.js';
import { LlmModule } from '../llm/index.js';
import { RagModule } from '../rag/index.js';
import { AgentService } from './agent.service.js';
import { DESKS, type Desks } from './desk.port.js';
import { LexiconService } from './lexicon/lexicon.service.js';
import { SalesDesk } from './sales/sales-desk.service.js';
import { ShopDesk } from './shop/shop-desk.service.js';
import { ShopNamesService } from './shop/shop-names.service.js';
import { CheckStockTool } from './shop/tools/check-stock.tool.js';
import { FindAlternativesTool } from './shop/tools/find-alternatives.tool.js';
import { HandOffTool } from './shop/tools/hand-off.tool.js';
import { ListOrdersTool } from './shop/tools/list-orders.tool.js';
import { LookUpOrderTool } from './shop/tools/look-up-order.tool.js';
import { RankSalesTool } from './shop/tools/rank-sales.tool.js';
import { SearchProductsTool } from './shop/tools/search-products.tool.js';
import { AGENT_TOOLS, type AgentTool } from './tools/agent-tool.port.js';
import { FetchProspectDetailsTool } from './tools/fetch-prospect-details.tool.js';
import { QueryKnowledgeBaseTool } from './tools/query-knowledge-base.tool.js';

const TOOLS = [
  FetchProspectDetailsTool,
  QueryKnowledgeBaseTool,
  LookUpOrderTool,
  ListOrdersTool,
  CheckStockTool,
  SearchProductsTool,
  RankSalesTool,
  FindAlternativesTool,
  HandOffTool,
];

@Module({
  imports: [CatalogModule, CustomersModule, LlmModule, RagModule],
  providers: [
    AgentService,
    LexiconService,
    ShopNamesService,
    SalesDesk,
    ShopDesk,
    ...TOOLS,
    { provide: AGENT_TOOLS, inject: TOOLS, useFactory: (...tools: AgentTool[]) => tools },
    {
      provide: DESKS,
      inject: [SalesDesk, ShopDesk],
      useFactory: (sales: SalesDesk, shop: ShopDesk): Desks => ({ sales, shop }),
    },
  ],
  exports: [AgentService],
})
export class AgentModule {}
