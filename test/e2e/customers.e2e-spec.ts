import { HttpClient } from '../support/http-client.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

interface CustomerBody {
  customer_id: number;
  external_ids: { namespace: string; id: string }[];
  name: string | null;
  type: string | null;
  opted_out: boolean;
  attributes: Record<string, unknown>;
  version: number;
}

interface Page<T> {
  data: T[];
  page: { limit: number; next_cursor: string | null; has_more: boolean };
}

interface Problem {
  code: string;
  errors?: { pointer: string; code: string }[];
}

const INGRID = 1_000_000_001;
const PATH = '/api/v1/customers';

describe('customers', () => {
  let test: TestApp;
  let client: HttpClient;

  beforeAll(async () => {
    test = await startTestApp();
    client = new HttpClient(test.url);
  });

  afterAll(() => test.close());

  const create = async (body: unknown): Promise<CustomerBody> => {
    const answer = await client.post<CustomerBody>(PATH, body);
    expect(answer.status).toBe(201);
    return answer.body;
  };
  const patch = <T = CustomerBody>(id: number, body: unknown, ifMatch?: string) =>
    client.send<T>('patch', `${PATH}/${id}`, JSON.stringify(body), {
      'content-type': 'application/json',
      ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
    });

  it('are read with an ETag and without what is internal', async () => {
    const { status, headers, body } = await client.get<CustomerBody>(`${PATH}/${INGRID}`);
    expect([status, headers.get('etag')]).toEqual([200, '"1"']);
    expect(body).toMatchObject({
      customer_id: INGRID,
      external_ids: [{ namespace: 'crm', id: 'prospect_101' }],
      name: 'Ingrid Solheim',
      opted_out: false,
      version: 1,
    });
    expect(JSON.stringify(body)).not.toMatch(/internal|lead_score|60,000/);
  });

  it('are made once per key, under an id made here', async () => {
    const body = {
      name: '  Ada   Byron ',
      type: 'Enterprise',
      attributes: { country: 'UK' },
      external_ids: [{ namespace: 'erp', id: 'A-1' }],
    };
    const first = await client.post<CustomerBody>(PATH, body, { 'idempotency-key': 'ada' });
    const again = await client.post<CustomerBody>(PATH, body, { 'idempotency-key': 'ada' });
    expect(first.status).toBe(201);
    expect(first.headers.get('location')).toBe(`/api/v1/customers/${first.body.customer_id}`);
    expect(first.headers.get('etag')).toBe('"1"');
    expect(first.body).toMatchObject({ name: 'Ada Byron', external_ids: [{ namespace: 'erp', id: 'A-1' }] });
    expect(first.body.customer_id).toBeGreaterThan(1_000_000_000);
    expect([again.status, again.headers.get('idempotency-replayed'), again.body]).toEqual([201, 'true', first.body]);
    const taken = await client.post<Problem>(PATH, body);
    expect([taken.status, taken.body.code]).toEqual([409, 'conflict']);
    const other = await client.post<Problem>(PATH, { name: 'Other' }, { 'idempotency-key': 'ada' });
    expect(other.body.code).toBe('idempotency_key_reused');
  });

  it('are changed by whoever read the present version', async () => {
    const { customer_id: id } = await create({ name: 'Bo', company: 'Acme', attributes: { a: 1, b: { c: 2, d: 3 } } });
    expect((await patch<Problem>(id, { name: 'Bob' })).body.code).toBe('precondition_required');
    const changed = await patch(id, { name: 'Bob', company: null, attributes: { a: null, b: { c: 4 } } }, '"1"');
    expect([changed.status, changed.headers.get('etag')]).toEqual([200, '"2"']);
    expect(changed.body).toMatchObject({ name: 'Bob', company: null, attributes: { b: { c: 4, d: 3 } }, version: 2 });
    const stale = await patch<Problem>(id, { name: 'Rob' }, '"1"');
    expect([stale.status, stale.body.code, stale.headers.get('etag')]).toEqual([412, 'precondition_failed', '"2"']);
    const same = await patch(id, { name: 'Bob' }, '"2"');
    expect([same.status, same.body.version]).toEqual([200, 2]);
    expect((await client.get(`${PATH}/${id}`)).body).toEqual(same.body);
  });

  it('are changed once when two write at the same time', async () => {
    const { customer_id: id } = await create({ name: 'Cy' });
    const answers = await Promise.all(['x', 'y', 'z'].map((stage) => patch(id, { stage }, '"1"')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
  });

  it('are deleted with their interactions, and their conversations stay', async () => {
    const made = await client.post<CustomerBody>(PATH, { name: 'Di', type: 'Brief' }, { 'idempotency-key': 'di' });
    const id = made.body.customer_id;
    const turn = await client.post<{ conversation_id: string }>('/api/v1/process_message', {
      current_prospect_message: 'How much is the Team plan?',
      prospect_id: String(id),
    });
    const interactions = () => client.get<Page<unknown>>(`${PATH}/${id}/interactions`);
    expect((await interactions()).body.data).toHaveLength(1);
    expect((await client.delete(`${PATH}/${id}`)).status).toBe(204);
    expect((await client.delete<Problem>(`${PATH}/${id}`)).body.code).toBe('customer_not_found');
    expect((await interactions()).status).toBe(404);
    expect((await client.get(`/api/v1/conversations/${turn.body.conversation_id}/history`)).status).toBe(200);
    const left = await test.dataSource.query<unknown[]>(
      `SELECT 1 FROM interactions WHERE customer_id = $1 UNION ALL SELECT 1 FROM idempotency_keys WHERE key = 'di'`,
      [id],
    );
    expect(left).toEqual([]);
    const counts = await client.get<{ products: unknown[]; total: number }>(
      '/api/v1/interactions-per-product?customer_type=Brief',
    );
    expect(counts.body).toMatchObject({ total: 0, products: [] });
  });

  it('are listed by id, page by page and filtered', async () => {
    for (const name of ['Ea', 'Eb', 'Ec']) {
      await create({ name: `${name} Filter`, stage: 'Parked', company: '100%_real', email: `${name}@filter.example` });
    }
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const { body } = await client.get<Page<CustomerBody>>(`${PATH}?limit=2&stage=Parked${cursor}`);
      seen.push(...body.data.map(({ name }) => name ?? ''));
      if (body.page.next_cursor === null) break;
      cursor = `&cursor=${body.page.next_cursor}`;
    }
    expect(seen).toEqual(['Ea Filter', 'Eb Filter', 'Ec Filter']);
    const names = async (query: string): Promise<(string | null)[]> =>
      (await client.get<Page<CustomerBody>>(`${PATH}?${query}`)).body.data.map(({ name }) => name);
    expect(await names('q=eb%40FILTER')).toEqual(['Eb Filter']);
    expect(await names('q=100%25_r')).toHaveLength(3);
    expect(await names('q=100_')).toEqual([]);
    expect(await names('q=prospect_101')).toEqual(['Ingrid Solheim']);
    expect(await names(`q=${INGRID}`)).toEqual(['Ingrid Solheim']);
    expect(await names('company=100%25_real&opted_out=true')).toEqual([]);
    expect(await names('stage=Parked&opted_out=false')).toHaveLength(3);
    expect(await names('type=Unknown&stage=Parked')).toHaveLength(3);
  });

  it('are exported whole, filtered, and harmless to a spreadsheet', async () => {
    await create({ name: '=HYPERLINK("x")', stage: 'Export', phone: '+44 20 7946 0018', company: 'a;=1, "b"' });
    const { status, headers, body } = await client.get<string>(`${PATH}/export.csv?stage=Export`);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8; header=present']);
    expect(headers.get('content-disposition')).toContain('customers.csv');
    const [header, line, end] = body.split('\r\n');
    expect(header).toBe(
      'customer_id,external_ids,name,occupation,type,email,phone,company,stage,opted_out,attributes,created_at,updated_at',
    );
    expect(line).toContain(`,"'=HYPERLINK(""x"")",,,,'+44 20 7946 0018,"a;'=1, ""b""",Export,false,,20`);
    expect(end).toBe('');
    expect(body).not.toMatch(/lead_score|budget/);
    const everybody = await client.get<string>(`${PATH}/export.csv`);
    const stored = await client.get<{ rows: number }>('/api/v1/stats/customers');
    expect(everybody.body.split('\r\n')).toHaveLength(stored.body.rows + 2);
  });

  it('show their interactions newest first, page by page', async () => {
    const { customer_id: id } = await create({ name: 'Fay' });
    await test.dataSource.query(
      `INSERT INTO interactions (customer_id, occurred_at, channel, topic)
       SELECT $1, timestamptz '2020-01-01Z' + (g / 2) * interval '1 microsecond', 'Email', g::text FROM generate_series(1, 7) g`,
      [id],
    );
    const topics: (string | null)[] = [];
    let cursor: string | null = null;
    do {
      const path: string = `${PATH}/${id}/interactions?limit=2${cursor === null ? '' : `&cursor=${cursor}`}`;
      const { body } = await client.get<Page<{ topic: string | null }>>(path);
      topics.push(...body.data.map(({ topic }) => topic));
      cursor = body.page.next_cursor;
    } while (cursor !== null);
    expect(topics).toEqual(['7', '6', '5', '4', '3', '2', '1']);
  });

  it.each([
    ['post', PATH, {}, 'validation_failed', ''],
    ['post', PATH, { name: 7 }, 'validation_failed', '/name'],
    ['post', PATH, { name: ' ' }, 'validation_failed', '/name'],
    ['post', PATH, { name: 'a\0' }, 'validation_failed', '/name'],
    ['post', PATH, { name: 'x'.repeat(301) }, 'validation_failed', '/name'],
    ['post', PATH, { name: 'a', customer_id: 7 }, 'unknown_field', '/customer_id'],
    ['post', PATH, { name: 'a', internal: {} }, 'unknown_field', '/internal'],
    ['post', PATH, { name: 'a', email: 'nobody' }, 'validation_failed', '/email'],
    ['post', PATH, { name: 'a', opted_out: 'yes' }, 'validation_failed', '/opted_out'],
    ['post', PATH, { name: 'a', opted_out: null }, 'validation_failed', '/opted_out'],
    ['post', PATH, { name: 'a', attributes: [] }, 'validation_failed', '/attributes'],
    ['post', PATH, { name: 'a', attributes: null }, 'validation_failed', '/attributes'],
    ['post', PATH, { name: 'a', attributes: { lead_score: 9 } }, 'validation_failed', '/attributes'],
    [
      'post',
      PATH,
      { name: 'a', external_ids: [{ namespace: 'CRM', id: 'x' }] },
      'validation_failed',
      '/external_ids/0/namespace',
    ],
    ['post', PATH, { name: 'a', external_ids: [{ id: 'x' }] }, 'validation_failed', '/external_ids/0/namespace'],
    ['post', PATH, { name: 'a', external_ids: 'x' }, 'validation_failed', '/external_ids'],
    ['patch', `${PATH}/${INGRID}`, { customer_id: 5 }, 'unknown_field', '/customer_id'],
    ['patch', `${PATH}/${INGRID}`, { version: 5 }, 'unknown_field', '/version'],
    ['patch', `${PATH}/${INGRID}`, { name: [] }, 'validation_failed', '/name'],
    ['get', `${PATH}?limit=0`, undefined, 'validation_failed', '?limit'],
    ['get', `${PATH}?cursor=garbage`, undefined, 'validation_failed', '?cursor'],
    ['get', `${PATH}?cursor=WyJhIl0`, undefined, 'validation_failed', '?cursor'],
    ['get', `${PATH}?cursor=Wy0xXQ`, undefined, 'validation_failed', '?cursor'],
    ['get', `${PATH}?opted_out=1`, undefined, 'validation_failed', '?opted_out'],
    ['get', `${PATH}?name=x`, undefined, 'unknown_field', '?name'],
    ['get', `${PATH}?q=`, undefined, 'validation_failed', '?q'],
    ['get', `${PATH}?q=a&q=b`, undefined, 'validation_failed', '?q'],
    ['get', `${PATH}?q=%00`, undefined, 'validation_failed', '?q'],
    ['get', `${PATH}/export.csv?limit=5`, undefined, 'unknown_field', '?limit'],
    ['get', `${PATH}/${INGRID}/interactions?cursor=WzEsMl0x`, undefined, 'validation_failed', '?cursor'],
    ['get', `${PATH}/${INGRID}/interactions?cursor=WyJhIiwyXQ`, undefined, 'validation_failed', '?cursor'],
  ] as const)('refuse %s %s %j', async (method, path, body, code, pointer) => {
    const answer = await client.send<Problem>(method, path, body === undefined ? undefined : JSON.stringify(body), {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      'if-match': '*',
    });
    expect([answer.status, answer.body.code]).toEqual([400, code]);
    expect(answer.body.errors?.[0]?.pointer).toBe(pointer);
  });

  it.each([
    '0',
    '-1',
    '007',
    '1e3',
    '99',
    '9'.repeat(30),
    '9007199254740993',
    'prospect_101',
    '%F0%9F%98%80',
    '1%20OR%201=1',
  ])('know nobody by %s', async (id) => {
    const routes = [`${PATH}/${id}`, `${PATH}/${id}/interactions`, `/api/v1/summarized_interactions/${id}`];
    for (const path of routes) {
      const { status, body } = await client.get<Problem>(path);
      expect([path, status, body.code]).toEqual([path, 404, 'customer_not_found']);
    }
    const changed = await client.send<Problem>('patch', `${PATH}/${id}`, '{"name":"x"}', {
      'content-type': 'application/json',
      'if-match': '"1"',
    });
    expect(changed.body.code).toBe('customer_not_found');
  });
});
