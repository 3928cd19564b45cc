import fc from 'fast-check';
import { type EntityManager } from 'typeorm';
import {
  InteractionsPerProductRepository,
  type InteractionFilters,
} from '../../src/customers/statistics/interactions-per-product.repository.js';
import { countTail, refreshRollup } from '../../src/customers/statistics/refresh-rollup.js';
import { toInteractionsPerProduct } from '../../src/customers/statistics/to-interactions-per-product.js';
import { countPlainly, UNFILTERED } from '../support/count-plainly.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

interface Row {
  customer: number;
  /** Hours since the first of January 2020. */
  hour: number;
  channel: string;
  topic: string | null;
  sentiment: string | null;
}

/** As the product changes the rows: first they, then the rollup is told what they were. */
interface Change {
  what: string;
  given: unknown;
  make: (manager: EntityManager) => Promise<void>;
}

const customer = fc.integer({ min: 1, max: 6 });
const type = fc.constantFrom('Red', 'Blue', 'Unknown', null);
// Five months, with their first and last hours more often than by chance.
const hour = fc.oneof(fc.integer({ min: 0, max: 3_647 }), fc.constantFrom(0, 743, 744, 1_439, 1_440, 2_183, 2_184));
const row: fc.Arbitrary<Row> = fc.record({
  customer,
  hour,
  channel: fc.constantFrom('Email', 'Call', 'Boat'),
  topic: fc.constantFrom('Price', 'Delivery', null),
  sentiment: fc.constantFrom('Positive', 'Negative', null),
});
const rows = fc.array(row, { minLength: 1, maxLength: 12 });
const types = fc.array(fc.tuple(customer, type), { maxLength: 4 });
const products = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.constantFrom('Sand', 'Rock', 'Sand', null)), {
  minLength: 1,
  maxLength: 5,
});
const named = <T>(
  what: string,
  arbitrary: fc.Arbitrary<T>,
  make: (manager: EntityManager, given: T) => Promise<void>,
): fc.Arbitrary<Change> =>
  arbitrary.map((given) => ({ what, given, make: (manager: EntityManager) => make(manager, given) }));
const importing = named('import', rows, importRows);
const rollingBack = named('roll back every nth', fc.constantFrom(1, 2, 3), rollBack);
const change: fc.Arbitrary<Change> = fc.oneof(
  importing,
  importing,
  rollingBack,
  named('correct sentiments', fc.constantFrom('Positive', 'Neutral'), correctSentiments),
  named('turns', rows, recordTurns),
  named('count turns', fc.constant(null), countTail),
  named('edit types', types, editTypes),
  named('edit one type', fc.tuple(customer, type), editType),
  named('delete a customer', customer, deleteCustomer),
  named('months', products, changeMonths),
);
const day = fc.option(
  fc
    .integer({ min: -20, max: 170 })
    .map((offset) => new Date(Date.UTC(2020, 0, 1 + offset)).toISOString().slice(0, 10)),
);
const option = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { freq: 1 });
const filters: fc.Arbitrary<InteractionFilters> = fc
  .record({
    from: day,
    to: day,
    channel: option(fc.constantFrom('Email', 'Call', 'Assistant')),
    topic: option(fc.constantFrom('Price', 'Nothing')),
    sentiment: option(fc.constantFrom('Positive', 'Neutral')),
    customerType: option(fc.constantFrom('Red', 'Unknown')),
    product: option(fc.constantFrom('Sand', 'Glass')),
  })
  .map((given) =>
    given.from !== null && given.to !== null && given.from > given.to
      ? { ...given, from: given.to, to: given.from }
      : given,
  );
