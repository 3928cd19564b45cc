import { default as request } from 'supertest';
import { HttpClient } from '../support/http-client.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

interface FileAnswer {
  name: string;
  dataset: string | null;
  status: string;
  failure?: { code: string; message: string };
  encoding: string | null;
  delimiter: string | null;
  header_map: Record<string, string | null>;
  date_order: { order: string | null; evidence: { row: number; value: string }[] } | null;
  rows_in: number;
  inserted: number;
  updated: number;
  unchanged: number;
  merged: number;
  quarantined: number;
  columns: { header: string; filled: number; distinct: number; min: string | null; max: string | null }[];
  findings: { code: string; column: string | null; count: number; examples: { row: number; value: string }[] }[];
}

interface ImportAnswer {
  import_id: string;
  status: string;
  progress: { rows_read: number; rows_total: number | null };
  files: FileAnswer[];
}

const CUSTOMERS = 'Customer_Id,Occupation,Type\n1,Baker,Red\n2,Pilot,Blue\n3,,\n';
const CONTACTS =
  'date_start,interaction,customers,topic,sentiment\n17/02/2020 18:24,Email,1,Dosage Recommendation,Positive\n' +
  '05/03/2020 11:30,e-mail,2in,Dosage Recommendation,Neutral\n05/03/2020 11:31,EMAIL,9,Drug Efficacy,\n' +
  '05/03/2020 11:32,Email,3,=cmd(),Negative\n';

let app: TestApp;
let client: HttpClient;

beforeAll(async () => {
  app = await startTestApp({ env: { SAMPLE_DATA: 'off', IMPORT_MAX_FILE_MB: '1', IMPORT_MAX_ROWS: '2000' } });
  client = new HttpClient(app.url);
});

afterAll(() => app.close());

beforeEach(async () => {
  await app.dataSource.query(
    'TRUNCATE customers, product_months, interaction_months, customer_products, imports CASCADE',
  );
});

type Files = readonly (readonly [name: string, content: string | Buffer])[];

function upload(files: Files, fields: Record<string, string> = {}, headers: Record<string, string> = {}): request.Test {
  let call = request(app.url).post('/api/v1/imports').set(headers);
  for (const [name, value] of Object.entries(fields)) call = call.field(name, value);
  for (const [name, content] of files) call = call.attach('file', Buffer.from(content), name);
  return call;
}

const codeOf = ({ body }: request.Response): string => (body as { code: string }).code;

/** The report, once the import has ended. */
async function report(importId: string): Promise<ImportAnswer> {
  for (;;) {
    const { status, body } = await client.get<ImportAnswer>(`/api/v1/imports/${importId}`);
    expect(status).toBe(200);
    if (!['queued', 'running'].includes(body.status)) return body;
  }
}

async function importFiles(files: Files, fields: Record<string, string> = {}): Promise<ImportAnswer> {
  const created = await upload(files, fields);
  expect(created.status).toBe(202);
  const { import_id: importId } = created.body as { import_id: string };
  const answer = await report(importId);
  for (const file of answer.files) {
    expect(file.inserted + file.updated + file.unchanged + file.merged + file.quarantined).toBe(file.rows_in);
  }
  return answer;
}

async function count(table: string): Promise<number> {
  const [row] = await app.dataSource.query<{ n: number }[]>(`SELECT count(*)::integer AS n FROM ${table}`);
  return row?.n ?? -1;
}

