import fc from 'fast-check';
import { foldName, keyOf } from '../../src/catalog/names/fold-name.js';
import { OrderRepository } from '../../src/catalog/orders/order.repository.js';
import { ProductRepository } from '../../src/catalog/products/product.repository.js';
import { refreshProductWords } from '../../src/catalog/products/refresh-product-words.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

const STATUSES = ['Processing', 'Shipped', 'Complete', 'Cancelled', 'Returned'];
const DAYS = ['2026-01-31', '2026-02-01', '2026-02-15', '2026-03-01'];

const shop = fc.record({
  products: fc.array(
    fc.record({
      category: fc.constantFrom('Tops', 'Jeans'),
      department: fc.constantFrom('Men', 'Women', null),
      price: fc.constantFrom('9.99', '27.989999771118164', '10', '10.005', '0.0199999995529651'),
    }),
    { minLength: 1, maxLength: 8 },
  ),
  pieces: fc.array(fc.record({ product: fc.nat(7), isSold: fc.boolean() }), { maxLength: 20 }),
  orders: fc.array(
    fc.record({
      user: fc.nat(2),
      status: fc.constantFrom(...STATUSES),
      day: fc.constantFrom(...DAYS),
      hour: fc.nat(23),
    }),
    { minLength: 1, maxLength: 8 },
  ),
  items: fc.array(
    fc.record({
      order: fc.nat(7),
      product: fc.nat(7),
      status: fc.constantFrom(...STATUSES),
      price: fc.constantFrom('9.99', '0.005', '14.989999771118164', '20'),
    }),
    { maxLength: 25 },
  ),
});
type Shop = typeof shop extends fc.Arbitrary<infer T> ? T : never;

