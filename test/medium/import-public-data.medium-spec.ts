import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/platform/config/package-root.js';
import { ImportKit } from '../support/import-kit.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

/** Public data that is no part of the repository: beside it where somebody measures, missing everywhere else. */
const FOLDER = [join(packageRoot(), '..', 'shared', 'data', 'interactions')].find((folder) => existsSync(folder));

if (FOLDER === undefined) {
  describe.skip('the public interactions files (skipped: ../shared/data/interactions is not there)', () => {
    it('are imported', () => undefined);
  });
} else {
  describe('the public interactions files', () => {
    const files = ['customer_interactions.csv', 'product.csv', 'customer.csv'].map((name) =>
      readFileSync(join(FOLDER, name)),
    );
    let database: TestDatabase;
    let kit: ImportKit;

    beforeAll(async () => {
      database = await openTestDatabase();
      kit = new ImportKit(database.dataSource);
    });

    afterAll(async () => {
      await database.close();
      kit.close();
    });

    it('are told, imported and accounted for with every defect they have', async () => {
      const [interactions, months, customers] = (await kit.importTexts(files)).map(({ report }) => report);
      expect(customers).toMatchObject({ rows_in: 13, inserted: 13 });
      expect(customers?.findings).toEqual([
        { code: 'missing_value', column: 'occupation', count: 1, examples: [{ row: 14, value: '' }] },
        { code: 'missing_value', column: 'type', count: 1, examples: [{ row: 14, value: '' }] },
      ]);
      expect(months).toMatchObject({ inserted: months?.rows_in, findings: [] });
      expect(interactions).toMatchObject({
        rows_in: 20,
        inserted: 19,
        quarantined: 1,
        format: { encoding: 'utf-8-bom', delimiter: ',' },
        date_orders: [{ column: 'occurred_at', order: 'DMY', evidence: [{ row: 10, value: '17/02/2020 18:24' }, {}] }],
      });
      expect(interactions?.findings).toEqual([
        { code: 'bad_id', column: 'customer_id', count: 1, examples: [{ row: 16, value: '12in', suggestion: '12' }] },
        {
          code: 'contradictory_values',
          column: 'sentiment',
          count: 1,
          examples: [{ row: 17, value: 'Adverse Event Report: Positive' }],
        },
      ]);
    });

    it('give the counts that plain SQL gives over the raw rows', async () => {
      const raw = (at: number): string[][] =>
        (files[at]?.toString('utf8') ?? '')
          .replace(/^\ufeff/, '')
          .split(/\r?\n/)
          .slice(1)
          .filter(Boolean)
          .map((line) => line.split(','));
      const counted = await database.dataSource.query<object[]>(
        `WITH raw AS (
           SELECT to_timestamp(r ->> 0, 'DD/MM/YYYY HH24:MI')::timestamp AT TIME ZONE 'UTC' AS at, r ->> 1 AS channel,
             r ->> 2 AS customer, r ->> 4 AS sentiment FROM jsonb_array_elements($1::jsonb) r),
         months AS (SELECT to_date(r ->> 0, 'MM-YYYY') AS month, r ->> 1 AS product FROM jsonb_array_elements($2::jsonb) r),
         people AS (SELECT r ->> 0 AS id, COALESCE(r ->> 2, '') AS type FROM jsonb_array_elements($3::jsonb) r)
         SELECT m.product, p.type, count(*)::integer AS n FROM raw
         JOIN people p ON p.id = raw.customer LEFT JOIN months m ON m.month = date_trunc('month', raw.at AT TIME ZONE 'UTC')
         GROUP BY 1, 2 ORDER BY 1, 2`,
        [JSON.stringify(raw(0)), JSON.stringify(raw(1)), JSON.stringify(raw(2))],
      );
      const stored = await database.dataSource.query<object[]>(
        `SELECT m.product, COALESCE(c.type, '') AS type, count(*)::integer AS n
         FROM interactions i JOIN customers c USING (customer_id)
         LEFT JOIN product_months m ON m.month = date_trunc('month', i.occurred_at AT TIME ZONE 'UTC')
         GROUP BY 1, 2 ORDER BY 1, 2`,
      );
      expect(stored).toEqual(counted);
      const rolledUp = await database.dataSource.query<object[]>(
        `SELECT NULLIF(product, '') AS product, customer_type AS type, sum(interactions)::integer AS n
         FROM interaction_months GROUP BY 1, 2 ORDER BY 1, 2`,
      );
      expect(rolledUp).toEqual(counted);
    });

    it('have their malformed id repaired when asked to, and change nothing else when they come again', async () => {
      const [interactions, months, customers] = (await kit.importTexts(files, { onMalformed: 'repair' })).map(
        ({ report }) => report,
      );
      expect([customers?.unchanged, months?.unchanged]).toEqual([13, months?.rows_in]);
      expect(interactions).toMatchObject({ rows_in: 20, inserted: 1, unchanged: 19, quarantined: 0 });
      const again = await kit.importTexts(files, { onMalformed: 'repair' });
      expect(again.map(({ report }) => report.inserted + report.updated)).toEqual([0, 0, 0]);
    });
  });
}