describe('POST /imports', () => {
  it('answers 202 with a place to look, and imports in the background', async () => {
    const created = await upload([['customers.csv', CUSTOMERS]]);
    expect(created.status).toBe(202);
    const { import_id: importId, status } = created.body as { import_id: string; status: string };
    expect(status).toBe('queued');
    expect(created.headers['location']).toBe(`/api/v1/imports/${importId}`);
    const answer = await report(importId);
    expect(answer).toMatchObject({
      import_id: importId,
      status: 'completed',
      progress: { rows_read: 3, rows_total: 3 },
      files: [{ name: 'customers.csv', dataset: 'customers', status: 'completed', rows_in: 3, inserted: 3 }],
    });
  });

  it('tells the datasets from the headers and writes customers first, whatever the order of the files', async () => {
    const answer = await importFiles([
      ['contacts.csv', CONTACTS],
      ['months.csv', 'date,product\n02-2020,Sand\n03-2020,Orange\n'],
      ['people.csv', CUSTOMERS],
    ]);
    expect(answer.status).toBe('completed_with_rejects');
    expect(answer.files.map(({ name, dataset, inserted }) => [name, dataset, inserted])).toEqual([
      ['contacts.csv', 'interactions', 2],
      ['months.csv', 'product_months', 2],
      ['people.csv', 'customers', 3],
    ]);
    const [contacts] = answer.files;
    expect(contacts).toMatchObject({
      encoding: 'utf-8',
      delimiter: ',',
      header_map: { date_start: 'occurred_at', interaction: 'channel', customers: 'customer_id', topic: 'topic' },
      date_order: { order: 'DMY', evidence: [{ row: 2, value: '17/02/2020 18:24' }] },
      quarantined: 2,
    });
    expect(contacts?.findings).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: 'bad_id', examples: [{ row: 3, value: '2in', suggestion: '2' }] }),
        expect.objectContaining({ code: 'unknown_reference', examples: [{ row: 4, value: '9' }] }),
        expect.objectContaining({ code: 'respelled_value', column: 'channel', count: 2 }),
      ]),
    );
    expect(contacts?.columns.map(({ header, filled, distinct }) => [header, filled, distinct])).toEqual([
      ['date_start', 4, 4],
      ['interaction', 4, 3],
      ['customers', 4, 4],
      ['topic', 4, 3],
      ['sentiment', 3, 3],
    ]);
    expect(contacts?.columns[0]).toMatchObject({ min: '2020-02-17T18:24:00.000Z', max: '2020-03-05T11:32:00.000Z' });
  });

  it('repairs what exactly one customer can be meant by, when asked to', async () => {
    await importFiles([['people.csv', CUSTOMERS]]);
    const contacts = CONTACTS.replace('9,Drug', '99in,Drug');
    const { files } = await importFiles([['contacts.csv', contacts]], { on_malformed: 'repair' });
    expect(files[0]).toMatchObject({ rows_in: 4, inserted: 3, quarantined: 1 });
    expect(files[0]?.findings).toContainEqual(expect.objectContaining({ code: 'bad_id', count: 2 }));
  });

  it('does with the same file a second time nothing at all', async () => {
    const files: Files = [
      ['people.csv', CUSTOMERS],
      ['contacts.csv', CONTACTS],
    ];
    await importFiles(files);
    const again = await importFiles(files);
    expect(again.files.map(({ inserted, updated, unchanged }) => [inserted, updated, unchanged])).toEqual([
      [0, 0, 3],
      [0, 0, 2],
    ]);
  });

  it('reports the same in a dry run and changes nothing', async () => {
    const files: Files = [
      ['contacts.csv', CONTACTS],
      ['people.csv', CUSTOMERS],
    ];
    const dry = await importFiles(files, { dry_run: 'true' });
    expect([await count('customers'), await count('interactions'), await count('import_changes')]).toEqual([0, 0, 0]);
    const rejects = await client.get<string>(`/api/v1/imports/${dry.import_id}/rejects.csv`);
    const real = await importFiles(files);
    expect(dry.files).toEqual(real.files);
    expect((await client.get<string>(`/api/v1/imports/${real.import_id}/rejects.csv`)).body).toBe(rejects.body);
    expect(await count('interactions')).toBe(2);
  });

  it('refuses a file that is no table and goes on with the others', async () => {
    const answer = await importFiles([
      ['page.csv', '<!doctype html><html><body>Sign in</body></html>'],
      ['pointer.csv', 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12\n'],
      ['other.csv', 'id,cost,category,brand,retail_price\n1,2,3,4,5\n'],
      ['people.csv', CUSTOMERS],
    ]);
    expect(answer.status).toBe('completed_with_rejects');
    expect(answer.files.map(({ status, failure, rows_in }) => [status, failure?.code, rows_in])).toEqual([
      ['failed', 'html_document', 0],
      ['failed', 'pointer_file', 0],
      ['failed', 'wrong_columns', 0],
      ['completed', undefined, 3],
    ]);
  });

  it('has failed when no file remains', async () => {
    const answer = await importFiles([['empty.csv', '']]);
    expect(answer).toMatchObject({ status: 'failed', files: [{ status: 'failed', failure: { code: 'empty_file' } }] });
  });

  it('takes a named dataset for granted and refuses a file that lacks its columns', async () => {
    const { files } = await importFiles([['people.csv', CUSTOMERS]], { dataset: 'interactions' });
    expect(files[0]).toMatchObject({ dataset: 'interactions', failure: { code: 'wrong_columns' } });
  });

  it('refuses more rows than are taken', async () => {
    const rows = Array.from({ length: 2_001 }, (_, index) => `${index + 1},x\n`).join('');
    const { files } = await importFiles([['big.csv', `customer_id,name\n${rows}`]]);
    expect(files[0]).toMatchObject({ status: 'failed', failure: { code: 'too_large' } });
    expect(await count('customers')).toBe(0);
  });
});

