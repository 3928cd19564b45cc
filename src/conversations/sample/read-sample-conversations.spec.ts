import { readSampleConversations } from './read-sample-conversations.js';

const QUESTION = {
  message_id: 'm1',
  role: 'user',
  content: 'What does it cost?',
  created_at: '2026-10-20T08:12:00.000Z',
  analysis: { summary: 'Asks about prices.', intent: 'pricing_inquiry', intent_confidence: 0.9 },
};
const ANSWER = {
  message_id: 'm2',
  role: 'assistant',
  content: 'One coin. '.repeat(40),
  created_at: '2026-10-20T08:13:00Z',
};
const THANKS = { message_id: 'm3', role: 'user', content: 'Thanks!', created_at: '2026-10-20T09:00:00Z' };

function toLine(messages: readonly object[]): string {
  return JSON.stringify({ conversation_id: 'c1', prospect_id: 'p1', title: 'Costs', is_active: true, messages });
}

describe('readSampleConversations', () => {
  it('numbers the messages from 1 and dates the conversation from the first to the last', () => {
    const { conversations, messages } = readSampleConversations(toLine([QUESTION, ANSWER, THANKS]));
    expect(messages.map(({ message_id, seq }) => [message_id, seq])).toEqual([
      ['m1', 1],
      ['m2', 2],
      ['m3', 3],
    ]);
    expect(conversations).toEqual([
      {
        conversation_id: 'c1',
        prospect_id: 'p1',
        title: 'Costs',
        is_active: true,
        last_seq: 3,
        last_message_preview: 'Thanks!',
        created_at: QUESTION.created_at,
        updated_at: THANKS.created_at,
      },
    ]);
  });

  it('gives an answer the intent of its question, and a sender only to the prospect', () => {
    const { messages } = readSampleConversations(toLine([QUESTION, ANSWER]));
    expect(messages).toMatchObject([
      { sender: 'prospect', intent: 'pricing_inquiry', confidence: 0.9 },
      { sender: null, intent: 'pricing_inquiry', confidence: null },
    ]);
  });

  it('keeps an analysis beside its message', () => {
    const { analyses } = readSampleConversations(toLine([QUESTION, ANSWER]));
    expect(analyses).toEqual([
      { message_id: 'm1', conversation_id: 'c1', created_at: QUESTION.created_at, ...QUESTION.analysis },
    ]);
  });

  it('shortens the preview of a long last message to one line', () => {
    const [conversation] = readSampleConversations(toLine([QUESTION, ANSWER])).conversations;
    expect(String(conversation?.['last_message_preview'])).toHaveLength(120);
  });

  it('passes over blank lines', () => {
    expect(readSampleConversations(`\n${toLine([QUESTION])}\n\n`).conversations).toHaveLength(1);
  });

  it('says which conversation has no message', () => {
    expect(() => readSampleConversations(toLine([]))).toThrow('Conversation c1 has no message.');
  });
});
