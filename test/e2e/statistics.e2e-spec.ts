import { refreshRollup } from '../../src/customers/statistics/refresh-rollup.js';
import { HttpClient } from '../support/http-client.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

interface Answer {
  definition: string;
  filters: Record<string, string>;
  total: number;
  products: {
    product: string;
    total: number;
    by_customer_type: Record<string, number>;
    distinct_customers: Record<string, number>;
  }[];
  without_product: number;
  without_customer_type: number;
  query: string;
}

interface Problem {
  code: string;
  errors?: { pointer: string; code: string }[];
}

interface Summary {
  customer_id: number;
  summary: {
    total_interactions: number;
    most_frequent_channel: string | null;
    last_interaction: { date: string; channel: string; topic: string | null } | null;
    key_topics: string[];
    summary_text: string;
  };
}

const INGRID = '1000000001';
const PATH = '/api/v1/interactions-per-product';

describe('statistics', () => {
  let test: TestApp;
  let client: HttpClient;

  beforeAll(async () => {
    test = await startTestApp({ env: { SAMPLE_DATA: 'off' } });
    client = new HttpClient(test.url);
    await test.dataSource.query(
      `INSERT INTO customers (customer_id, type, occupation) VALUES (1, 'Red', 'Jedi'), (2, 'Blue', 'Batman'), (3, NULL, NULL), (4, 'Red', 'Mover')`,
    );
    await test.dataSource.query(`INSERT INTO product_months VALUES ('2020-01-01', 'Sand'), ('2020-02-01', 'Rock')`);
    await test.dataSource.query(
      `INSERT INTO interactions (customer_id, occurred_at, channel, topic, sentiment)
       SELECT v.id, v.at::timestamptz, v.channel, v.topic, v.sentiment FROM (VALUES
         (1, '2020-01-31T23:59:59.999999Z', 'Email', 'Price', 'Positive'),
         (1, '2020-02-01T00:00:00Z', 'Call', 'Price', 'Negative'),
         (1, '2020-01-05T10:00:00Z', 'Email', 'Delivery', NULL),
         (2, '2020-01-05T10:00:00Z', 'Boat', NULL, 'Positive'),
         (3, '2020-01-06T10:00:00Z', 'Email', 'Price', 'Neutral'),
         (3, '2020-03-06T10:00:00Z', 'Email', 'Price', 'Neutral')) v (id, at, channel, topic, sentiment)`,
    );
    // As every writer of the product does: the rollup is told.
    await test.dataSource.transaction(async (manager) => {
      await manager.query('CREATE TEMP TABLE told ON COMMIT DROP AS SELECT customer_id FROM customers');
      await refreshRollup(manager, { customers: 'told' });
    });
  });

  afterAll(() => test.close());

  it('count interactions by the product of their month and the type of their customer', async () => {
    const { status, body } = await client.get<Answer>(PATH);
    expect(status).toBe(200);
    expect(body).toEqual({
      definition: expect.stringContaining('product of discussion of its month') as string,
      filters: {},
      total: 6,
      products: [
        {
          product: 'Sand',
          total: 4,
          by_customer_type: { Blue: 1, Red: 2, Unknown: 1 },
          distinct_customers: { Blue: 1, Red: 1, Unknown: 1 },
        },
        { product: 'Rock', total: 1, by_customer_type: { Red: 1 }, distinct_customers: { Red: 1 } },
      ],
      without_product: 1,
      without_customer_type: 2,
      query: 'statistics.interactions_per_product',
    });
  });

  it.each<[string, number, Record<string, number>]>([
    ['from=2020-01-06', 4, { Sand: 2, Rock: 1 }],
    ['to=2020-01-05', 2, { Sand: 2 }],
    ['from=2020-01-31&to=2020-02-01', 2, { Sand: 1, Rock: 1 }],
    ['from=2020-02-01&to=2020-02-29', 1, { Rock: 1 }],
    ['from=2020-03-06&to=2020-03-06', 1, {}],
    ['from=2021-01-01', 0, {}],
    ['channel=Email', 4, { Sand: 3 }],
    ['topic=Price&sentiment=Neutral', 2, { Sand: 1 }],
    ['customer_type=Unknown', 2, { Sand: 1 }],
    ['customer_type=Red&product=Rock', 1, { Rock: 1 }],
    ['product=Glass', 0, {}],
    ['product=%27%3B%20DROP%20TABLE%20customers%3B%20--', 0, {}],
  ])('answer for %s', async (query, total, products) => {
    const { status, body } = await client.get<Answer>(`${PATH}?${query}`);
    expect([status, body.total]).toEqual([200, total]);
    expect(Object.fromEntries(body.products.map((each) => [each.product, each.total]))).toEqual(products);
    expect(body.filters).toEqual(Object.fromEntries(new URLSearchParams(query)));
    expect(body.products.reduce((sum, each) => sum + each.total, body.without_product)).toBe(total);
  });

  it.each([
    ['from=2020-02-30', 'validation_failed', '?from'],
    ['from=yesterday', 'validation_failed', '?from'],
    ['to=2020-1-1', 'validation_failed', '?to'],
    ['from=2020-02-02&to=2020-02-01', 'validation_failed', '?to'],
    ['from=', 'validation_failed', '?from'],
    ['from=2020-01-01&from=2020-01-02', 'validation_failed', '?from'],
    ['channel=', 'validation_failed', '?channel'],
    ['channel=a%00', 'validation_failed', '?channel'],
    [`topic=${'x'.repeat(501)}`, 'validation_failed', '?topic'],
    ['type=Red', 'unknown_field', '?type'],
    ['constructor=1', 'unknown_field', '?constructor'],
  ])('refuse %s', async (query, code, pointer) => {
    const { status, body } = await client.get<Problem>(`${PATH}?${query}`);
    expect([status, body.code, body.errors?.[0]?.pointer]).toEqual([400, code, pointer]);
  });

  it.each([
    ['customers', 4],
    ['interactions', 6],
    ['product_months', 2],
    ['conversations', 0],
    ['messages', 0],
  ])('count the rows of %s', async (table, rows) => {
    const { status, body } = await client.get(`/api/v1/stats/${table}`);
    expect([status, body]).toEqual([200, { message: 'Number of Rows', rows }]);
  });

  it.each(['api_keys', 'idempotency_keys', 'pg_class', 'Customers', 'customers%3B', '%00', 'constructor'])(
    'know no table %s',
    async (table) => {
      expect((await client.get(`/api/v1/stats/${table}`)).status).toBe(table === '%00' ? 400 : 404);
    },
  );

  it('sum up a customer', async () => {
    const { status, body } = await client.get<Summary>('/api/v1/summarized_interactions/1');
    expect([status, body.customer_id]).toEqual([200, 1]);
    expect(body.summary).toMatchObject({
      total_interactions: 3,
      most_frequent_channel: 'Email',
      last_interaction: { date: '2020-02-01', channel: 'Call', topic: 'Price' },
      key_topics: ['Price', 'Delivery'],
    });
    expect(body.summary.summary_text).toContain('The last interaction was on 2020-02-01 by Call, about Price');
    expect(body.summary.summary_text).toContain('the trend is worsening');
  });

  it('prefer, of channels used equally often, the one used last', async () => {
    await test.dataSource.query(`INSERT INTO customers (customer_id) VALUES (50)`);
    await test.dataSource.query(
      `INSERT INTO interactions (customer_id, occurred_at, channel) VALUES (50, '2020-01-02Z', 'Zeppelin'), (50, '2020-01-01Z', 'Albatross')`,
    );
    const { body } = await client.get<Summary>('/api/v1/summarized_interactions/50');
    expect(body.summary.most_frequent_channel).toBe('Zeppelin');
    await test.dataSource.query('DELETE FROM customers WHERE customer_id = 50');
  });

  it('say honestly that a customer has no interactions', async () => {
    const { status, body } = await client.get<Summary>('/api/v1/summarized_interactions/4');
    expect(status).toBe(200);
    expect(body.summary).toMatchObject({
      total_interactions: 0,
      most_frequent_channel: null,
      last_interaction: null,
      key_topics: [],
    });
    expect(body.summary.summary_text).toMatch(/^No interactions are on record/);
  });

  it('follow an edited type', async () => {
    const edited = await client.send('patch', '/api/v1/customers/4', '{"type":"Green"}', {
      'content-type': 'application/json',
      'if-match': '"1"',
    });
    expect(edited.status).toBe(200);
    await client.send('patch', '/api/v1/customers/2', '{"type":null}', {
      'content-type': 'application/json',
      'if-match': '"1"',
    });
    const { body } = await client.get<Answer>(PATH);
    expect(body.products[0]?.by_customer_type).toEqual({ Red: 2, Unknown: 2 });
    expect(body.without_customer_type).toBe(3);
  });
});

