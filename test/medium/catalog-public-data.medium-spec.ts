import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { OrderRepository } from '../../src/catalog/orders/order.repository.js';
import { ProductRepository } from '../../src/catalog/products/product.repository.js';
import { packageRoot } from '../../src/platform/config/package-root.js';
import { ImportKit } from '../support/import-kit.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

/** Public data that is no part of the repository: beside it where somebody measures, missing everywhere else. */
const FOLDER = [join(packageRoot(), '..', 'shared', 'data', 'thelook')].find((folder) => existsSync(folder));

if (FOLDER === undefined) {
  describe.skip('the public shop files (skipped: ../shared/data/thelook is not there)', () => {
    it('are imported', () => undefined);
  });
} else {
  const read = (path: string): Buffer => readFileSync(join(FOLDER, path));
  const rowsOf = (table: string): Record<string, string>[] =>
    parse(read(`sample/${table}.csv`), { columns: true, bom: true });
  const SAMPLE = ['order_items', 'orders', 'users', 'inventory_items', 'products', 'distribution_centers'];

  describe('the public shop files', () => {
    let database: TestDatabase;
    let kit: ImportKit;

    beforeAll(async () => {
      database = await openTestDatabase({ queryTimeoutMs: 60_000 });
      kit = new ImportKit(database.dataSource);
      const imported = await kit.importTexts(SAMPLE.map((name) => read(`sample/${name}.csv`)));
      for (const { report } of imported) expect(report.inserted).toBe(report.rows_in);
    }, 60_000);

    afterAll(async () => {
      await database.close();
      kit.close();
    });

    it('give every stock, total and ranking that the raw rows give', async () => {
      const products = new ProductRepository(database.dataSource);
      const [items, inventory] = [rowsOf('order_items'), rowsOf('inventory_items')];
      const sold = new Map<number, number>();
      for (const { product_id, status } of items) {
        if (status === 'Cancelled' || status === 'Returned') continue;
        sold.set(Number(product_id), (sold.get(Number(product_id)) ?? 0) + 1);
      }
      const expected = [...sold].sort(([a, m], [b, n]) => n - m || a - b).slice(0, 20);
      const { rows } = await products.rankSales({ limit: 20 });
      expect(rows.map((row) => [row.productId, row.sold])).toEqual(expected);
      for (const { productId, stock } of rows) {
        const left = inventory.filter((row) => Number(row['product_id']) === productId && row['sold_at'] === '');
        expect(stock).toBe(left.length);
      }
    });

    it('give every order to its user, with the cents of plain sums', async () => {
      const orders = new OrderRepository(database.dataSource);
      const [raw, items] = [rowsOf('orders'), rowsOf('order_items')];
      for (const { order_id, user_id = '', status, num_of_item } of raw.filter((_, at) => at % 12 === 0)) {
        const found = await orders.findForUser(user_id, Number(order_id));
        const sum = items
          .filter((item) => item['order_id'] === order_id)
          .reduce((total, item) => total + Math.round(Number(item['sale_price']) * 100), 0);
        expect([found?.status, found?.itemCount, found?.total]).toEqual([
          status,
          Number(num_of_item),
          (sum / 100).toFixed(2),
        ]);
        expect(await orders.findForUser('0', Number(order_id))).toBeUndefined();
      }
    });

    it('have names that are found by their right spelling', async () => {
      const products = new ProductRepository(database.dataSource);
      const { exact } = await products.findByName('ralph lauren chaps solid piqué - big & tall', 5);
      expect(exact.map(({ productId }) => productId)).toEqual([16811]);
    });

    it('are refused or accounted for where they are broken', async () => {
      const failures = new Map<string, string | undefined>();
      for (const name of ['inventory_items', 'orders', 'users'])
        failures.set(name, (await kit.importText(read(`negative/${name}.git-lfs-pointer.csv`))).report.failure?.code);
      expect([...failures.values()]).toEqual(['pointer_file', 'pointer_file', 'pointer_file']);
      for (const name of ['inventory_items', 'orders', 'order_items', 'products'])
        expect((await kit.importText(read(`negative/${name}.wrong-columns.csv`))).report.failure?.code).toBe(
          'wrong_columns',
        );
      expect((await kit.importText(read('negative/orders.signin-page.csv'))).report.failure?.code).toBe(
        'html_document',
      );
      for (const name of ['bom-crlf', 'utf16'])
        expect((await kit.importText(read(`negative/orders.${name}.csv`))).report).toMatchObject({ unchanged: 20 });
      const dirty = (await kit.importText(read('negative/orders.duplicate-and-orphan.csv'))).report;
      expect(dirty).toMatchObject({ unchanged: 20, merged: 1, quarantined: 3 });
      const cut = (await kit.importText(read('negative/orders.truncated-last-row.csv'))).report;
      expect(cut).toMatchObject({ unchanged: 19, quarantined: 1 });
    });

    it('are read in every locale', async () => {
      await kit.empty();
      const read2 = async (folder: string, names: string[]): Promise<(string | number | undefined)[][]> =>
        (await kit.importTexts(names.map((name) => read(`real-fragments/${folder}/${name}.csv`)))).map(({ report }) => [
          report.inserted,
          report.quarantined,
          // What these fragments refer to is not in them; nothing else may be wrong.
          [...new Set(report.findings.map(({ code }) => code))].join(' '),
          report.failure?.code,
        ]);
      expect(
        await read2('emma-italian-excel', ['distribution_centers', 'products', 'users', 'inventory_items', 'orders']),
      ).toEqual([
        [10, 0, '', undefined],
        [500, 0, 'missing_value', undefined],
        [500, 0, '', undefined],
        [40, 460, 'unknown_reference', undefined],
        [4, 496, 'unknown_reference', undefined],
      ]);
      const [price] = await database.dataSource.query<object[]>(
        'SELECT retail_price::text FROM products WHERE product_id = 27569',
      );
      expect(price).toEqual({ retail_price: '150.41' });
      await kit.empty();
      expect(
        await read2('souvik-bq-export', ['distribution_centers', 'products', 'users', 'items', 'order_iteams']),
      ).toEqual([
        [10, 0, '', undefined],
        [1000, 0, 'respelled_value', undefined],
        [1000, 0, '', undefined],
        [76, 924, 'unknown_reference', undefined],
        [0, 1000, 'unknown_reference', undefined],
      ]);
    });
  });
}
