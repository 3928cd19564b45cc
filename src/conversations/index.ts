export { ConversationsModule } from './conversations.module.js';
export { toProcessMessageResponse } from './process-message.mapper.js';
export { ReplyService } from './reply.service.js';
export type { TurnRequest } from './turn/turn-request.js';
export type { TurnEvent } from './turn/reply-event.js';