describe('the statistics of the samples', () => {
  let test: TestApp;
  let client: HttpClient;

  beforeAll(async () => {
    test = await startTestApp();
    client = new HttpClient(test.url);
  });

  afterAll(() => test.close());

  it('have a prospect’s stored conversations among the interactions', async () => {
    const { body } = await client.get<Summary>(`/api/v1/summarized_interactions/${INGRID}`);
    expect(body.summary.total_interactions).toBeGreaterThan(1);
    expect(body.summary.most_frequent_channel).toBe('Assistant');
    expect(body.summary.key_topics).toContain('competitor_comparison');
  });

  it('count a turn of a known prospect once, whoever repeats it and however often it is counted', async () => {
    const before = (await client.get<Answer>(`${PATH}?channel=Assistant`)).body.total;
    const message = {
      current_prospect_message: 'Great, thank you! How much is the Team plan?',
      prospect_id: 'prospect_105',
    };
    const first = await client.post<{ message_id: string }>('/api/v1/process_message', message, {
      'idempotency-key': 'turn-1',
    });
    await client.post('/api/v1/process_message', message, { 'idempotency-key': 'turn-1' });
    await client.post('/api/v1/process_message', { current_prospect_message: 'Hello', prospect_id: 'nobody' });
    await client.post('/api/v1/process_message', { current_prospect_message: 'Hello' });
    const recorded = await client.get<{ data: Record<string, unknown>[] }>(
      '/api/v1/customers/1000000005/interactions?limit=1',
    );
    expect(recorded.body.data[0]).toMatchObject({
      channel: 'Assistant',
      topic: 'pricing_inquiry',
      sentiment: 'Positive',
      source: 'assistant',
      message_id: first.body.message_id,
    });
    for (const query of ['?channel=Assistant', '']) {
      expect((await client.get<Answer>(`${PATH}${query}`)).body.total).toBe(before + 1);
    }
  });
});
