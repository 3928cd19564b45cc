import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type ChatResponse } from '../../src/conversations/dto/chat.dto.js';
import { packageRoot } from '../../src/platform/index.js';
import { HttpClient } from '../support/http-client.js';
import { startShopApp } from '../support/shop-app.js';
import { type TestApp } from '../support/test-app.js';

/** Public data that is no part of the repository: beside it where somebody measures, missing everywhere else. */
const FOLDER = [join(packageRoot(), '..', 'shared', 'data', 'thelook', 'sample')].find((folder) => existsSync(folder));

if (FOLDER === undefined) {
  describe.skip('questions about the public shop (skipped: ../shared/data/thelook/sample is not there)', () => {
    it('are answered', () => undefined);
  });
} else {
  describe('questions about the public shop', () => {
    let test: TestApp;

    beforeAll(async () => {
      test = await startShopApp(FOLDER);
    }, 60_000);

    afterAll(() => test.close());

    const ask = async (message: string, userId?: string): Promise<string> => {
      const { body } = await new HttpClient(test.url).post<ChatResponse>('/api/v1/chat', {
        message,
        ...(userId === undefined ? {} : { user_id: userId }),
      });
      return body.response;
    };

    it('about the status and total of every order of twenty users', async () => {
      const orders = await test.dataSource.query<
        { order_id: string; user_id: string; status: string; total: string }[]
      >(
        `SELECT o.order_id, u.external_id AS user_id, o.status, round(sum(x.sale_price), 2)::text AS total
         FROM orders o JOIN customer_external_ids u ON u.customer_id = o.customer_id AND u.namespace = 'shop'
         JOIN order_items x USING (order_id)
         WHERE u.customer_id IN (SELECT DISTINCT customer_id FROM orders ORDER BY customer_id LIMIT 20) GROUP BY 1, 2, 3`,
      );
      expect(orders.length).toBeGreaterThan(20);
      for (const { order_id: id, user_id: user, status, total } of orders) {
        expect(await ask(`What is the status of order ${id}?`, user)).toContain(`Order ${id} is ${status}:`);
        expect(await ask(`How much did order ${id} cost?`, user)).toContain(`Order ${id} comes to ${total} in total`);
      }
    }, 60_000);

    it('about the stock of forty products by their whole name', async () => {
      const products = await test.dataSource.query<{ name: string; product_id: string; stock: string }[]>(
        `SELECT p.name, p.product_id, (SELECT count(*) FROM inventory_items i WHERE i.product_id = p.product_id AND i.sold_at IS NULL) AS stock
         FROM products p ORDER BY p.product_id LIMIT 40`,
      );
      for (const { name, product_id: id, stock } of products) {
        expect(await ask(`How many "${name.replaceAll('"', '')}" are left in stock?`)).toContain(
          `(product ${id}): ${stock} left in stock`,
        );
      }
    }, 60_000);

    it('about the five most sold products', async () => {
      const rows = await test.dataSource.query<{ product_id: string; sold: string }[]>(
        `SELECT product_id, count(*) AS sold FROM order_items WHERE status NOT IN ('Cancelled', 'Returned')
         GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 5`,
      );
      const response = await ask('What are the top 5 most sold products?');
      for (const { product_id: id, sold } of rows) expect(response).toContain(`(product ${id}): ${sold} sold`);
    });
  });
}
