import { Module, type DynamicModule } from '@nestjs/common';
import { AgentModule } from './agent/index.js';
import { CatalogModule } from './catalog/index.js';
import { ConversationsModule } from './conversations/index.js';
import { CustomersModule } from './customers/index.js';
import { ImportsModule } from './imports/index.js';
import { LlmModule } from './llm/index.js';
import { PlatformModule, type AppConfig, type EventLog } from './platform/index.js';
import { RagModule } from './rag/index.js';

/** The modules in their order (docs/architecture.md); `nlu` and `shared` are pure functions and need no wiring. */
@Module({})
export class AppModule {
  static forRoot(config: AppConfig, log: EventLog): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot(config, log),
        LlmModule,
        ImportsModule,
        RagModule,
        CustomersModule,
        CatalogModule,
        AgentModule,
        ConversationsModule,
      ],
    };
  }
}
