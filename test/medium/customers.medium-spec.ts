import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { TypeOrmModule } from '@nestjs/typeorm';
import {
  Customer,
  CustomerExternalId,
  CustomerRepository,
  CustomersModule,
  SampleCustomersService,
} from '../../src/customers/index.js';
import { APP_CONFIG, EventLog, IdempotencyService, JOB_QUEUE, loadConfig } from '../../src/platform/index.js';
import { openTestDatabase, silentLog, type TestDatabase } from '../support/test-database.js';

@Global()
@Module({
  providers: [
    { provide: EventLog, useValue: silentLog },
    { provide: JOB_QUEUE, useValue: { schedule: () => undefined, work: () => undefined } },
    { provide: APP_CONFIG, useValue: loadConfig({}) },
    IdempotencyService,
  ],
  exports: [EventLog, JOB_QUEUE, APP_CONFIG, IdempotencyService],
})
class StandInPlatform {}

const SAMPLES = join(import.meta.dirname, '../../sample-data');

describe('customers in the database', () => {
  let database: TestDatabase;
  let app: TestingModule;
  let customers: CustomerRepository;
  let samples: SampleCustomersService;

  beforeAll(async () => {
    database = await openTestDatabase({ entities: [Customer, CustomerExternalId] });
    const { dataSource } = database;
    app = await Test.createTestingModule({
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => ({ type: 'postgres' }),
          dataSourceFactory: async () => dataSource,
        }),
        StandInPlatform,
        CustomersModule,
      ],
    }).compile();
    await app.init();
    samples = app.get(SampleCustomersService);
    customers = app.get(CustomerRepository);
    await samples.load(SAMPLES);
  });

  afterAll(async () => {
    await database.close();
  });

  it('gives the sample prospects the same ids on every empty database', async () => {
    const references = ['prospect_101', 'prospect_102', 'prospect_103', 'prospect_104', 'prospect_105'];
    const found = await Promise.all(references.map((reference) => customers.findByReference(reference)));
    expect(found.map((customer) => customer?.customerId)).toEqual([
      1_000_000_001, 1_000_000_002, 1_000_000_003, 1_000_000_004, 1_000_000_005,
    ]);
    expect(found[0]).toMatchObject({
      name: 'Ingrid Solheim',
      externalIds: [{ namespace: 'crm', externalId: 'prospect_101' }],
      internal: { lead_score: '82', budget: '60,000 EUR a year' },
      attributes: {},
      optedOut: false,
      version: 1,
    });
    expect(found[0]?.createdAt).toBeInstanceOf(Date);
  });

  it('leaves an edited sample prospect alone when the samples are loaded again', async () => {
    await database.dataSource.query("UPDATE customers SET stage = 'Won' WHERE customer_id = 1000000005");
    await expect(samples.load(SAMPLES)).resolves.toBeNull();
    await expect(customers.getById(1_000_000_005)).resolves.toMatchObject({ stage: 'Won' });
  });

  it('finds a customer by the decimal customer id too', async () => {
    await expect(customers.findByReference('1000000003')).resolves.toMatchObject({ name: 'Camila Duarte' });
  });

  it('prefers the customer id to an external id that reads the same, and the CRM to other systems', async () => {
    await database.dataSource.query(
      `INSERT INTO customers (customer_id, name) VALUES (39, 'Kept id'), (40, 'Shop'), (41, 'CRM')`,
    );
    await database.dataSource.query(
      `INSERT INTO customer_external_ids (namespace, external_id, customer_id)
       VALUES ('shop', '39', 40), ('shop', '77', 40), ('crm', '77', 41), ('shop', '78', 40)`,
    );
    await expect(customers.findByReference('39')).resolves.toMatchObject({ customerId: 39 });
    await expect(customers.findByReference('77')).resolves.toMatchObject({ customerId: 41 });
    await expect(customers.findByReference('78')).resolves.toMatchObject({ customerId: 40 });
  });

  it.each([
    ['nothing', ''],
    ['blanks', '  '],
    ['a NUL', 'prospect_101\0'],
    ['a lone surrogate', 'prospect_\ud800'],
    ['emoji', '😀👍🏽'],
    ['a number beyond bigint', '9'.repeat(400)],
    ['a number beyond safe integers', '9007199254740993'],
    ['a negative number', '-1'],
    ['SQL', "'; DROP TABLE customers; --"],
    ['a very long text', 'x'.repeat(100_000)],
    ['stacked combining marks', `e${'\u0301'.repeat(100)}`],
  ])('finds nobody for %s, without an error', async (_what, reference) => {
    await expect(customers.findByReference(reference)).resolves.toBeUndefined();
  });

  it.each([404, -1, 1.5, Number.NaN, Number.MAX_SAFE_INTEGER])('says customer_not_found for %s', async (id) => {
    await expect(customers.getById(id)).rejects.toMatchObject({ code: 'customer_not_found' });
  });

  it('lists company names for the lexicon', async () => {
    const names = await customers.listNames(1_000);
    expect(names).toContainEqual({ type: 'company', value: 'Harrow & Finch Insurance', aliases: [] });
  });

  it('forgets the external ids with the customer', async () => {
    await database.dataSource.query('DELETE FROM customers WHERE customer_id = 41');
    await expect(customers.findByReference('77')).resolves.toMatchObject({ customerId: 40 });
  });

  it('has entities that say what the migration made', async () => {
    const drift = await database.dataSource.driver.createSchemaBuilder().log();
    const own = drift.upQueries.map(({ query }) => query).filter((query) => query.includes('customer'));
    expect(own).toEqual([]);
    const stored = await database.dataSource.getRepository(Customer).findOneByOrFail({ customerId: 39 });
    expect(stored.customerId).toBe(39);
  });
});
