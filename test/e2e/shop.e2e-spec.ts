import { ApiKeyService, type Scope } from '../../src/platform/index.js';
import { type OrderDetailsDto, type OrderDto } from '../../src/catalog/http/order.dto.js';
import { type PopularProductDto, type ProductDto } from '../../src/catalog/http/product.dto.js';
import { type Page } from '../../src/shared/cursor-page.js';
import { HttpClient } from '../support/http-client.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

/** Users of the sample shop. */
const ASTA = '39';
const BRAM = '40';
/** An order of Asta's, one of Bram's, and one nobody has. */
const HERS = 12345;
const HIS = 12352;
const ABSENT = 77777;

describe('the shop', () => {
  let test: TestApp;
  let clients: Record<'admin' | 'asta' | 'bram' | 'reader' | 'chatter' | 'nobody', HttpClient>;

  const clientWith = async (scopes: Scope[], userId: string | null = null): Promise<HttpClient> => {
    const { key } = await test.app.get(ApiKeyService).create({ name: 'test', scopes, userId });
    return new HttpClient(test.url, { authorization: `Bearer ${key}` });
  };

  beforeAll(async () => {
    test = await startTestApp({ env: { AUTH_MODE: 'keys' } });
    clients = {
      admin: await clientWith(['admin']),
      asta: await clientWith(['read', 'converse'], ASTA),
      bram: await clientWith(['read', 'converse'], BRAM),
      reader: await clientWith(['read']),
      chatter: await clientWith(['converse']),
      nobody: new HttpClient(test.url),
    };
  });

  afterAll(() => test.close());

  const list = async <T>(path: string): Promise<T[]> => {
    const { status, body } = await clients.reader.get<Page<T>>(path);
    expect(status).toBe(200);
    return body.data;
  };

  describe('who sees which order', () => {
    it.each([
      ['admin', HERS, '', 200],
      ['admin', HERS, `?user_id=${ASTA}`, 200],
      ['admin', HERS, `?user_id=${BRAM}`, 404],
      ['admin', HERS, '?user_id=nobody', 404],
      ['reader', HERS, '', 200],
      ['reader', HERS, `?user_id=${ASTA}`, 200],
      ['reader', HIS, `?user_id=${ASTA}`, 404],
      ['reader', ABSENT, '', 404],
      ['asta', HERS, '', 200],
      ['asta', HERS, `?user_id=${ASTA}`, 200],
      ['asta', HERS, `?user_id=${BRAM}`, 404],
      ['asta', HIS, '', 404],
      ['asta', HIS, `?user_id=${BRAM}`, 404],
      ['asta', ABSENT, '', 404],
      ['bram', HERS, '', 404],
      ['bram', HIS, '', 200],
      ['chatter', HERS, '', 403],
      ['nobody', HERS, '', 401],
      ['nobody', ABSENT, '', 401],
    ] as const)('%s asks for order %i%s: %i', async (who, order, query, status) => {
      expect((await clients[who].get(`/api/v1/orders/${order}${query}`)).status).toBe(status);
    });

    it('answers about somebody else’s order exactly as about one that does not exist', async () => {
      const answers = await Promise.all(
        [HIS, ABSENT].flatMap((order) => [
          clients.asta.get(`/api/v1/orders/${order}`),
          clients.asta.get(`/api/v1/orders/${order}?user_id=${BRAM}`),
          clients.reader.get(`/api/v1/orders/${order}?user_id=${ASTA}`),
        ]),
      );
      const told = answers.map(({ status, body }) => {
        const { instance, request_id, ...rest } = body;
        expect([typeof instance, typeof request_id]).toEqual(['string', 'string']);
        return { status, ...rest };
      });
      expect(new Set(told.map((answer) => JSON.stringify(answer))).size).toBe(1);
    });

    it.each([
      ['admin', ASTA, 5],
      ['reader', ASTA, 5],
      ['asta', ASTA, 5],
      ['bram', ASTA, 0],
      ['asta', BRAM, 0],
      ['bram', BRAM, 2],
      ['asta', 'nobody', 0],
      ['reader', 'nobody', 0],
    ] as const)('%s lists the orders of %s: %i', async (who, user, count) => {
      const { status, body } = await clients[who].get<Page<OrderDto>>(`/api/v1/users/${user}/orders`);
      expect([status, body.data.length, body.page.has_more]).toEqual([200, count, false]);
    });

    it.each([
      ['chatter', 403],
      ['nobody', 401],
    ] as const)('lists none for %s: %i', async (who, status) => {
      for (const path of [`users/${ASTA}/orders`, 'products', 'products/popular', 'products/101'])
        expect((await clients[who].get(`/api/v1/${path}`)).status).toBe(status);
    });

    it.each(['0', '-1', '1.5', '12in', '99999999999999999999', '%00', 'NaN'])('has no order %s', async (id) => {
      expect([400, 404]).toContain((await clients.reader.get(`/api/v1/orders/${id}`)).status);
    });
  });

  it('tells an order with its items, dates and total', async () => {
    const { body } = await clients.asta.get<OrderDetailsDto>(`/api/orders/${HERS}`);
    expect(body).toMatchObject({
      order_id: HERS,
      user_id: ASTA,
      status: 'Shipped',
      created_at: '2026-11-14T16:42:17.000Z',
      delivered_at: null,
      item_count: 2,
      total: '104.89',
    });
    expect(body.items.map(({ name, sale_price }) => [name, sale_price])).toEqual([
      ['Classic T-Shirt', '24.99'],
      ['Straight Leg Jeans', '79.90'],
    ]);
  });

  it('lists a user’s orders newest first, page by page, of one status', async () => {
    const seen: number[] = [];
    let cursor = '';
    do {
      const path = `/api/v1/users/${ASTA}/orders?limit=2${cursor && `&cursor=${cursor}`}`;
      const { body } = await clients.asta.get<Page<OrderDto>>(path);
      seen.push(...body.data.map(({ order_id }) => order_id));
      cursor = body.page.next_cursor ?? '';
    } while (cursor !== '');
    expect(seen).toEqual([12361, 12345, 12107, 12011, 11870]);
    const [open] = await list<OrderDto>(`/api/v1/users/${ASTA}/orders?status=Processing`);
    expect(open?.order_id).toBe(12361);
  });

  it('ranks what sold, a page after the other, and is no product called popular', async () => {
    const [first, second, third] = await list<PopularProductDto>('/api/v1/products/popular?limit=3');
    expect([first?.name, second?.name, third?.name]).toEqual([
      'Everyday Crew Socks',
      'Classic T-Shirt',
      'Straight Leg Jeans',
    ]);
    expect([first, second, third].map((product) => product?.sold)).toEqual([8, 6, 6]);
    const all = await list<PopularProductDto>('/api/v1/products/popular?limit=100');
    const paged: PopularProductDto[] = [];
    let cursor = '';
    do {
      const path = `/api/v1/products/popular?limit=4${cursor && `&cursor=${cursor}`}`;
      const { body } = await clients.reader.get<Page<PopularProductDto>>(path);
      paged.push(...body.data);
      cursor = body.page.next_cursor ?? '';
    } while (cursor !== '');
    expect(paged).toEqual(all);
    const jeans = await list<PopularProductDto>(
      '/api/v1/products/popular?category=jeans&from=2026-06-01&to=2026-11-20',
    );
    expect(jeans.length).toBeGreaterThan(0);
    expect(new Set(jeans.map(({ category }) => category))).toEqual(new Set(['Jeans']));
  });

  it('finds products by words, kind, price and stock', async () => {
    const names = async (query: string): Promise<string[]> =>
      (await list<ProductDto>(`/api/v1/products?${query}`)).map(({ name }) => name);
    expect(await names('q=clasic%20t-shirts')).toEqual(['Classic T-Shirt']);
    expect(await names('q=pique')).toEqual(['Piqué Polo Shirt']);
    expect(await names('q=in')).toEqual([]);
    expect(await names('category=swim&department=men&max_price=29.99')).toEqual(['Swim Shorts 5 Inch']);
    expect(await names('q=wool%20overcoat&in_stock=true')).toEqual([]);
    expect(await names('q=wool%20overcoat&in_stock=false')).toEqual(['Wool Overcoat']);
    const { body } = await clients.asta.get<ProductDto>('/api/v1/products/101');
    expect(body).toEqual({
      product_id: 101,
      name: 'Classic T-Shirt',
      brand: 'Northlark',
      category: 'Tops & Tees',
      department: 'Men',
      retail_price: '24.99',
      stock: 7,
      warehouse: 'Rotterdam NL',
    });
    expect((await clients.reader.get('/api/v1/products/999999')).status).toBe(404);
  });

  it('lists every product once, page by page', async () => {
    const seen: number[] = [];
    let cursor = '';
    do {
      const path = `/api/v1/products?limit=17${cursor && `&cursor=${cursor}`}`;
      const { body } = await clients.reader.get<Page<ProductDto>>(path);
      seen.push(...body.data.map(({ product_id }) => product_id));
      cursor = body.page.next_cursor ?? '';
    } while (cursor !== '');
    expect(seen).toHaveLength(60);
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));
  });

  it.each([
    'products?min_price=cheap',
    'products?in_stock=maybe',
    'products?colour=red',
    'products?cursor=x',
    'products/popular?from=2026-02-30',
    'products/popular?from=2026-03-01&to=2026-02-01',
    'products/popular?limit=0',
    'products/popular?cursor=W1sxXSwyXQ',
    `users/${ASTA}/orders?limit=1000`,
    `users/${ASTA}/orders?cursor=WyJhIiwxXQ`,
    `orders/${HERS}?user_id=`,
    'products?q=%00',
  ])('refuses %s', async (path) => {
    const { status, body } = await clients.reader.get(`/api/v1/${path}`);
    expect([status, typeof body['code']]).toEqual([400, 'string']);
  });

  it('counts the rows of its tables', async () => {
    const count = async (table: string): Promise<unknown> =>
      (await clients.reader.get(`/api/v1/stats/${table}`)).body['rows'];
    expect(await Promise.all(['products', 'orders', 'order_items', 'inventory_items'].map(count))).toEqual([
      60, 60, 87, 192,
    ]);
  });
});
