import fc from 'fast-check';
import { InteractionsPerProductRepository } from '../../src/customers/statistics/interactions-per-product.repository.js';
import { toInteractionsPerProduct } from '../../src/customers/statistics/to-interactions-per-product.js';
import { countPlainly, UNFILTERED } from '../support/count-plainly.js';
import { ImportKit } from '../support/import-kit.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

const pick = (...values: string[]): fc.Arbitrary<string> => fc.constantFrom(...values);
const id = pick('1', '2', '3', '4', 'acme_1', '12in');

function table(header: string, ...cells: fc.Arbitrary<string>[]): fc.Arbitrary<string> {
  const row = fc.tuple(...cells).map((values) => values.join(','));
  return fc.array(row, { minLength: 1, maxLength: 10 }).map((rows) => [header, ...rows].join('\n'));
}

const customers = table('Customer_Id,Type', id, pick('Red', 'Blue', ''));
const time = pick('2020-01-31T23:59:59Z', '2020-02-01T00:00:00Z', '2020-02-17T18:24:00Z', '2020-03-05T11:23:00Z');
const interactions = table(
  'date_start,interaction,customers,topic,sentiment',
  time,
  pick('Email', 'e-mail', 'Boat'),
  id,
  pick('Price', ''),
  pick('Positive', 'Negative', ''),
);
const months = table('date,product', pick('01-2020', '02-2020', '03-2020'), pick('Sand', 'Rock'));
const step = fc.oneof(
  fc.record({ files: fc.tuple(customers, interactions, months) }),
  fc.record({ files: fc.tuple(fc.oneof(customers, interactions, months)) }),
  fc.constant({ files: null }),
);

describe('the rollup under real imports', () => {
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

  it('equals plain counting after every import and every rollback', async () => {
    const repository = new InteractionsPerProductRepository(database.dataSource);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        await kit.empty();
        const done: string[] = [];
        for (const { files } of steps) {
          const last = files === null ? done.pop() : undefined;
          if (files !== null) done.push((await kit.importTexts(files))[0]?.importId ?? '');
          else if (last !== undefined) await kit.rollbacks.rollBack(last);
          for (const filters of [UNFILTERED, { ...UNFILTERED, from: '2020-01-15', to: '2020-03-05' }]) {
            const told = toInteractionsPerProduct(await repository.list(filters));
            expect(told).toEqual(await countPlainly(database.dataSource, filters));
          }
        }
      }),
      { numRuns: 25 },
    );
  }, 120_000);
});
