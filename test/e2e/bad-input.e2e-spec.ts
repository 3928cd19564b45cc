import { HttpClient, type Answer } from '../support/http-client.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

interface Problem {
  code: string;
  status: number;
  title: string;
  detail: string;
  instance: string;
  request_id: string;
  errors?: { pointer: string; code: string; message: string }[];
}

const PATH = '/api/v1/process_message';
const UNKNOWN_ID = '01900000-0000-7000-8000-0000000000ff';

describe('bad input', () => {
  let test: TestApp;
  let client: HttpClient;

  beforeAll(async () => {
    test = await startTestApp();
    client = new HttpClient(test.url);
  });

  afterAll(() => test.close());

  const post = (body: unknown, headers = {}): Promise<Answer<Problem>> => client.post<Problem>(PATH, body, headers);
  const postRaw = (body: string | Buffer, type = 'application/json'): Promise<Answer<Problem>> =>
    client.send<Problem>('post', PATH, body, { 'content-type': type });

  it.each<[string, unknown, string, string]>([
    ['an empty message', { current_prospect_message: '' }, 'validation_failed', '/current_prospect_message'],
    ['white space only', { current_prospect_message: ' \n\t\u00a0' }, 'validation_failed', '/current_prospect_message'],
    [
      'invisible characters only',
      { current_prospect_message: '\u200b\u200d' },
      'validation_failed',
      '/current_prospect_message',
    ],
    ['NUL', { current_prospect_message: 'a\u0000b' }, 'validation_failed', '/current_prospect_message'],
    ['a lone surrogate', { current_prospect_message: 'a\ud800b' }, 'validation_failed', '/current_prospect_message'],
    ['no message', {}, 'validation_failed', '/current_prospect_message'],
    ['null for a message', { current_prospect_message: null }, 'validation_failed', '/current_prospect_message'],
    ['a number for a message', { current_prospect_message: 42 }, 'validation_failed', '/current_prospect_message'],
    ['a list for a message', { current_prospect_message: ['hi'] }, 'validation_failed', '/current_prospect_message'],
    [
      'an empty message object',
      { current_prospect_message: {} },
      'validation_failed',
      '/current_prospect_message/content',
    ],
    [
      'a number inside the message object',
      { current_prospect_message: { content: 1 } },
      'validation_failed',
      '/current_prospect_message/content',
    ],
    ['an unknown field', { current_prospect_message: 'hi', prospect: 1 }, 'unknown_field', '/prospect'],
    [
      'an unknown field inside',
      { current_prospect_message: { content: 'hi', mood: 'good' } },
      'unknown_field',
      '/current_prospect_message/mood',
    ],
    [
      'a text for a history',
      { current_prospect_message: 'hi', conversation_history: 'earlier' },
      'validation_failed',
      '/conversation_history',
    ],
    [
      'a history entry without content',
      { current_prospect_message: 'hi', conversation_history: [{ sender: 'prospect' }] },
      'validation_failed',
      '/conversation_history/0/content',
    ],
    [
      'a wrong timestamp',
      {
        current_prospect_message: 'hi',
        conversation_history: [{ sender: 'prospect', content: 'x', timestamp: 'yesterday' }],
      },
      'validation_failed',
      '/conversation_history/0/timestamp',
    ],
    [
      'an object for a prospect',
      { current_prospect_message: 'hi', prospect_id: {} },
      'validation_failed',
      '/prospect_id',
    ],
    [
      'a fraction for a prospect',
      { current_prospect_message: 'hi', prospect_id: 1.5 },
      'validation_failed',
      '/prospect_id',
    ],
    [
      'a number for a conversation',
      { current_prospect_message: 'hi', conversation_id: 7 },
      'validation_failed',
      '/conversation_id',
    ],
    [
      'a history beside a conversation',
      {
        current_prospect_message: 'hi',
        conversation_id: UNKNOWN_ID,
        conversation_history: [{ sender: 'a', content: 'b' }],
      },
      'validation_failed',
      '/conversation_history',
    ],
  ])('refuses %s and names the field', async (_, body, code, pointer) => {
    const answer = await post(body);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body.code).toBe(code);
    expect(answer.body.errors?.some((fault) => fault.pointer.startsWith(pointer))).toBe(true);
    expect(answer.body).toMatchObject({
      status: 400,
      instance: PATH,
      request_id: expect.any(String) as string,
      title: expect.any(String) as string,
    });
  });

  it('lists every fault at once', async () => {
    const { body } = await post({ current_prospect_message: '', prospect_id: {}, colour: 'red' });
    expect(body.errors?.map(({ pointer }) => pointer).sort()).toEqual([
      '/colour',
      '/current_prospect_message',
      '/prospect_id',
    ]);
  });

  it.each<[string, string | Buffer, number, string]>([
    ['broken JSON', '{"current_prospect_message": "hi"', 400, 'malformed_json'],
    ['invalid UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]), 400, 'malformed_json'],
    ['a JSON list', '[]', 400, 'validation_failed'],
    ['a JSON text', '"hi"', 400, 'validation_failed'],
    ['nothing', '', 400, 'validation_failed'],
    ['more than 1 MiB', JSON.stringify({ current_prospect_message: 'x'.repeat(1_048_577) }), 413, 'payload_too_large'],
    [
      '5,000 nested lists',
      `{"current_prospect_message":"hi","conversation_history":${'['.repeat(5_000)}${']'.repeat(5_000)}}`,
      400,
      'validation_failed',
    ],
    ['100,000 brackets', '['.repeat(100_000), 400, 'malformed_json'],
  ])('refuses a body of %s', async (_, body, status, code) => {
    const answer = await postRaw(body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('refuses another content type and says which it takes', async () => {
    const answer = await postRaw('current_prospect_message=hi', 'application/x-www-form-urlencoded');
    expect([answer.status, answer.body.code]).toEqual([415, 'unsupported_media_type']);
    expect(answer.body.detail).toContain('application/json');
  });

  it('refuses a chat conversation id that is not there, or is none at all, with the same answer', async () => {
    const absent = await post({ current_prospect_message: 'hi', conversation_id: UNKNOWN_ID });
    const nonsense = await post({ current_prospect_message: 'hi', conversation_id: 'nonsense' });
    for (const { status, body } of [absent, nonsense])
      expect([status, body.code]).toEqual([404, 'conversation_not_found']);
    expect({ ...nonsense.body, request_id: '' }).toEqual({ ...absent.body, request_id: '' });
  });

  it('refuses a closed conversation', async () => {
    const { body } = await client.post<{ conversation_id: string }>(PATH, { current_prospect_message: 'Hello' });
    for (let time = 1; time <= 2; time += 1) {
      const closed = await client.post(`/api/v1/conversations/${body.conversation_id}/close`, undefined);
      expect([closed.status, closed.body]).toEqual([200, { conversation_id: body.conversation_id, is_active: false }]);
    }
    const answer = await post({ current_prospect_message: 'hi', conversation_id: body.conversation_id });
    expect([answer.status, answer.body.code]).toEqual([409, 'conversation_closed']);
  });

  it('takes a history of 10,000 messages', async () => {
    const conversation_history = Array.from({ length: 10_000 }, (_, index) => ({
      sender: index % 2 ? 'agent' : 'prospect',
      content: `message ${index}`,
    }));
    const answer = await post({ current_prospect_message: 'How much is the enterprise plan?', conversation_history });
    expect(answer.status).toBe(200);
  });

  it.each([
    '🙂🙂🙂',
    '؟؟؟',
    '𝕳𝖊𝖑𝖑𝖔 𝖙𝖍𝖊𝖗𝖊',
    'a'.repeat(150_000),
    '\u202eevil\u202c',
    "'; DROP TABLE messages; --",
    '{{constructor}}',
    '%00 %s %n',
  ])('answers the odd but honest message %#', async (message) => {
    const answer = await post({ current_prospect_message: message, prospect_id: message.slice(0, 200) });
    expect(answer.status).toBe(200);
  });

  it.each([
    ['GET', '/api/v1/process_message', 405, 'method_not_allowed'],
    ['DELETE', '/api/v1/conversations/x/history', 405, 'method_not_allowed'],
    ['GET', '/api/v1/no/such/route', 404, 'not_found'],
    ['GET', '/api/v2/conversations/1', 404, 'not_found'],
    ['GET', '/api/v1/conversations/1?limit=0', 400, 'validation_failed'],
    ['GET', '/api/v1/conversations/1?limit=101', 400, 'validation_failed'],
    ['GET', '/api/v1/conversations/1?limit=ten', 400, 'validation_failed'],
    ['GET', '/api/v1/conversations/1?cursor=nonsense', 400, 'validation_failed'],
    [
      'GET',
      `/api/v1/conversations/1?cursor=${Buffer.from('["x","y"]').toString('base64url')}`,
      400,
      'validation_failed',
    ],
    ['GET', '/api/v1/conversations/1?colour=red', 400, 'unknown_field'],
    [
      'GET',
      `/api/v1/conversations/${UNKNOWN_ID}/history?cursor=${Buffer.from('[99999999999]').toString('base64url')}`,
      400,
      'validation_failed',
    ],
    ['GET', `/api/v1/conversations/${UNKNOWN_ID}/history`, 404, 'conversation_not_found'],
    ['GET', '/api/v1/conversations/nonsense/history', 404, 'conversation_not_found'],
    ['DELETE', `/api/v1/conversations/${UNKNOWN_ID}`, 404, 'conversation_not_found'],
    ['GET', '/api/v1/conversations/a%00b', 400, 'validation_failed'],
    ['GET', '/api/v1/conversations/%ff', 400, 'validation_failed'],
    ['GET', '/api/v1/knowledge/documents/nonsense', 404, 'not_found'],
  ])('%s %s is %i %s', async (method, path, status, code) => {
    const answer = await client.send<Problem>(method.toLowerCase() as 'get', path);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    if (status === 405) expect(answer.headers.get('allow')).toBeTruthy();
  });

  it.each([
    [{}, 400, '/rating'],
    [{ rating: 'meh' }, 400, '/rating'],
    [{ rating: 'up', outcome: 'lost' }, 400, '/outcome'],
    [{ rating: 'up', final_text: 7 }, 400, '/final_text'],
  ])('refuses the feedback %j', async (body, status, pointer) => {
    const answer = await client.post<Problem>('/api/v1/messages/01900000-0000-7000-8000-000000000003/feedback', body);
    expect(answer.status).toBe(status);
    expect(answer.body.errors?.[0]?.pointer).toBe(pointer);
  });

  it('refuses feedback on a message that is not the assistant’s', async () => {
    for (const id of [UNKNOWN_ID, 'nonsense', '01900000-0000-7000-8000-000000000002']) {
      const answer = await client.post<Problem>(`/api/v1/messages/${id}/feedback`, { rating: 'up' });
      expect([answer.status, answer.body.code]).toEqual([404, 'not_found']);
    }
  });

  it('keeps feedback once per key', async () => {
    const path = '/api/v1/messages/01900000-0000-7000-8000-000000000003/feedback';
    const body = { rating: 'up', outcome: 'modified', final_text: 'Shorter.' };
    const first = await client.post(path, body, { 'idempotency-key': 'feedback-1' });
    const again = await client.post(path, body, { 'idempotency-key': 'feedback-1' });
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
  });

  it.each(['', 'has space', 'ü', 'x'.repeat(256)])('refuses the idempotency key %j', async (key) => {
    const answer = await post({ current_prospect_message: 'hi' }, { 'idempotency-key': key });
    expect([answer.status, answer.body.code]).toEqual([400, 'validation_failed']);
  });
});