describe('a form that cannot be taken', () => {
  it('is 413 when a file is too large, and nothing is kept', async () => {
    const answer = await upload([['big.csv', 'x'.repeat(1024 * 1024 + 1)]]);
    expect([answer.status, codeOf(answer)]).toEqual([413, 'payload_too_large']);
    expect(await count('imports')).toBe(0);
  });

  it('is 413 with more files than are taken', async () => {
    const files = Array.from({ length: 21 }, (_, at): [string, string] => [`${at}.csv`, CUSTOMERS]);
    expect((await upload(files)).status).toBe(413);
  });

  it.each([
    ['an unknown dataset', { dataset: 'toys' }, 'validation_failed'],
    ['a flag that is none', { dry_run: 'perhaps' }, 'validation_failed'],
    ['an unknown way to treat faults', { on_malformed: 'skip' }, 'validation_failed'],
    ['an unknown field', { colour: 'red' }, 'unknown_field'],
  ])('is 400 with %s', async (_what, fields, code) => {
    const answer = await upload([['people.csv', CUSTOMERS]], fields);
    expect([answer.status, codeOf(answer)]).toEqual([400, code]);
    expect(await count('imports')).toBe(0);
  });

  it('is 400 without a file, with a file in another field, and cut off in the middle', async () => {
    const call = request(app.url).post('/api/v1/imports');
    expect((await call.field('dataset', 'customers')).status).toBe(400);
    const other = request(app.url).post('/api/v1/imports').attach('upload', Buffer.from(CUSTOMERS), 'a.csv');
    expect((await other).body).toMatchObject({ code: 'unknown_field' });
    const cut = await client.send<{ code: string }>(
      'post',
      '/api/v1/imports',
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\ncustomer_id\n1',
      { 'content-type': 'multipart/form-data; boundary=x' },
    );
    expect([cut.status, cut.body.code]).toEqual([400, 'validation_failed']);
  });

  it('is 415 as JSON, and a form is 415 for every other route', async () => {
    expect((await client.post('/api/v1/imports', { dataset: 'customers' })).status).toBe(415);
    const form = await request(app.url).post('/api/v1/process_message').field('current_prospect_message', 'Hi');
    expect(form.status).toBe(415);
  });
});

