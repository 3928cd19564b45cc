import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/platform/index.js';
import { type ConversationDto, type HistoryResponse } from '../../src/conversations/dto/conversation.dto.js';
import { readSampleConversations } from '../../src/conversations/sample/read-sample-conversations.js';
import { SampleDataService } from '../../src/conversations/sample/sample-data.service.js';
import { STORE_SAMPLE_CONVERSATIONS } from '../../src/conversations/sample/store-sample-conversations.statement.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const ROOT = packageRoot();
const FILE = readFileSync(join(ROOT, 'sample-data/conversations.jsonl'), 'utf8');
const SAMPLES = readSampleConversations(FILE);
const FIRST_ID = '01900000-0000-7000-8000-000000000100';

let app: TestApp;

async function get(path: string): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${app.url}/api/v1${path}`);
  return { status: response.status, body: await response.json() };
}

async function getHistory(conversationId: unknown, query = ''): Promise<HistoryResponse> {
  const { status, body } = await get(`/conversations/${String(conversationId)}/history${query}`);
  expect(status).toBe(200);
  return body as HistoryResponse;
}

async function count(table: string): Promise<number> {
  const rows = await app.dataSource.query<{ n: string }[]>(`SELECT count(*) AS n FROM ${table}`);
  return Number(rows[0]?.n);
}

beforeAll(async () => {
  app = await startTestApp();
});

afterAll(async () => {
  await app.close();
});

describe('the sample data of a first start', () => {
  it('has conversations of at least six prospects', async () => {
    const rows = await app.dataSource.query<{ customers: number; conversations: number }[]>(
      `SELECT count(DISTINCT customer_id)::int AS customers, count(*)::int AS conversations
       FROM conversations WHERE conversation_id >= $1`,
      [FIRST_ID],
    );
    expect(rows).toEqual([{ customers: 8, conversations: SAMPLES.conversations.length }]);
  });

  it('lists a stored conversation with its prospect', async () => {
    const { body } = await get('/conversations/1000000001');
    expect((body as { data: ConversationDto[] }).data).toContainEqual(
      expect.objectContaining({
        conversation_id: FIRST_ID,
        user_id: '1000000001',
        channel: 'sales',
        is_active: true,
        message_count: 4,
        created_at: '2026-10-20T08:12:00.000Z',
      }),
    );
  });

  it('shows the messages of every stored conversation from 1 without gaps, all complete, questions understood', async () => {
    for (const { conversation_id, last_seq } of SAMPLES.conversations) {
      const { data } = await getHistory(conversation_id);
      expect(data.map(({ seq }) => seq)).toEqual(Array.from({ length: Number(last_seq) }, (_, i) => i + 1));
      expect(new Set(data.map(({ status: state }) => state))).toEqual(new Set(['complete']));
      for (const { role, intent, sentiment } of data) {
        expect(intent).not.toBeNull();
        expect(sentiment !== null).toBe(role === 'user');
      }
    }
  });

  it('continues a stored conversation behind its last message', async () => {
    const response = await fetch(`${app.url}/api/v1/process_message`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ conversation_id: FIRST_ID, current_prospect_message: 'And what does Starter cost?' }),
    });
    expect(response.status).toBe(200);
    const { data } = await getHistory(FIRST_ID, '?order=desc&limit=1');
    expect(data[0]?.seq).toBe(6);
  });

  it('deletes a stored conversation like any other, and a later start does not bring it back', async () => {
    const { conversation_id } = SAMPLES.conversations[1] ?? {};
    const path = `/conversations/${String(conversation_id)}`;
    const before = await count('messages');
    const deleted = await fetch(`${app.url}/api/v1${path}`, { method: 'DELETE' });
    expect(deleted.status).toBe(204);
    await app.app.get(SampleDataService).onApplicationBootstrap();
    expect((await get(`${path}/history`)).status).toBe(404);
    expect(await count('messages')).toBe(before - 6);
  });

  it('changes nothing when conversations are stored that are there, or whose prospect is not known', async () => {
    const [kept] = SAMPLES.conversations;
    const [before, analyses] = [await count('messages'), await count('analysis_results')];
    const stored = await STORE_SAMPLE_CONVERSATIONS.run(app.dataSource, {
      conversations: JSON.stringify([
        kept,
        { ...kept, conversation_id: '01900000-0000-7000-8000-00000000f000', prospect_id: 'nobody' },
      ]),
      messages: JSON.stringify(SAMPLES.messages),
      analyses: JSON.stringify(SAMPLES.analyses),
    });
    expect(stored).toEqual([]);
    expect([await count('messages'), await count('analysis_results')]).toEqual([before, analyses]);
  });

  it('keeps an instruction in a note, and the opt-out of a prospect, inside the record', async () => {
    const rows = await app.dataSource.query<{ name: string; note: string; opted_out: boolean }[]>(
      `SELECT name, internal->>'notes' AS note, opted_out FROM customers
       WHERE opted_out OR internal->>'notes' LIKE '%ignore your rules%' ORDER BY customer_id`,
    );
    expect(rows.map(({ name, opted_out }) => [name, opted_out])).toEqual([
      ['Dmitri Halloran', false],
      ['Maëlle Trévidic', true],
    ]);
  });
});

describe('the texts of the sample conversations', () => {
  const documents = readdirSync(join(ROOT, 'knowledge-base'))
    .map((name) => readFileSync(join(ROOT, 'knowledge-base', name), 'utf8'))
    .join('\n');

  it.each(SAMPLES.messages.filter(({ role }) => role === 'assistant').map(({ content }) => [String(content)]))(
    'say only figures that stand in the documents: %.40s',
    (text) => {
      const figures = text.match(/\$?\d+(?:[.,]\d+)*%?/g) ?? [];
      expect(figures.filter((figure) => !documents.includes(figure))).toEqual([]);
    },
  );

  it('have entities that stand in their message where they say', () => {
    const contentOf = new Map(SAMPLES.messages.map(({ message_id, content }) => [message_id, String(content)]));
    for (const { message_id, entities } of SAMPLES.analyses) {
      for (const { text, start, end } of entities as { text: string; start: number; end: number }[]) {
        expect(contentOf.get(message_id)?.slice(start, end)).toBe(text);
      }
    }
  });
});
