import { join } from 'node:path';
import { CustomerRepository } from '../../src/customers/customer.repository.js';
import { type FileReport } from '../../src/imports/report/file-report.js';
import { ImportKit } from '../support/import-kit.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

describe('importing a customers file', () => {
  let database: TestDatabase;
  let kit: ImportKit;
  let customers: CustomerRepository;

  beforeAll(async () => {
    database = await openTestDatabase();
    kit = new ImportKit(database.dataSource);
    customers = new CustomerRepository(database.dataSource);
  });

  beforeEach(() => kit.empty());

  afterAll(async () => {
    await database.close();
    kit.close();
  });

  async function importText(content: string | Buffer): Promise<FileReport> {
    return (await kit.importText(content, { dataset: 'customers' })).report;
  }

  const good =
    '\ufeffCustomer_Id,Occupation,Type,Region\r\n1,Baker,Red,North\r\n2,Pilot,,\r\nacme_7,Clerk,Blue,N/A\r\n';

  it('keeps numeric ids, mints ids for text ids and keeps columns it does not know', async () => {
    await expect(importText(good)).resolves.toMatchObject({
      status: 'completed',
      rows_in: 3,
      inserted: 3,
      findings: [{ code: 'missing_value', column: 'type', count: 1, examples: [{ row: 3, value: '' }] }],
    });
    await expect(customers.getById(1)).resolves.toMatchObject({
      occupation: 'Baker',
      type: 'Red',
      attributes: { region: 'North' },
    });
    await expect(customers.getById(2)).resolves.toMatchObject({ type: null, attributes: {} });
    await expect(customers.findByReference('acme_7')).resolves.toMatchObject({ customerId: 1_000_000_001 });
  });

  it('changes nothing when the same file comes again', async () => {
    await importText(good);
    await expect(importText(good)).resolves.toMatchObject({ rows_in: 3, inserted: 0, updated: 0, unchanged: 3 });
    await expect(customers.getById(1)).resolves.toMatchObject({ version: 1 });
  });

  it('updates what differs, raises the version and never erases what the file does not mention', async () => {
    await importText(good);
    await expect(importText('customer_id,type\n1,Green\n2,\n')).resolves.toMatchObject({ updated: 1, unchanged: 1 });
    await expect(customers.getById(1)).resolves.toMatchObject({ type: 'Green', occupation: 'Baker', version: 2 });
  });

  it('keeps the opt-out of any row of a customer, whichever row is kept', async () => {
    await importText('customer_id,name,opted_out\n6,Ann,\n7,Bo,no\n6,Ann,yes\n7,Bo,yes\n8,Cy,no\n');
    const rows: unknown = await database.dataSource.query(
      'SELECT customer_id, opted_out FROM customers ORDER BY customer_id',
    );
    expect(rows).toEqual([
      { customer_id: '6', opted_out: true },
      { customer_id: '7', opted_out: true },
      { customer_id: '8', opted_out: false },
    ]);
  });

  it('keeps the rejects of an import whose job comes a second time', async () => {
    const { importId } = await kit.importText('customer_id,name\n1,Ann\n12in,Bo\n', { dataset: 'customers' });
    const countRejects = async (): Promise<number> => {
      let count = 0;
      for await (const page of kit.rejects.listPages(importId)) count += page.length;
      return count;
    };
    expect(await countRejects()).toBe(1);
    await kit.runner.run(importId, { paths: new Map(), isLastTry: true });
    expect(await countRejects()).toBe(1);
  });

  it('never takes back an opt-out', async () => {
    await importText('customer_id,opted_out\n5,yes\n');
    await expect(importText('customer_id,opted_out\n5,no\n')).resolves.toMatchObject({ unchanged: 1 });
    await expect(customers.getById(5)).resolves.toMatchObject({ optedOut: true });
  });

  it('quarantines malformed rows with code, column, row and suggestion, and takes the others', async () => {
    const report = await importText('customer_id,name\n12in,A\n,B\n7\n0,C\n9,D\n5000000000,E\n8,F\0\n');
    expect(report).toMatchObject({ status: 'completed_with_rejects', rows_in: 7, inserted: 1, quarantined: 6 });
    expect(report.findings).toContainEqual({
      code: 'bad_id',
      column: 'customer_id',
      count: 3,
      examples: [
        { row: 2, value: '12in', suggestion: '12' },
        { row: 5, value: '0' },
        { row: 7, value: '5000000000' },
      ],
    });
    expect(report.findings).toContainEqual({
      code: 'missing_value',
      column: 'customer_id',
      count: 1,
      examples: [{ row: 3, value: '' }],
    });
    expect(report.findings).toContainEqual({
      code: 'ragged_row',
      column: null,
      count: 1,
      examples: [{ row: 4, value: '7' }],
    });
    expect(report.findings.map(({ code }) => code)).toContain('bad_encoding');
  });

  it('merges rows of one file that repeat a key and says when they contradict each other', async () => {
    const report = await importText('customer_id,name\n1,Ann\n2,Bo\n1,Ann\n1,Anna\n');
    expect(report).toMatchObject({ rows_in: 4, inserted: 2, merged: 2 });
    expect(report.findings.map(({ code }) => code)).toEqual(['duplicate_row', 'contradictory_values']);
    await expect(customers.getById(1)).resolves.toMatchObject({ name: 'Ann' });
  });

  it('reports a quote that is never closed as one truncated row and keeps the others', async () => {
    const report = await importText('customer_id,name\n1,Ann\n2,"Bo\n3,Cy\n');
    expect(report).toMatchObject({ rows_in: 3, inserted: 2, quarantined: 1 });
    expect(report.findings).toMatchObject([{ code: 'truncated_row', count: 1 }]);
  });

  it('stores a batch of thousands of rows in one transaction', async () => {
    const rows = Array.from({ length: 3_000 }, (_, index) => `${index + 1},Name ${index}\n`).join('');
    await expect(importText(`customer_id,name\n${rows}`)).resolves.toMatchObject({ inserted: 3_000 });
  });

  it.each([
    ['an empty file', '', 'empty_file'],
    ['only blank lines', '\n\n\n', 'empty_file'],
    ['a file without an id column', 'name,age\nAnn,3\n', 'wrong_columns'],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00, 0x01, 0x80]), 'wrong_columns'],
  ])('refuses %s as a whole', async (_what, content, code) => {
    await expect(importText(content)).resolves.toMatchObject({ status: 'failed', failure: { code }, rows_in: 0 });
  });

  it('refuses a file that is not there', async () => {
    const missing = join('nowhere', 'customers.csv');
    await expect(kit.imports.importFiles([missing])).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('gives two imports at once the same customer for one text id', async () => {
    const path = kit.write('twice.csv', 'customer_id,name\nkim_1,Kim\n');
    const both = await Promise.all([kit.imports.importFiles([path]), kit.imports.importFiles([path])]);
    const reports = both.map(({ files }) => files[0]?.report);
    expect(reports.map((report) => report?.inserted).sort()).toEqual([0, 1]);
    expect(reports.map((report) => report?.unchanged).sort()).toEqual([0, 1]);
  });
});
