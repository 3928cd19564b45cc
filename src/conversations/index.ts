export { ConversationsModule } from './conversations.module.js';
export { ReplyService } from './reply.service.js';
export type { TurnRequest } from './turn/turn-request.js';
export type { TurnEvent } from './turn/reply-event.js';