describe('questions to the shop', () => {
  let database: TestDatabase;
  let products: ProductRepository;
  let orders: OrderRepository;

  const query = <T extends object>(sql: string, parameters: unknown[] = []): Promise<T[]> =>
    database.dataSource.query<T[]>(sql, parameters);

  const store = async ({ products: made, pieces, orders: placed, items }: Shop): Promise<void> => {
    await query('TRUNCATE customers, products, product_words, orders CASCADE');
    await query(
      `INSERT INTO products (product_id, name, category, department, retail_price, name_key, search_key)
       SELECT n, 'P', r ->> 'category', r ->> 'department', (r ->> 'price')::numeric, 'p', 'p'
       FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS x (r, n)`,
      [JSON.stringify(made)],
    );
    await query(
      `INSERT INTO inventory_items (inventory_item_id, product_id, created_at, sold_at)
       SELECT n, (r ->> 'product')::int % $2 + 1, now(), CASE WHEN (r ->> 'isSold')::boolean THEN now() END
       FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS x (r, n)`,
      [JSON.stringify(pieces), made.length],
    );
    await query('INSERT INTO customers (customer_id) VALUES (1000000001), (1000000002), (1000000003)');
    await query(
      `INSERT INTO customer_external_ids (namespace, external_id, customer_id)
       VALUES ('shop', '0', 1000000001), ('shop', '1', 1000000002), ('shop', '2', 1000000003), ('crm', '9', 1000000001)`,
    );
    await query(
      `INSERT INTO orders (order_id, customer_id, status, created_at)
       SELECT n, 1000000001 + (r ->> 'user')::int, r ->> 'status', ((r ->> 'day') || ' ' || (r ->> 'hour') || ':00+00')::timestamptz
       FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS x (r, n)`,
      [JSON.stringify(placed)],
    );
    await query(
      `INSERT INTO order_items (order_item_id, order_id, product_id, status, sale_price)
       SELECT n, (r ->> 'order')::int % $2 + 1, (r ->> 'product')::int % $3 + 1, r ->> 'status', (r ->> 'price')::numeric
       FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS x (r, n)`,
      [JSON.stringify(items), placed.length, made.length],
    );
  };

  beforeAll(async () => {
    database = await openTestDatabase();
    products = new ProductRepository(database.dataSource);
    orders = new OrderRepository(database.dataSource);
  });

  afterAll(() => database.close());

  it('rank what plain SQL ranks, ties by id, days included at both ends', async () => {
    const day = fc.constantFrom(undefined, ...DAYS);
    await fc.assert(
      fc.asyncProperty(shop, day, day, fc.constantFrom(undefined, 'tops'), async (made, from, to, category) => {
        await store(made);
        const limit = 3;
        const filter = { ...(from && { from }), ...(to && { to }), ...(category && { category }) };
        const { rows, tiesBrokenById } = await products.rankSales({ ...filter, limit });
        const plain = await query<{ id: number; sold: number; stock: number }>(
          `SELECT i.product_id::int AS id, sum(CASE WHEN i.status IN ('Cancelled', 'Returned') THEN 0 ELSE 1 END)::int AS sold,
             count(*)::int AS all, (SELECT count(*) FROM inventory_items v WHERE v.product_id = i.product_id AND sold_at IS NULL)::int AS stock
           FROM order_items i JOIN orders o USING (order_id) JOIN products p USING (product_id)
           WHERE (o.created_at AT TIME ZONE 'UTC')::date BETWEEN COALESCE($1::date, '-infinity') AND COALESCE($2::date, 'infinity')
             AND ($3::text IS NULL OR p.category ILIKE $3)
           GROUP BY 1, i.product_id HAVING sum(CASE WHEN i.status IN ('Cancelled', 'Returned') THEN 0 ELSE 1 END) > 0 ORDER BY 2 DESC, 1`,
          [from ?? null, to ?? null, category ?? null],
        );
        expect(
          rows.map(({ productId, sold, orderItems, stock }) => ({ id: productId, sold, all: orderItems, stock })),
        ).toEqual(plain.slice(0, limit));
        expect(tiesBrokenById).toBe(plain.slice(0, limit).some(({ sold }, at) => sold === plain[at + 1]?.sold));
      }),
      { numRuns: 40 },
    );
  });

  it('sum and list a user’s orders as plain SQL does, page by page, and nobody else’s', async () => {
    await fc.assert(
      fc.asyncProperty(shop, fc.constantFrom('0', '1', '2', '9', 'x'), async (made, userId) => {
        await store(made);
        const plain = await query<{ id: number; total: string; items: number }>(
          `SELECT o.order_id::int AS id, to_char(COALESCE((SELECT sum(sale_price) FROM order_items i WHERE i.order_id = o.order_id), 0), 'FM9990.00') AS total,
             (SELECT count(*) FROM order_items i WHERE i.order_id = o.order_id)::int AS items
           FROM orders o WHERE o.customer_id = CASE WHEN $1 IN ('0', '1', '2') THEN 1000000001 + $1::int END
           ORDER BY o.created_at DESC, o.order_id DESC`,
          [userId === 'x' || userId === '9' ? '-1' : userId],
        );
        const listed = [];
        for (let page = await orders.listForUser(userId, { limit: 2 }); page.length > 0;) {
          listed.push(...page);
          const last = page[page.length - 1];
          page = last === undefined ? [] : await orders.listForUser(userId, { limit: 2, before: last });
        }
        expect(listed.map(({ orderId, total, itemCount }) => ({ id: orderId, total, items: itemCount }))).toEqual(
          plain,
        );
        for (let orderId = 1; orderId <= made.orders.length; orderId += 1) {
          const isTheirs = plain.some(({ id }) => id === orderId);
          expect((await orders.findForUser(userId, orderId)) !== undefined).toBe(isTheirs);
          if (!isTheirs) expect(await orders.listItems(userId, orderId)).toEqual([]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('offer what is cheaper, of its kind and there', async () => {
    await fc.assert(
      fc.asyncProperty(shop, async (made) => {
        await store(made);
        const plain = await query<{ id: number }>(
          `SELECT p.product_id::int AS id FROM products p, products a WHERE a.product_id = 1 AND p.category = a.category
             AND COALESCE(p.department, '') = COALESCE(a.department, '') AND round(p.retail_price, 2) < round(a.retail_price, 2)
             AND EXISTS (SELECT 1 FROM inventory_items v WHERE v.product_id = p.product_id AND v.sold_at IS NULL)
           ORDER BY p.retail_price, p.product_id`,
        );
        const found = await products.findAlternatives(1, 10);
        expect(found.map(({ productId }) => ({ id: productId }))).toEqual(plain);
      }),
      { numRuns: 30 },
    );
  });

  describe('about names', () => {
    const NAMES = ['Classic T-Shirt', 'Piqué Polo', 'Everyday Socks', 'Everyday Socks', 'Linen Skirt', 'Linen Shirt'];

    beforeAll(async () => {
      await query('TRUNCATE customers, products, product_words, orders CASCADE');
      for (const [at, name] of NAMES.entries()) {
        const keys = [keyOf(foldName(name)), keyOf(foldName(`${name} Northlark`))];
        await query(
          `INSERT INTO products (product_id, name, brand, retail_price, name_key, search_key) VALUES ($1, $2, 'Northlark', 10, $3, $4)`,
          [at + 1, name, ...keys],
        );
      }
      await query('CREATE TABLE touched AS SELECT product_id FROM products');
      await refreshProductWords(database.dataSource.manager, 'touched');
    });

    afterAll(() => query('DROP TABLE touched'));

    const find = async (text: string): Promise<number[][]> => {
      const { exact, close } = await products.findByName(text, 5);
      return [exact, close].map((found) => found.map(({ productId }) => productId));
    };

    it.each([
      ['classic t shirts', [1], []],
      ['T-Shirt, Classic', [1], []],
      ['clasic tshirt', [], [1]],
      ['PiquÃ© polo', [2], []],
      ['pique polos', [2], []],
      ['Everyday Socks', [3, 4], []],
      ['northlark everday socks', [], [3, 4]],
      ['linen shirt', [6], []],
      ['linen skrit', [], [5]],
      ['purple unicorn', [], []],
      ['what is the', [], []],
      ['in', [], []],
      ['', [], []],
    ])('%j is %j, or near %j', async (text, exact, close) => {
      expect(await find(text)).toEqual([exact, close]);
    });

    it('list what has every word, a known word never standing for another', async () => {
      const search = async (text: string): Promise<number[]> =>
        (await products.search({ text, limit: 10 })).map(({ productId }) => productId);
      expect(await search('northlark shirt')).toEqual([6]);
      expect(await search('evryday')).toEqual([3, 4]);
      expect(await search('linen sock')).toEqual([]);
      expect(await search('the')).toEqual([]);
    });
  });
});