describe('the rollup of interactions', () => {
  let database: TestDatabase;
  let repository: InteractionsPerProductRepository;

  beforeAll(async () => {
    database = await openTestDatabase();
    repository = new InteractionsPerProductRepository(database.dataSource);
  });

  afterAll(() => database.close());

  const reset = async (): Promise<void> => {
    await database.dataSource.query(
      'TRUNCATE interactions, customers, product_months, interaction_months, customer_products, uncounted_interactions CASCADE',
    );
    await database.dataSource.query(
      `INSERT INTO customers (customer_id, type) SELECT g, (ARRAY['Red', 'Blue', NULL])[1 + g % 3] FROM generate_series(1, 6) g`,
    );
  };

  const apply = ({ make }: Change): Promise<void> => database.dataSource.transaction(make);

  const compare = async (given: InteractionFilters): Promise<void> => {
    const told = toInteractionsPerProduct(await repository.list(given));
    expect({ given, told }).toEqual({ given, told: await countPlainly(database.dataSource, given) });
  };

  it('equals plain counting after any imports, rollbacks, edits, deletions, turns and changes of months', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 12 }),
        fc.array(filters, { minLength: 4, maxLength: 4 }),
        async (changes, asked) => {
          await reset();
          for (const made of changes) {
            await apply(made);
            await compare(UNFILTERED);
          }
          for (const given of asked) {
            await compare(given);
            await compare({ ...UNFILTERED, from: given.from, to: given.to });
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('ends with no sums when everything is gone', async () => {
    await reset();
    const given: Row[] = [{ customer: 1, hour: 5, channel: 'Email', topic: null, sentiment: null }];
    await database.dataSource.transaction((manager) => importRows(manager, given));
    await database.dataSource.transaction((manager) => rollBack(manager, 1));
    const [left] = await database.dataSource.query<unknown[]>(
      'SELECT (SELECT count(*)::int FROM interaction_months) AS sums, (SELECT count(*)::int FROM customer_products) AS customers',
    );
    expect(left).toEqual({ sums: 0, customers: 0 });
  });

  it('takes no table name that is more than a name', async () => {
    await expect(refreshRollup(database.dataSource.manager, { customers: 'customers; DROP TABLE x' })).rejects.toThrow(
      'plain name',
    );
  });
});

function rollBack(manager: EntityManager, nth: number): Promise<void> {
  return touch(manager, `DELETE FROM interactions WHERE source = 'import' AND interaction_id % ${nth} = 0`, []);
}

function correctSentiments(manager: EntityManager, sentiment: string): Promise<void> {
  return touch(manager, "UPDATE interactions SET sentiment = $1 WHERE source = 'import'", [sentiment]);
}

async function editType(manager: EntityManager, [id, newType]: [number, string | null]): Promise<void> {
  await manager.query('UPDATE customers SET type = $2 WHERE customer_id = $1', [id, newType]);
  await refreshRollup(manager, { customer: id });
}

async function deleteCustomer(manager: EntityManager, id: number): Promise<void> {
  await manager.query('DELETE FROM customers WHERE customer_id = $1', [id]);
  await refreshRollup(manager, { customer: id });
}

async function editTypes(manager: EntityManager, types: [number, string | null][]): Promise<void> {
  await manager.query('CREATE TEMP TABLE edited (customer_id bigint) ON COMMIT DROP');
  for (const [id, newType] of types) {
    await manager.query('UPDATE customers SET type = $2 WHERE customer_id = $1', [id, newType]);
    await manager.query('INSERT INTO edited VALUES ($1), ($1)', [id]);
  }
  await refreshRollup(manager, { customers: 'edited' });
}

const GIVEN = `jsonb_to_recordset($1::jsonb) AS r (customer bigint, hour int, channel text, topic text, sentiment text)
  JOIN customers ON customer_id = r.customer`;
const INSTANT = `timestamptz '2020-01-01Z' + r.hour * interval '1 hour'`;

async function importRows(manager: EntityManager, given: Row[]): Promise<void> {
  await touch(
    manager,
    `INSERT INTO interactions (customer_id, occurred_at, channel, topic, sentiment)
     SELECT r.customer, ${INSTANT}, r.channel, r.topic, r.sentiment FROM ${GIVEN} ON CONFLICT DO NOTHING`,
    [JSON.stringify(given)],
  );
}

async function touch(manager: EntityManager, statement: string, parameters: unknown[]): Promise<void> {
  await manager.query(
    'CREATE TEMP TABLE touched_rows (customer_id bigint, occurred_at timestamptz, channel text, topic text) ON COMMIT DROP',
  );
  await manager.query(
    `WITH changed AS (${statement} RETURNING interactions.customer_id, occurred_at, channel, topic)
     INSERT INTO touched_rows SELECT * FROM changed`,
    parameters,
  );
  await refreshRollup(manager, { interactions: 'touched_rows' });
  // Nothing may change when it is told twice.
  await refreshRollup(manager, { interactions: 'touched_rows' });
}

/** As the closing statement of a turn leaves them. */
async function recordTurns(manager: EntityManager, given: Row[]): Promise<void> {
  await manager.query(
    `WITH recorded AS (
       INSERT INTO interactions (customer_id, occurred_at, channel, topic, sentiment, source)
       SELECT r.customer, ${INSTANT}, 'Assistant', r.topic, r.sentiment, 'assistant' FROM ${GIVEN}
       RETURNING interaction_id, customer_id)
     INSERT INTO uncounted_interactions SELECT * FROM recorded`,
    [JSON.stringify(given)],
  );
}

async function changeMonths(manager: EntityManager, products: [number, string | null][]): Promise<void> {
  await manager.query('CREATE TEMP TABLE touched_months (month date) ON COMMIT DROP');
  for (const [month, product] of products) {
    const first = `2020-0${month}-01`;
    await manager.query('DELETE FROM product_months WHERE month = $1', [first]);
    if (product !== null) await manager.query('INSERT INTO product_months VALUES ($1, $2)', [first, product]);
    await manager.query('INSERT INTO touched_months VALUES ($1)', [first]);
  }
  await refreshRollup(manager, { months: 'touched_months' });
}
