import { shorten } from '../../shared/text.js';
import { PREVIEW_LENGTH } from '../turn/build-closing.js';

/** One line of `sample-data/conversations.jsonl`. */
interface StoredConversation {
  conversation_id: string;
  /** The prospect's id in the CRM file. */
  prospect_id: string;
  title: string;
  is_active: boolean;
  messages: readonly StoredMessage[];
}

interface StoredMessage {
  message_id: string;
  role: 'user' | 'assistant';
  content: string;
  created_at: string;
  /** What was understood of a prospect's message, as columns of `analysis_results`. */
  analysis?: { intent: string; intent_confidence: number } & Record<string, unknown>;
}

/** Rows for `STORE_SAMPLE_CONVERSATIONS`, by column. */
export interface SampleRows {
  conversations: Record<string, unknown>[];
  messages: Record<string, unknown>[];
  analyses: Record<string, unknown>[];
}

const SENDER = 'prospect';

/**
 * The rows of the stored conversations. Messages are numbered from 1 in the order of the file, and an assistant's message
 * carries the intent it answers, as after a turn.
 * @param jsonl one conversation a line
 */
export function readSampleConversations(jsonl: string): SampleRows {
  const rows: SampleRows = { conversations: [], messages: [], analyses: [] };
  for (const line of jsonl.split('\n')) {
    if (line.trim() === '') continue;
    const conversation = JSON.parse(line) as StoredConversation;
    rows.conversations.push(toConversationRow(conversation));
    addMessages(conversation, rows);
  }
  return rows;
}

function toConversationRow({ messages, ...conversation }: StoredConversation): Record<string, unknown> {
  const [first, last] = [messages.at(0), messages.at(-1)];
  if (first === undefined || last === undefined)
    throw new Error(`Conversation ${conversation.conversation_id} has no message.`);
  return {
    ...conversation,
    last_seq: messages.length,
    last_message_preview: shorten(last.content, PREVIEW_LENGTH),
    created_at: first.created_at,
    updated_at: last.created_at,
  };
}

function addMessages({ conversation_id, messages }: StoredConversation, rows: SampleRows): void {
  let intent: string | null = null;
  for (const [index, { message_id, role, content, created_at, analysis }] of messages.entries()) {
    intent = analysis?.intent ?? intent;
    rows.messages.push({
      message_id,
      conversation_id,
      seq: index + 1,
      role,
      sender: role === 'user' ? SENDER : null,
      content,
      intent,
      confidence: analysis?.intent_confidence ?? null,
      created_at,
    });
    if (analysis !== undefined) rows.analyses.push({ message_id, conversation_id, created_at, ...analysis });
  }
}
