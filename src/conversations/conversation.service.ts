import { Injectable } from '@nestjs/common';
import { badCursor, mayActFor, ProblemError, readCursor, type Caller } from '../platform/index.js';
import { toPage, type Page } from '../shared/cursor-page.js';
import { isUuid } from '../shared/uuid-v7.js';
import { toConversationDto, toMessageDto } from './conversation.mapper.js';
import { ConversationRepository, type ConversationRow } from './conversation.repository.js';
import { type ConversationDto, type HistoryQuery, type HistoryResponse } from './dto/conversation.dto.js';

const EMPTY_PAGE = { data: [], page: { next_cursor: null, has_more: false } };

/** Conversations as their owners see them. What a caller may not see does not exist for them. */
@Injectable()
export class ConversationService {
  constructor(private readonly conversations: ConversationRepository) {}

  async list(
    userId: string,
    query: { limit: number; cursor?: string },
    caller: Caller,
  ): Promise<Page<ConversationDto>> {
    const after = readListCursor(query.cursor);
    if (!mayActFor(caller, userId)) return { data: [], page: { ...EMPTY_PAGE.page, limit: query.limit } };
    const rows = await this.conversations.listForUser(userId, after, query.limit + 1);
    const { data, page } = toPage(rows, query.limit, (row) => [Number(row.updated_us), row.conversation_id]);
    return { data: data.map(toConversationDto), page };
  }

  /** @throws ProblemError `conversation_not_found` */
  async history(conversationId: string, query: HistoryQuery, caller: Caller): Promise<HistoryResponse> {
    const afterSeq = readSeqCursor(query.cursor);
    const conversation = await this.get(conversationId, caller);
    const rows = await this.conversations.listMessages(conversationId, query.order, afterSeq, query.limit + 1);
    const { data, page } = toPage(rows, query.limit, (row) => [row.seq]);
    const { conversation_id, user_id, title, is_active } = conversation;
    return { conversation_id, user_id, title, is_active, data: data.map(toMessageDto), page };
  }

  /** Nobody writes to it any more; closing it again changes nothing. */
  async close(conversationId: string, caller: Caller): Promise<void> {
    if (!isUuid(conversationId) || !(await this.conversations.close(conversationId, caller.boundUserId)))
      throw notFound();
  }

  async delete(conversationId: string, caller: Caller): Promise<void> {
    if (!isUuid(conversationId) || !(await this.conversations.delete(conversationId, caller.boundUserId)))
      throw notFound();
  }

  private async get(conversationId: string, caller: Caller): Promise<ConversationRow> {
    const found = isUuid(conversationId)
      ? await this.conversations.find(conversationId, caller.boundUserId)
      : undefined;
    if (found === undefined) throw notFound();
    return found;
  }
}

function readListCursor(cursor: string | undefined): { updatedUs: number; conversationId: string } | undefined {
  const key = readCursor(cursor, 2);
  if (key === undefined) return undefined;
  const [updatedUs, conversationId] = key;
  if (typeof updatedUs !== 'number' || typeof conversationId !== 'string' || !isUuid(conversationId)) throw badCursor();
  return { updatedUs, conversationId };
}

const MAX_INT4 = 2_147_483_647;

function readSeqCursor(cursor: string | undefined): number | undefined {
  const [seq] = readCursor(cursor, 1) ?? [];
  if (seq === undefined) return undefined;
  if (typeof seq !== 'number' || seq < 0 || seq > MAX_INT4) throw badCursor();
  return seq;
}

function notFound(): ProblemError {
  return new ProblemError('conversation_not_found', 'No conversation has this id.');
}
