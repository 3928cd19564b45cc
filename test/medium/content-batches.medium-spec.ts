import { ContentBatchRepository } from '../../src/customers/insights/content/batches/content-batch.repository.js';
import { type BatchItem } from '../../src/customers/insights/content/batches/batch-order.js';
import { uuidV7 } from '../../src/shared/uuid-v7.js';
import { storeContentCustomers } from '../support/content-customers.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

const REQUEST = {
  type: 'email' as const,
  tone: 'friendly' as const,
  language: 'en' as const,
  about: null,
  requireAddress: false,
};
const USAGE = { degraded: 0, inputTokens: 10, outputTokens: 5, costUsd: 0.25 };
const item = (customerId: number): BatchItem => ({
  customerId,
  status: 'ready',
  reason: null,
  subject: 's',
  content: `text ${customerId}`,
  details: null,
});

describe('the rows of a content batch', () => {
  let database: TestDatabase;
  let batches: ContentBatchRepository;
  let batchId: string;
  const chunk = (workerId: string, from: number, to: number, isLast = false) => ({
    batchId,
    workerId,
    from,
    to,
    isLast,
  });
  const stored = async (): Promise<number[]> =>
    (await batches.listItems(batchId, { status: null, after: 0, limit: 100 })).map(({ customer_id }) =>
      Number(customer_id),
    );
  const expireLease = (): Promise<unknown> =>
    database.dataSource.query("UPDATE content_batches SET lease_until = now() - interval '1 second'");

  beforeAll(async () => {
    database = await openTestDatabase();
    await storeContentCustomers(database.dataSource);
    batches = new ContentBatchRepository(database.dataSource);
  });

  beforeEach(async () => {
    batchId = uuidV7();
    await batches.create(batchId, { request: REQUEST, filter: {}, total: 13 }, database.dataSource.manager);
  });

  afterAll(() => database.close());

  it('are stored together with the position, once, whoever tries again', async () => {
    const worker = uuidV7();
    expect(await batches.claim(batchId, worker)).toMatchObject({ status: 'running', position: 0 });
    expect(await batches.finishChunk(chunk(worker, 0, 2), [item(1), item(2)], USAGE)).toBe('running');
    expect(await batches.finishChunk(chunk(worker, 0, 2), [item(1), item(2)], USAGE)).toBeUndefined();
    expect(await batches.finishChunk(chunk(worker, 2, 3, true), [item(3)], USAGE)).toBe('completed');
    expect(await stored()).toEqual([1, 2, 3]);
    expect(await batches.find(batchId)).toMatchObject({
      status: 'completed',
      position: 3,
      ready: 3,
      input_tokens: 20,
      output_tokens: 10,
      cost_usd: 0.5,
      finished_at: expect.any(Date) as Date,
    });
  });

  it('have one worker at a time; one whose lease ran out stores nothing any more', async () => {
    const [slow, quick] = [uuidV7(), uuidV7()];
    await batches.claim(batchId, slow);
    expect(await batches.claim(batchId, quick)).toBeUndefined();
    expect(await batches.listAbandoned()).not.toContain(batchId);
    await expireLease();
    expect(await batches.listAbandoned()).toContain(batchId);
    expect(await batches.claim(batchId, quick)).toMatchObject({ position: 0 });
    expect(await batches.finishChunk(chunk(quick, 0, 1), [item(1)], USAGE)).toBe('running');
    expect(await batches.finishChunk(chunk(slow, 0, 2), [item(1), item(2)], USAGE)).toBeUndefined();
    expect(await stored()).toEqual([1]);
  });

  it('keep the chunk of a worker that was paused meanwhile, and let the next one in at once', async () => {
    const [first, second] = [uuidV7(), uuidV7()];
    await batches.claim(batchId, first);
    await batches.move(batchId, ['running'], 'paused');
    expect(await batches.claim(batchId, second)).toBeUndefined();
    expect(await batches.finishChunk(chunk(first, 0, 1), [item(1)], USAGE)).toBe('paused');
    await batches.move(batchId, ['paused'], 'queued');
    expect(await batches.claim(batchId, second)).toMatchObject({ status: 'running', position: 1 });
  });

  it('drop the chunk of a worker whose batch was cancelled', async () => {
    const worker = uuidV7();
    await batches.claim(batchId, worker);
    await batches.move(batchId, ['running'], 'cancelled');
    expect(await batches.finishChunk(chunk(worker, 0, 1), [item(1)], USAGE)).toBeUndefined();
    expect(await stored()).toEqual([]);
  });

  it('leave out a customer who was deleted while their text was written', async () => {
    const worker = uuidV7();
    await batches.claim(batchId, worker);
    expect(await batches.finishChunk(chunk(worker, 0, 999), [item(1), item(999)], USAGE)).toBe('running');
    expect(await stored()).toEqual([1]);
    expect((await batches.find(batchId))?.ready).toBe(1);
  });

  it('do not know their cost as soon as one price is unknown', async () => {
    const worker = uuidV7();
    await batches.claim(batchId, worker);
    await batches.finishChunk(chunk(worker, 0, 1), [item(1)], { ...USAGE, costUsd: null });
    await batches.finishChunk(chunk(worker, 1, 2), [item(2)], USAGE);
    expect((await batches.find(batchId))?.cost_usd).toBeNull();
  });

  it('go with the batch and with the customer', async () => {
    const worker = uuidV7();
    await batches.claim(batchId, worker);
    await batches.finishChunk(chunk(worker, 0, 12), [item(11), item(12)], USAGE);
    await database.dataSource.query('DELETE FROM customers WHERE customer_id = 12');
    expect(await stored()).toEqual([11]);
    await database.dataSource.query('DELETE FROM content_batches WHERE batch_id = $1', [batchId]);
    expect(await stored()).toEqual([]);
  });
});
