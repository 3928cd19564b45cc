import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/platform/config/package-root.js';
import { ImportKit } from '../support/import-kit.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

const read = (name: string): Buffer => readFileSync(join(packageRoot(), 'sample-data', name));

describe('the sample files', () => {
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

  it('are dirty in every way the importer knows of, and are imported all the same', async () => {
    const files = ['interactions.csv', 'product_months.csv', 'customers.csv'].map(read);
    const reports = (await kit.importTexts(files)).map(({ report }) => report);
    expect(
      reports.map(({ rows_in, inserted, merged, quarantined }) => ({ rows_in, inserted, merged, quarantined })),
    ).toEqual([
      { rows_in: 84, inserted: 72, merged: 2, quarantined: 10 },
      { rows_in: 19, inserted: 16, merged: 1, quarantined: 2 },
      { rows_in: 29, inserted: 25, merged: 2, quarantined: 2 },
    ]);
    const codes = new Set(reports.flatMap(({ findings }) => findings.map(({ code }) => code)));
    expect([...codes].sort()).toEqual([
      ...['bad_date', 'bad_id', 'contradictory_values', 'duplicate_row', 'impossible_date', 'missing_value'],
      ...['ragged_row', 'respelled_value', 'truncated_row', 'unknown_reference'],
    ]);
    const channels = await database.dataSource.query<{ channel: string }[]>(
      'SELECT DISTINCT channel FROM interactions',
    );
    expect(channels.map(({ channel }) => channel).sort()).toEqual([
      ...['Call', 'Chatbot', 'Email', 'Letter', 'Market Stall', 'Pigeon'],
    ]);
  });

  it('have three references that mean exactly one customer', async () => {
    const [imported] = await kit.importTexts([read('interactions.csv')], { onMalformed: 'repair' });
    expect(imported?.report).toMatchObject({ inserted: 3, unchanged: 72, quarantined: 7 });
  });

  it('do not meet the prospects of the first start', async () => {
    const [prospects] = await kit.importTexts([read('prospects.csv')]);
    expect(prospects?.report).toMatchObject({ inserted: 16, updated: 0, findings: [] });
  });
});
