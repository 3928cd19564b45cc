import { join } from 'node:path';
import { type ChatResponse } from '../../src/conversations/dto/chat.dto.js';
import { LLM_PROVIDER, ScriptedProvider, type LlmToolCall } from '../../src/llm/index.js';
import { ApiKeyService, packageRoot, type Scope } from '../../src/platform/index.js';
import { HttpClient, type Answer } from '../support/http-client.js';
import { startShopApp } from '../support/shop-app.js';
import { type TestApp } from '../support/test-app.js';

const SHOP = join(packageRoot(), 'sample-data', 'shop');
const CHAT = '/api/v1/chat';
const STATUS = { message: 'Show me the status of order ID 12345' };
type Reply = ChatResponse & { code?: string };

describe('POST /chat', () => {
  let test: TestApp;
  let open: HttpClient;
  let ofUser: (userId: string | null, scopes?: Scope[]) => Promise<HttpClient>;

  beforeAll(async () => {
    test = await startShopApp(SHOP, { env: { AUTH_MODE: 'keys' } });
    ofUser = async (userId, scopes = ['read', 'converse', 'write']) => {
      const { key } = await test.app.get(ApiKeyService).create({ name: 'test', scopes, userId });
      return new HttpClient(test.url, { authorization: `Bearer ${key}` });
    };
    open = await ofUser(null, ['admin']);
  });

  afterAll(() => test.close());

  const chat = (client: HttpClient, body: object, headers = {}): Promise<Answer<Reply>> =>
    client.post<Reply>(CHAT, body, headers);

  it('acts for the user a key is bound to, and for the one an unbound key names', async () => {
    const mine = await chat(await ofUser('39'), STATUS);
    const named = await chat(open, { ...STATUS, user_id: 39 });
    for (const { status, body } of [mine, named]) {
      expect(status).toBe(200);
      expect(body).toMatchObject({ user_id: '39', intent: 'order_status', needs_clarification: false });
      expect(body.response).toContain('Order 12345 is Shipped');
      expect(body.facts[0]).toMatchObject({ kind: 'order', query: 'orders.status', data: { order_id: 12345 } });
    }
  });

  it('answers a bound key that names another user exactly as one that names nobody', async () => {
    const bound = await ofUser('40');
    const [foreign, unknown] = [
      await chat(bound, { ...STATUS, user_id: '39' }),
      await chat(bound, { ...STATUS, user_id: '424242' }),
    ];
    const nobody = await chat(open, { ...STATUS, user_id: '424242' });
    for (const { status, body } of [foreign, unknown, nobody]) {
      expect([status, body.code]).toEqual([404, 'customer_not_found']);
    }
    expect((await open.get<{ data: unknown[] }>('/api/v1/conversations/424242')).body.data).toEqual([]);
  });

  it('keeps conversations apart: unknown, foreign and those of prospects are not found, closed ones take nothing', async () => {
    const [mine, other] = [await ofUser('39'), await ofUser('40')];
    const { body } = await chat(mine, STATUS);
    const sales = await open.post<Reply>('/api/v1/process_message', { current_prospect_message: 'Hello' });
    for (const id of [body.conversation_id, '01900000-0000-7000-8000-0000000000ff', 'x', sales.body.conversation_id]) {
      const answer = await chat(other, { ...STATUS, conversation_id: id });
      expect([answer.status, answer.body.code]).toEqual([404, 'conversation_not_found']);
    }
    await mine.post(`/api/v1/conversations/${body.conversation_id}/close`, {});
    const closed = await chat(mine, { ...STATUS, conversation_id: body.conversation_id });
    expect([closed.status, closed.body.code]).toEqual([409, 'conversation_closed']);
  });

  it('needs the scope converse', async () => {
    expect((await chat(await ofUser(null, ['read']), STATUS)).status).toBe(403);
    expect((await chat(new HttpClient(test.url), STATUS)).status).toBe(401);
  });

  it('is listed and read back with the messages of both sides', async () => {
    const mine = await ofUser('58');
    const { body } = await chat(mine, { message: 'Where is my order?' });
    const listed = await mine.get<{ data: { conversation_id: string; channel: string; title: string }[] }>(
      '/api/v1/conversations/58',
    );
    expect(listed.body.data[0]).toMatchObject({
      conversation_id: body.conversation_id,
      channel: 'shop',
      title: 'Where is my order?',
    });
    const history = await mine.get<{ data: object[] }>(`/api/v1/conversations/${body.conversation_id}/history`);
    expect(history.body.data).toMatchObject([
      { seq: 1, role: 'user', intent: 'order_status' },
      { seq: 2, role: 'assistant', content: body.response, status: 'complete' },
    ]);
  });

  it('gives the stored answer to a keyed retry, and nothing to another body under the key', async () => {
    const mine = await ofUser('41');
    const key = { 'idempotency-key': 'chat-1' };
    const first = await chat(mine, STATUS, key);
    const again = await chat(mine, STATUS, key);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(again.body).toEqual(first.body);
    expect((await chat(mine, { message: 'hello' }, key)).status).toBe(422);
  });

  it('streams the same events as process_message, and the text in them is the answer', async () => {
    const mine = await ofUser('39');
    const events = await mine.stream(CHAT, STATUS);
    expect(events.map(({ event }) => event).filter((event) => event !== 'text-delta')).toEqual([
      'start',
      'analysis',
      'tool-call',
      'tool-result',
      'end',
    ]);
    const text = events.filter(({ event }) => event === 'text-delta').map(({ data }) => data['delta']);
    expect(text.join('')).toBe(events.at(-1)?.data['response']);
    expect(events.at(-1)?.data['facts']).not.toEqual([]);
  });

  it('answers many turns of one conversation one after another', async () => {
    const mine = await ofUser('39');
    const { body } = await chat(mine, { message: 'hello' });
    const conversation = { conversation_id: body.conversation_id };
    const answers = await Promise.all(Array.from({ length: 20 }, () => chat(mine, { ...STATUS, ...conversation })));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
    const history = await mine.get<{ data: { seq: number; role: string }[] }>(
      `/api/v1/conversations/${body.conversation_id}/history?limit=100`,
    );
    expect(history.body.data.map(({ seq, role }) => `${seq} ${role}`)).toEqual(
      Array.from({ length: 42 }, (_, i) => `${i + 1} ${i % 2 === 0 ? 'user' : 'assistant'}`),
    );
  });

  it.each([{}, { message: '' }, { message: 5 }, { message: 'x', surprise: 1 }, { message: 'x', user_id: {} }])(
    'refuses %j',
    async (body) => {
      expect((await chat(open, body)).status).toBe(400);
    },
  );
});

