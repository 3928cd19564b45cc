import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { varyWord } from '../../src/catalog/names/vary-word.js';
import { packageRoot } from '../../src/platform/config/package-root.js';
import { type FileReport } from '../../src/imports/report/file-report.js';
import { ImportKit } from '../support/import-kit.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

const FILES = ['order_items', 'inventory_items', 'orders', 'users', 'products', 'distribution_centers'];
const read = (name: string): Buffer => readFileSync(join(packageRoot(), 'sample-data/shop', `${name}.csv`));
const countsOf = ({ rows_in, inserted, updated, unchanged, merged, quarantined }: FileReport): number[] => [
  ...[rows_in, inserted, updated, unchanged, merged, quarantined],
];

describe('a shop’s files', () => {
  let database: TestDatabase;
  let kit: ImportKit;

  const importAll = async (names: readonly string[]): Promise<{ importId: string; reports: FileReport[] }> => {
    const imported = await kit.importTexts(names.map(read));
    return { importId: imported[0]?.importId ?? '', reports: imported.map(({ report }) => report) };
  };

  beforeAll(async () => {
    database = await openTestDatabase();
    kit = new ImportKit(database.dataSource);
  });

  afterEach(() => kit.empty());

  afterAll(async () => {
    await database.close();
    kit.close();
  });

  it('are told and taken in any order, what hangs in the air is quarantined', async () => {
    const { reports } = await importAll(FILES);
    expect(reports.map(countsOf)).toEqual([
      [89, 87, 0, 0, 0, 2],
      [194, 192, 0, 0, 0, 2],
      [63, 60, 0, 0, 1, 2],
      [25, 25, 0, 0, 0, 0],
      [61, 60, 0, 0, 1, 0],
      [5, 5, 0, 0, 0, 0],
    ]);
    const [items, inventory, orders, users, products] = reports.map(({ findings }) =>
      findings.map(({ code, column, count }) => `${code} ${column ?? ''} ${count}`).sort(),
    );
    expect(items).toEqual(['unknown_reference order_id 1', 'unknown_reference product_id 1']);
    expect(inventory).toEqual(['bad_id product_id 1', 'truncated_row  1']);
    expect(orders).toEqual([
      ...['duplicate_row  1', 'impossible_date created_at 1', 'respelled_value status 1'],
      'unknown_reference user_id 1',
    ]);
    expect(users).toEqual(['bad_email email 1']);
    expect(products).toEqual([
      ...['duplicate_row  1', 'missing_value brand 1', 'respelled_value department 1', 'respelled_value name 2'],
    ]);
  });

  it('give the same however they are ordered, and change nothing the second time', async () => {
    await importAll(FILES);
    const first = await kit.dump();
    const again = await importAll([...FILES].reverse());
    expect(again.reports.map(({ inserted, updated }) => inserted + updated)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(await kit.dump()).toEqual(first);
  });

  it('are taken back exactly, with the users’ customers and the words of the products', async () => {
    const before = await kit.dump();
    const { importId } = await importAll(FILES);
    await kit.rollbacks.rollBack(importId);
    expect(await kit.dump()).toEqual(before);
  });

  it('that come one by one keep what they can, and lose nothing when the rest comes again', async () => {
    await importAll(FILES);
    const whole = (await kit.dump()).filter((line) => !line.startsWith('customers'));
    await kit.empty();
    for (const name of FILES) await importAll([name]);
    const [orphans] = await database.dataSource.query<object[]>('SELECT count(*)::int AS n FROM orders');
    expect(orphans).toEqual({ n: 0 });
    for (const name of [...FILES].reverse()) await importAll([name]);
    expect((await kit.dump()).filter((line) => !line.startsWith('customers'))).toEqual(whole);
  });

  it('make customers of users, with ids of our own beside those of a CRM', async () => {
    await kit.importText('customer_id,name\n39,Somebody Else\n');
    await importAll(['users']);
    const rows = await database.dataSource.query<object[]>(
      `SELECT c.customer_id::text, c.name, c.email, c.attributes->>'city' AS city
       FROM customer_external_ids e JOIN customers c USING (customer_id) WHERE e.namespace = 'shop' AND e.external_id = '39'`,
    );
    expect(rows).toEqual([
      { customer_id: '1000000001', name: 'Asta Lindqvist', email: 'asta.lindqvist@shop.example', city: 'Rotterdam' },
    ]);
  });

  it('keep orders of a customer who was deleted, as nobody’s', async () => {
    await importAll(FILES);
    await database.dataSource.query(
      `DELETE FROM customers c USING customer_external_ids e WHERE e.customer_id = c.customer_id AND e.external_id = '39'`,
    );
    const rows = await database.dataSource.query<object[]>('SELECT customer_id FROM orders WHERE order_id = 12345');
    expect(rows).toEqual([{ customer_id: null }]);
  });

  it('read prices and times of other countries', async () => {
    await kit.importTexts([
      'id;name;latitude;longitude;geom\n7;Turin;"45,0703";"7,6869";POINT(7 45)\n',
      'id,cost,category,name,brand,retail_price,department,sku,distribution_center_id\n' +
        '1,"92,65256259",Swim,Sleeve Top,Y,"150,4100037",Men,A,7\n2,"2,5",Swim,Cap,Y,30,Men,B,7\n',
      'id,product_id,created_at,sold_at,cost\n5,1,30/07/2022 6.09.21,26/08/2022 2.13.21,"92,65"\n6,1,01/02/2022 9.06.00,,"92,65"\n',
      'id,first_name,last_name,email,created_at\n8,Ada,Moss,ada@example.org,2022-11-05 01:54:00.000000 UTC\n',
      'order_id,user_id,status,created_at\n3,8,Shipped,2024-06-23 23:41:55.123456 UTC\n',
    ]);
    const [row] = await database.dataSource.query<object[]>(
      `SELECT d.latitude, p.retail_price::text, v.sold_at, f.created_at AS fresh, o.created_at AS ordered
       FROM products p, distribution_centers d, inventory_items v, inventory_items f, orders o
       WHERE p.product_id = 1 AND v.inventory_item_id = 5 AND f.inventory_item_id = 6`,
    );
    expect(row).toEqual({
      latitude: 45.0703,
      retail_price: '150.41',
      sold_at: new Date('2022-08-26T02:13:21Z'),
      fresh: new Date('2022-02-01T09:06:00Z'),
      ordered: new Date('2024-06-23T23:41:55.123Z'),
    });
  });

  it('take a piece back into stock when a later file says it is not sold', async () => {
    await importAll(FILES);
    const [piece] = await database.dataSource.query<{ id: string; product: string }[]>(
      'SELECT inventory_item_id AS id, product_id AS product FROM inventory_items WHERE sold_at IS NOT NULL LIMIT 1',
    );
    const text = `id,product_id,created_at,sold_at\n${piece?.id},${piece?.product},2026-01-01,\n`;
    expect((await kit.importText(text, { dataset: 'inventory_items' })).report.updated).toBe(1);
    const [now] = await database.dataSource.query<object[]>(
      'SELECT sold_at FROM inventory_items WHERE inventory_item_id = $1',
      [piece?.id],
    );
    expect(now).toEqual({ sold_at: null });
  });

  it('refuse headers that only look like theirs', async () => {
    for (const header of [
      'order_id,customer_name,product,quantity,status',
      'product_id,product_name,category,price',
      'item_id,product_id,warehouse,stock',
      'order_item_id,order_id,product_id,quantity',
    ]) {
      const { report } = await kit.importText(`${header}\n${header.replace(/\w+/g, '1')}\n`);
      expect(report.failure?.code).toBe('wrong_columns');
    }
  });

  it('leave for every word of a product what a slip of the keyboard makes of it', async () => {
    await importAll(['distribution_centers', 'products']);
    const words = await database.dataSource.query<{ word: string; variants: string[] }[]>(
      'SELECT word, variants FROM product_words',
    );
    expect(words.length).toBeGreaterThan(80);
    for (const { word, variants } of words) expect([...variants].sort()).toEqual(varyWord(word).sort());
  });
});