describe('an Idempotency-Key', () => {
  it('gives the same import for the same files, and 422 for others', async () => {
    const headers = { 'Idempotency-Key': 'once' };
    const first = await upload([['people.csv', CUSTOMERS]], {}, headers);
    const again = await upload([['people.csv', CUSTOMERS]], {}, headers);
    expect(again.body).toEqual(first.body);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(again.headers['location']).toBe(first.headers['location']);
    const other = await upload([['people.csv', `${CUSTOMERS}4,Cook,Red\n`]], {}, headers);
    expect([other.status, codeOf(other)]).toEqual([422, 'idempotency_key_reused']);
    await report((first.body as { import_id: string }).import_id);
    expect(await count('imports')).toBe(1);
  });
});

describe('GET /imports/{id}/rejects.csv', () => {
  it('names every rejected row, and no cell is a formula', async () => {
    await importFiles([['people.csv', CUSTOMERS]]);
    const { import_id: importId } = await importFiles([
      ['contacts.csv', `${CONTACTS}05/03/2020 11:40,Call,"=HYPERLINK(""x"")",Dosage,\n`],
    ]);
    const { body, headers } = await client.get<string>(`/api/v1/imports/${importId}/rejects.csv`);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(body.split('\r\n').filter(Boolean)).toEqual([
      'row,column,value,code,message,suggestion,file',
      '3,customer_id,2in,bad_id,The id is not one. Perhaps 2?,2,contacts.csv',
      '4,customer_id,9,unknown_reference,No stored row has this id.,,contacts.csv',
      '6,customer_id,"\'=HYPERLINK(""x"")",unknown_reference,No stored row has this id.,,contacts.csv',
    ]);
  });
});

describe('POST /imports/{id}/rollback', () => {
  const rollBack = (importId: string) => client.post<ImportAnswer>(`/api/v1/imports/${importId}/rollback`, {});

  it('takes everything back and says so', async () => {
    const { import_id: importId } = await importFiles([
      ['people.csv', CUSTOMERS],
      ['contacts.csv', CONTACTS],
    ]);
    const answer = await rollBack(importId);
    expect([answer.status, answer.body.status]).toEqual([200, 'rolled_back']);
    expect(answer.body.files.map(({ status }) => status)).toEqual(['rolled_back', 'rolled_back']);
    expect([await count('customers'), await count('interactions')]).toEqual([0, 0]);
    expect((await rollBack(importId)).status).toBe(200);
  });

  it('is 409 when later imports, edits or conversations depend on it', async () => {
    const first = await importFiles([['people.csv', CUSTOMERS]]);
    const later = await importFiles([['people.csv', 'customer_id,occupation\n1,Cook\n']]);
    const blocked = await rollBack(first.import_id);
    expect([blocked.status, (blocked.body as unknown as { code: string }).code]).toEqual([409, 'conflict']);
    expect((await rollBack(later.import_id)).status).toBe(200);

    const contacts = await importFiles([['contacts.csv', CONTACTS]]);
    expect((await rollBack(first.import_id)).status).toBe(409);
    expect((await rollBack(contacts.import_id)).status).toBe(200);

    const turn = { prospect_id: '2', current_prospect_message: 'How much is the Team plan?' };
    expect((await client.post('/api/v1/process_message', turn)).status).toBe(200);
    expect((await rollBack(first.import_id)).status).toBe(409);
    expect(await count('customers')).toBe(3);
  });

  it('is 409 where there is nothing to take back', async () => {
    const dry = await importFiles([['people.csv', CUSTOMERS]], { dry_run: '1' });
    const failed = await importFiles([['empty.csv', '']]);
    expect((await rollBack(dry.import_id)).status).toBe(409);
    expect((await rollBack(failed.import_id)).status).toBe(409);
  });

  it('is 404 for what is no import', async () => {
    for (const id of ['01900000-0000-7000-8000-000000000000', 'nothing']) {
      expect((await rollBack(id)).status).toBe(404);
      expect((await client.get(`/api/v1/imports/${id}`)).status).toBe(404);
      expect((await client.get(`/api/v1/imports/${id}/rejects.csv`)).status).toBe(404);
    }
  });
});
