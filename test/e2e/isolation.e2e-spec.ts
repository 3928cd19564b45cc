import { ApiKeyService, type Scope } from '../../src/platform/index.js';
import { HttpClient } from '../support/http-client.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const ALICE = '1000000001';
const BOB = '1000000002';
const MESSAGE = { current_prospect_message: 'How much is the enterprise plan?' };

interface Conversation {
  conversation_id: string;
  message_id: string;
}

describe('isolation between users', () => {
  let test: TestApp;
  let admin: HttpClient;
  let alice: HttpClient;
  let bob: HttpClient;
  let reader: HttpClient;
  let nobody: HttpClient;
  let hers: Conversation;

  const clientWith = async (scopes: Scope[], userId: string | null = null): Promise<HttpClient> => {
    const { key } = await test.app.get(ApiKeyService).create({ name: 'test', scopes, userId });
    return new HttpClient(test.url, { authorization: `Bearer ${key}` });
  };

  beforeAll(async () => {
    test = await startTestApp({ env: { AUTH_MODE: 'keys' } });
    admin = await clientWith(['admin']);
    alice = await clientWith(['read', 'converse', 'write'], ALICE);
    bob = await clientWith(['read', 'converse', 'write'], BOB);
    reader = await clientWith(['read']);
    nobody = new HttpClient(test.url);
    hers = (await alice.post<Conversation>('/api/v1/process_message', MESSAGE)).body;
  });

  afterAll(() => test.close());

  it('lets the owner and an unbound key see a conversation', async () => {
    for (const client of [alice, reader, admin]) {
      expect((await client.get(`/api/v1/conversations/${hers.conversation_id}/history`)).status).toBe(200);
      const list = await client.get<{ data: Conversation[] }>(`/api/v1/conversations/${ALICE}`);
      expect(list.body.data.map(({ conversation_id }) => conversation_id)).toContain(hers.conversation_id);
    }
  });

  it('belongs to the bound user although the request names none', async () => {
    const history = await admin.get(`/api/v1/conversations/${hers.conversation_id}/history`);
    expect(history.body['user_id']).toBe(ALICE);
  });

  it('answers about somebody else’s conversation exactly as about one that does not exist', async () => {
    const absent = '01900000-0000-7000-8000-0000000000ff';
    const pairs = await Promise.all(
      [hers.conversation_id, absent].map(async (id) => {
        const answers = [
          await bob.get(`/api/v1/conversations/${id}/history`),
          await bob.post(`/api/v1/conversations/${id}/close`, {}),
          await bob.delete(`/api/v1/conversations/${id}`),
          await bob.post('/api/v1/process_message', { ...MESSAGE, conversation_id: id }),
        ];
        return answers.map(({ status, body }) => ({ status, code: body['code'], detail: body['detail'] }));
      }),
    );
    expect(pairs[0]).toEqual(pairs[1]);
    expect(pairs[0]?.every(({ status }) => status === 404)).toBe(true);
  });

  it('takes no feedback on somebody else’s message', async () => {
    const refused = await bob.post(`/api/v1/messages/${hers.message_id}/feedback`, { rating: 'down' });
    expect([refused.status, refused.body['code']]).toEqual([404, 'not_found']);
    expect((await alice.post(`/api/v1/messages/${hers.message_id}/feedback`, { rating: 'up' })).status).toBe(201);
  });

  it('lists nothing of another user, without saying so', async () => {
    const list = await bob.get<{ data: unknown[] }>(`/api/v1/conversations/${ALICE}`);
    expect([list.status, list.body.data]).toEqual([200, []]);
  });

  it('treats another prospect like an unknown one', async () => {
    const foreign = await bob.post('/api/v1/process_message', { ...MESSAGE, prospect_id: 'prospect_101' });
    const unknown = await bob.post('/api/v1/process_message', { ...MESSAGE, prospect_id: 'prospect_999' });
    for (const { status, body } of [foreign, unknown]) {
      expect(status).toBe(200);
      expect(body['tool_usage_log']).toContainEqual(
        expect.objectContaining({ tool: 'fetch_prospect_details', status: 'empty' }),
      );
    }
    expect(JSON.stringify(foreign.body)).not.toContain('Ingrid');
    const owner = await admin.get(`/api/v1/conversations/${String(foreign.body['conversation_id'])}/history`);
    expect(owner.body['user_id']).toBe(BOB);
  });

  it('keeps idempotency keys of different callers apart', async () => {
    const mine = await alice.post('/api/v1/process_message', MESSAGE, { 'idempotency-key': 'shared' });
    const theirs = await bob.post('/api/v1/process_message', MESSAGE, { 'idempotency-key': 'shared' });
    expect(theirs.headers.has('idempotency-replayed')).toBe(false);
    expect(theirs.body['conversation_id']).not.toBe(mine.body['conversation_id']);
  });

  it('does not let a conversation of one prospect be continued as another', async () => {
    const answer = await admin.post('/api/v1/process_message', {
      ...MESSAGE,
      conversation_id: hers.conversation_id,
      prospect_id: 'prospect_102',
    });
    expect([answer.status, answer.body['code']]).toEqual([404, 'conversation_not_found']);
  });

  it('shows a bound key its own customer record and answers about others as about nobody', async () => {
    const paths = (id: string): string[] => [
      `/api/v1/customers/${id}`,
      `/api/v1/customers/${id}/interactions`,
      `/api/v1/summarized_interactions/${id}`,
    ];
    for (const path of paths(ALICE)) {
      const own = await alice.get(path);
      expect([path, own.status]).toEqual([path, 200]);
      expect(JSON.stringify(own.body)).not.toMatch(/internal|lead_score|60,000/);
    }
    const tell = ({ status, body }: { status: number; body: Record<string, unknown> }) => [
      status,
      body['code'],
      body['detail'],
    ];
    for (const [index, path] of paths(ALICE).entries()) {
      expect(tell(await bob.get(path))).toEqual(tell(await bob.get(paths('77')[index] ?? '')));
    }
    const change = (client: HttpClient, id: string) =>
      client.send<Record<string, unknown>>('patch', `/api/v1/customers/${id}`, '{"stage":"Mine"}', {
        'content-type': 'application/json',
        'if-match': '*',
      });
    expect(tell(await change(bob, ALICE))).toEqual(tell(await change(bob, '77')));
    expect(tell(await bob.delete(`/api/v1/customers/${ALICE}`))).toEqual(
      tell(await bob.delete('/api/v1/customers/77')),
    );
    expect((await change(alice, ALICE)).status).toBe(200);
    expect((await bob.post('/api/v1/customers', { name: 'More' })).status).toBe(403);
    expect((await admin.get(`/api/v1/customers/${ALICE}`)).body['stage']).toBe('Mine');
  });

  it.each<[string, string, string, () => HttpClient, number]>([
    ['no key', 'get', '/api/v1/customers', () => nobody, 401],
    ['no key', 'get', '/api/v1/interactions-per-product', () => nobody, 401],
    ['a reader', 'get', '/api/v1/customers', () => reader, 200],
    ['a reader', 'get', '/api/v1/interactions-per-product', () => reader, 200],
    ['a reader', 'post', '/api/v1/customers', () => reader, 403],
    ['a reader', 'delete', `/api/v1/customers/${BOB}`, () => reader, 403],
    ['a bound key', 'get', '/api/v1/customers', () => bob, 403],
    ['a bound key', 'get', '/api/v1/customers/export.csv', () => bob, 403],
    ['a bound key', 'get', '/api/v1/stats/customers', () => bob, 403],
    ['a bound key', 'get', '/api/v1/interactions-per-product', () => bob, 403],
    ['no key', 'get', `/api/v1/conversations/${ALICE}`, () => nobody, 401],
    ['no key', 'post', '/api/v1/process_message', () => nobody, 401],
    ['no key', 'post', '/api/v1/knowledge/search', () => nobody, 401],
    ['no key', 'get', '/api/v1/keys', () => nobody, 401],
    ['a reader', 'post', '/api/v1/process_message', () => reader, 403],
    ['a reader', 'post', '/api/v1/messages/x/feedback', () => reader, 403],
    ['a reader', 'post', '/api/v1/conversations/x/close', () => reader, 403],
    ['a reader', 'delete', '/api/v1/conversations/x', () => reader, 403],
    ['a reader', 'get', '/api/v1/keys', () => reader, 403],
    ['a bound key', 'get', '/api/v1/keys', () => bob, 403],
    ['a bound key', 'get', '/api/v1/knowledge/documents', () => bob, 403],
    ['no key', 'get', '/health/live', () => nobody, 200],
    ['no key', 'get', '/health/ready', () => nobody, 200],
    ['no key', 'get', '/docs', () => nobody, 200],
    ['no key', 'get', '/openapi.json', () => nobody, 200],
    ['no key', 'get', '/metrics', () => nobody, 200],
  ])('%s: %s %s', async (_, method, path, client, status) => {
    const body = method === 'post' ? JSON.stringify({}) : undefined;
    const answer = await client().send(
      method as 'get',
      path,
      body,
      body === undefined ? {} : { 'content-type': 'application/json' },
    );
    expect(answer.status).toBe(status);
  });
});
