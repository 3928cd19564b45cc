import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AgentModule } from '../agent/index.js';
import { CatalogModule } from '../catalog/index.js';
import { CustomersModule, RowCounts } from '../customers/index.js';
import { ChatController } from './chat.controller.js';
import { ConversationRepository } from './conversation.repository.js';
import { ConversationService } from './conversation.service.js';
import { ConversationsController } from './conversations.controller.js';
import { ConversationEntity } from './entities/conversation.entity.js';
import { MessageFeedbackEntity, MessageEntity } from './entities/message.entity.js';
import {
  ActionableOutputEntity,
  AnalysisResultEntity,
  LlmCallEntity,
  ToolCallEntity,
} from './entities/turn-record.entity.js';
import { FeedbackRepository } from './feedback.repository.js';
import { FeedbackService } from './feedback.service.js';
import { ProcessMessageController } from './process-message.controller.js';
import { ReplyService } from './reply.service.js';
import { SampleDataService } from './sample/sample-data.service.js';
import { TurnResponder } from './turn-responder.service.js';
import { TurnRecoveryJob } from './turn/turn-recovery.job.js';
import { TurnRepository } from './turn/turn.repository.js';

@Module({
  imports: [
    AgentModule,
    CustomersModule,
    CatalogModule,
    TypeOrmModule.forFeature([
      ConversationEntity,
      MessageEntity,
      MessageFeedbackEntity,
      AnalysisResultEntity,
      ActionableOutputEntity,
      ToolCallEntity,
      LlmCallEntity,
    ]),
  ],
  controllers: [ProcessMessageController, ChatController, ConversationsController],
  providers: [
    TurnRecoveryJob,
    TurnRepository,
    ReplyService,
    TurnResponder,
    ConversationRepository,
    ConversationService,
    FeedbackRepository,
    FeedbackService,
    SampleDataService,
  ],
  exports: [ReplyService],
})
export class ConversationsModule implements OnModuleInit {
  constructor(private readonly rowCounts: RowCounts) {}

  onModuleInit(): void {
    this.rowCounts.register('conversations', 'messages');
  }
}
