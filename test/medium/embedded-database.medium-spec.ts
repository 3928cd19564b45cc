import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

describe('a test database', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await openTestDatabase();
  });

  afterAll(() => database.close());

  it('answers five queries after an SQL error', async () => {
    await expect(database.dataSource.query('SELECT no_such_column')).rejects.toThrow(/no_such_column/);
    for (let round = 1; round <= 5; round += 1) {
      await expect(database.dataSource.query('SELECT $1::int AS round', [round])).resolves.toEqual([{ round }]);
    }
  });
});