describe('POST /chat on a model that lies', () => {
  const model = new ScriptedProvider();
  let test: TestApp;
  let client: HttpClient;

  beforeAll(async () => {
    test = await startShopApp(SHOP, {
      override: (builder) => builder.overrideProvider(LLM_PROVIDER).useValue(model),
    });
    client = new HttpClient(test.url);
  });

  afterAll(() => test.close());

  let calls = 0;
  const call = (name: string, args: Record<string, unknown>): LlmToolCall => {
    calls += 1;
    return { id: `c${calls}`, name, arguments: args };
  };
  const ask = async (user: string | undefined, tools: LlmToolCall[], text: string): Promise<ChatResponse> => {
    model.script(...(tools.length === 0 ? [] : [{ toolCalls: tools }]), { text });
    const { status, body } = await client.post<ChatResponse>(CHAT, { message: 'And?', ...(user && { user_id: user }) });
    expect(status).toBe(200);
    expect(model.remainingSteps).toBe(0);
    return body;
  };

  it('shows what is so', async () => {
    const body = await ask(
      '39',
      [call('look_up_order', { order_id: '12345' })],
      'Order 12345 has been shipped, on 2026-11-15.',
    );
    expect(body.response).toContain('shipped');
    expect(body.claims.every(({ verdict }) => verdict === 'verified')).toBe(true);
  });

  it.each([
    'Order 12345 was delivered.',
    'Order 12345 is Cancelled.',
    'Order 12345 costs 10.00 in total.',
    'Order 12345 arrives on 2026-12-24.',
    'Order 12345 has seven items.',
    'Order 777 is Shipped.',
    'I have cancelled your order.',
    'We refunded your order.',
    'Product 101 is sold out.',
    'Product 101 costs 79.90.',
    'There are 500 T-shirts left.',
    'It comes in size M, L and XL.',
    'You get a discount today.',
    'You can return it within weeks, with free returns.',
  ])('drops "%s"', async (lie) => {
    const tools = [call('look_up_order', { order_id: '12345' }), call('check_stock', { product_id: '101' })];
    const body = await ask('39', tools, `${lie} Anything else?`);
    expect(body.response.trim()).toBe('Anything else?');
  });

  it('gets nobody else’s orders, whatever it asks its tools for', async () => {
    const wanted = [
      call('look_up_order', { order_id: '12345', user_id: '39' }),
      call('look_up_order', { order_id: "12345' OR '1'='1" }),
      call('look_up_order', { which: 'last', user_id: '39', customer_id: 39 }),
      call('list_orders', { user_id: '39', limit: 50 }),
      call('fetch_prospect_details', { prospect_id: '1' }),
      call('run_sql', { sql: 'SELECT * FROM orders' }),
    ];
    const body = await ask('40', wanted, 'Order 12345 is Shipped.');
    expect(JSON.stringify(body.facts)).not.toMatch(/2026-11-14|104\.89|Straight Leg/);
    expect(body.response).not.toContain('Shipped');
    expect(body.tool_usage_log.map(({ status }) => status)).toEqual(['empty', 'empty', 'ok', 'ok', 'denied', 'denied']);
  });

  it('gets no orders at all for nobody', async () => {
    const wanted = [call('look_up_order', { order_id: '12345' }), call('list_orders', { user_id: '39' })];
    const body = await ask(undefined, wanted, 'Please sign in first.');
    expect(body.facts).toEqual([]);
    expect(body.tool_usage_log.map(({ status }) => status)).toEqual(['denied', 'denied']);
  });

  it('survives arguments of any kind', async () => {
    const wanted = [
      call('check_stock', { product_id: [] }),
      call('rank_sales', { limit: -5, from: '2026-99-99', category: { $ne: 1 } }),
      call('search_products', { max_price: '1e99', text: '\u0000' }),
      call('list_orders', { statuses: ['; DROP TABLE orders'], limit: 1e9 }),
      call('find_alternatives', {}),
    ];
    const body = await ask('39', wanted, 'Done.');
    expect(body.tool_usage_log.map(({ status }) => status)).toEqual(['error', 'ok', 'error', 'ok', 'error']);
  });
});
