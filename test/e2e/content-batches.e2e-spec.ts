import { parse } from 'csv-parse/sync';
import {
  type AcceptedContentBatchResponse,
  type ContentBatchItemDto,
  type ContentBatchPreview,
  type ContentBatchResponse,
} from '../../src/customers/insights/content/batches/content-batch.dto.js';
import { LLM_BACKENDS, LlmError, OfflineProvider, type LlmProvider } from '../../src/llm/index.js';
import { OCCUPATIONS, storeContentCustomers, storeManyCustomers } from '../support/content-customers.js';
import { HttpClient } from '../support/http-client.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { WatchedLog } from '../support/watched-log.js';

const PATH = '/api/v1/content-batches';

interface Items {
  data: ContentBatchItemDto[];
  page: { next_cursor: string | null; has_more: boolean };
}

class Running {
  private constructor(
    readonly test: TestApp,
    readonly client: HttpClient,
    readonly watched: WatchedLog,
  ) {}

  static async start(options: Parameters<typeof startTestApp>[0] = {}): Promise<Running> {
    const watched = new WatchedLog();
    const test = await startTestApp({ ...options, env: { SAMPLE_DATA: 'off', ...options.env }, log: watched.log });
    return new Running(test, new HttpClient(test.url), watched);
  }

  async order(body: unknown, headers: Record<string, string> = {}): Promise<string> {
    const answer = await this.client.post<AcceptedContentBatchResponse>(PATH, body, headers);
    expect([answer.status, answer.body]).toEqual([202, expect.objectContaining({ status: 'queued' })]);
    expect(answer.headers.get('location')).toBe(`${PATH}/${answer.body.batch_id}`);
    return answer.body.batch_id;
  }

  async completed(batchId: string): Promise<ContentBatchResponse> {
    await this.watched.until('batch.completed', { batch_id: batchId });
    return (await this.client.get<ContentBatchResponse>(`${PATH}/${batchId}`)).body;
  }

  async items(batchId: string, query = ''): Promise<ContentBatchItemDto[]> {
    const found: ContentBatchItemDto[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const suffix: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const { body } = await this.client.get<Items>(`${PATH}/${batchId}/items?limit=100${query}${suffix}`);
      found.push(...body.data);
      cursor = body.page.next_cursor;
    }
    return found;
  }

  close(): Promise<void> {
    return this.test.close();
  }
}

describe('content batches', () => {
  let running: Running;

  beforeAll(async () => {
    running = await Running.start();
    await storeContentCustomers(running.test.dataSource);
  });

  afterAll(() => running.close());

  it('tell in a dry run who would get a text, who would not and why, and what it costs', async () => {
    const { status, body } = await running.client.post<ContentBatchPreview>(PATH, { dry_run: true });
    expect(status).toBe(200);
    expect(body).toEqual({
      dry_run: true,
      matched: 13,
      recipients: 11,
      without_address: 12,
      suppressed: [
        { reason: 'opted_out', count: 1, outcome: 'suppressed', customer_ids: [10] },
        { reason: 'adverse_event', count: 1, outcome: 'needs_review', customer_ids: [9] },
      ],
      estimate: {
        provider: 'offline',
        model: 'rapport-offline-1',
        calls: 12,
        sample: 0,
        input_tokens: 0,
        output_tokens: 0,
        cost_usd: 0,
      },
    });
    const addressed = await running.client.post<ContentBatchPreview>(PATH, { dry_run: true, require_address: true });
    expect(addressed.body).toMatchObject({
      recipients: 1,
      suppressed: [{ count: 1 }, { reason: 'no_address', count: 11 }],
    });
    expect(await running.test.dataSource.query('SELECT count(*)::int AS n FROM content_batches')).toEqual([{ n: 0 }]);
  });

  it('write to each customer once, and tell what became of everybody', async () => {
    const batchId = await running.order({ tone: 'formal' });
    expect(await running.completed(batchId)).toMatchObject({
      status: 'completed',
      type: 'email',
      tone: 'formal',
      progress: { total: 13, processed: 13, ready: 11, needs_review: 1, suppressed: 1, failed: 0, share: 1 },
      suppressed: [{ reason: 'opted_out', count: 1 }],
      usage: { input_tokens: 0, output_tokens: 0, cost_usd: 0 },
    });
    const items = await running.items(batchId);
    expect(items.map(({ customer_id }) => customer_id)).toEqual(OCCUPATIONS.map((_, index) => index + 1));
    expect(items[9]).toMatchObject({ status: 'suppressed', reason: 'opted_out', content: null });
    expect(items[8]).toMatchObject({ status: 'needs_review', reason: 'adverse_event' });
    expect(items[7]?.content).toMatch(/^Dear Milkman,/);
    const direct = await running.client.get<{ generated_content: { Content: string } }>(
      '/api/v1/generate-content/8?tone=formal',
    );
    expect(items[7]?.content).toBe(direct.body.generated_content.Content);
    expect(items[7]?.claims.length).toBeGreaterThan(0);
    const ready = await running.items(batchId, '&status=needs_review');
    expect(ready.map(({ customer_id }) => customer_id)).toEqual([9]);
  });

  it('write to those the filter meets', async () => {
    const of = async (filter: object): Promise<number[]> => {
      const batchId = await running.order({ type: 'sms', filter });
      await running.completed(batchId);
      return (await running.items(batchId)).map(({ customer_id }) => customer_id);
    };
    expect(await of({ customer_type: 'Red', customer_ids: [1, 2, 3, 4, 777] })).toEqual([2, 4]);
    expect(await of({ topic: 'Drug Efficacy', channel: 'Bird' })).toEqual([8]);
    expect(await of({ occupation: 'Nobody' })).toEqual([]);
  });

  it('leave out who has no address only where one is asked for', async () => {
    const batchId = await running.order({ require_address: true, filter: { customer_ids: [7, 8] } });
    expect((await running.completed(batchId)).suppressed).toEqual([{ reason: 'no_address', count: 1 }]);
    expect((await running.items(batchId)).map(({ status }) => status)).toEqual(['suppressed', 'ready']);
  });

  it('export what is ready as CSV no spreadsheet takes for formulas', async () => {
    await running.test.dataSource.query("UPDATE customers SET occupation = 'Sum' WHERE customer_id = 1");
    const batchId = await running.order({ type: 'call_script' });
    await running.completed(batchId);
    const read = async (query: string): Promise<Record<string, string>[]> => {
      const { status, headers, body } = await running.client.get<string>(`${PATH}/${batchId}/export.csv${query}`);
      expect([status, headers.get('content-type')]).toEqual([200, expect.stringContaining('text/csv')]);
      return parse(body, { columns: true, bom: true });
    };
    const ready = await read('');
    expect(ready.map((row) => row['customer_id'])).not.toContain('9');
    expect(ready).toHaveLength(11);
    for (const row of ready) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    expect((await read('?status=needs_review')).map((row) => row['customer_id'])).toEqual(['9']);
    expect(await read('?status=all')).toHaveLength(13);
  });

  it('show nothing any more for who has opted out or was deleted since', async () => {
    const { dataSource } = running.test;
    const batchId = await running.order({ filter: { customer_ids: [3, 4, 5] } });
    await running.completed(batchId);
    await dataSource.query('UPDATE customers SET opted_out = true WHERE customer_id = 4');
    await dataSource.query('DELETE FROM customers WHERE customer_id = 5');
    expect(
      (await running.items(batchId)).map(({ customer_id, status, content }) => [customer_id, status, content === null]),
    ).toEqual([
      [3, 'ready', false],
      [4, 'suppressed', true],
    ]);
    const { body } = await running.client.get<string>(`${PATH}/${batchId}/export.csv`);
    expect(body.match(/^\d+,/gm)).toEqual(['3,']);
  });

  it('do the work of one Idempotency-Key once', async () => {
    const headers = { 'idempotency-key': 'batch-1' };
    const body = { filter: { customer_ids: [1] } };
    const first = await running.client.post<AcceptedContentBatchResponse>(PATH, body, headers);
    const again = await running.client.post<AcceptedContentBatchResponse>(PATH, body, headers);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(again.body).toEqual(first.body);
    expect((await running.client.post(PATH, { type: 'sms' }, headers)).status).toBe(422);
  });

  it.each([
    [{ type: 'fax' }, 'validation_failed'],
    [{ language: 'xx' }, 'validation_failed'],
    [{ filter: { customer_ids: ['1'] } }, 'validation_failed'],
    [{ filter: { customer_ids: [] } }, 'validation_failed'],
    [{ filter: { colour: 'Red' } }, 'unknown_field'],
    [{ filter: [] }, 'validation_failed'],
    [{ dry_run: 'yes' }, 'validation_failed'],
    [{ recipients: 'all' }, 'unknown_field'],
  ])('refuse %j', async (body, code) => {
    const answer = await running.client.post(PATH, body);
    expect([answer.status, answer.body['code']]).toEqual([400, code]);
  });

  it.each(['no-uuid', '01900000-0000-7000-8000-00000000dead'])('know no batch %s', async (id) => {
    const answers = [
      await running.client.get(`${PATH}/${id}`),
      await running.client.get(`${PATH}/${id}/items`),
      await running.client.get(`${PATH}/${id}/export.csv`),
      await running.client.post(`${PATH}/${id}/pause`, {}),
    ];
    expect(answers.map(({ status, body }) => [status, body['code']])).toEqual(answers.map(() => [404, 'not_found']));
  });

  it('refuse to bring a finished batch back', async () => {
    const batchId = await running.order({ filter: { customer_ids: [1] } });
    await running.completed(batchId);
    for (const verb of ['pause', 'resume', 'cancel']) {
      const answer = await running.client.post(`${PATH}/${batchId}/${verb}`, {});
      expect([verb, answer.status, answer.body['code']]).toEqual([verb, 409, 'conflict']);
    }
  });
});

/** The offline model behind a gate: a text is written when the test lets it. */
class GatedModel implements LlmProvider {
  readonly name = 'gated';
  readonly model = 'gated-1';
  private readonly offline = new OfflineProvider();
  private readonly waiting: (() => void)[] = [];
  private arrived: () => void = () => undefined;
  isOpen = false;
  calls = 0;

  async *stream(...[request, signal]: Parameters<LlmProvider['stream']>): ReturnType<OfflineProvider['stream']> {
    this.calls += 1;
    this.arrived();
    if (!this.isOpen) await new Promise<void>((resolve) => this.waiting.push(resolve));
    yield* this.offline.stream(request, signal);
  }

  /** Resolves when somebody waits at the gate. */
  knock(): Promise<void> {
    return new Promise((resolve) => {
      this.arrived = resolve;
      if (this.waiting.length > 0) resolve();
    });
  }

  open(): void {
    this.isOpen = true;
    for (const go of this.waiting.splice(0)) go();
  }
}

describe('a batch under way', () => {
  const startGated = async (model: GatedModel, customers: number): Promise<Running> => {
    const running = await Running.start({
      override: (builder) => builder.overrideProvider(LLM_BACKENDS).useValue([model]),
    });
    await storeManyCustomers(running.test.dataSource, customers);
    return running;
  };

  it('is paused behind its chunk, resumed where it was, and each customer is written to once', async () => {
    const model = new GatedModel();
    const running = await startGated(model, 60);
    const batchId = await running.order({});
    await model.knock();
    const paused = await running.client.post<ContentBatchResponse>(`${PATH}/${batchId}/pause`, {});
    expect([paused.status, paused.body.status]).toEqual([200, 'paused']);
    model.open();
    await running.watched.until('job.completed', { queue: 'content-batches.run' });
    const held = (await running.client.get<ContentBatchResponse>(`${PATH}/${batchId}`)).body;
    expect(held).toMatchObject({ status: 'paused', progress: { processed: 16, total: 60, remaining_seconds: null } });
    expect((await running.client.post<ContentBatchResponse>(`${PATH}/${batchId}/pause`, {})).body.status).toBe(
      'paused',
    );

    const resumed = await running.client.post<ContentBatchResponse>(`${PATH}/${batchId}/resume`, {});
    expect(resumed.body.status).toBe('queued');
    expect((await running.completed(batchId)).progress).toMatchObject({ processed: 60, ready: 60, share: 1 });
    const ids = (await running.items(batchId)).map(({ customer_id }) => customer_id);
    expect(new Set(ids).size).toBe(60);
    expect(model.calls).toBe(60);
    await running.close();
  });

  it('is cancelled for good', async () => {
    const model = new GatedModel();
    const running = await startGated(model, 40);
    const batchId = await running.order({});
    await model.knock();
    expect((await running.client.post<ContentBatchResponse>(`${PATH}/${batchId}/cancel`, {})).body.status).toBe(
      'cancelled',
    );
    model.open();
    await running.watched.until('job.completed', { queue: 'content-batches.run' });
    expect(await running.items(batchId)).toEqual([]);
    expect((await running.client.post(`${PATH}/${batchId}/resume`, {})).status).toBe(409);
    await running.close();
  });

  it('writes down a customer whose text fails, and goes on', async () => {
    const offline = new OfflineProvider();
    const flaky: LlmProvider = {
      name: 'flaky',
      model: 'flaky-1',
      stream: (request, signal) => {
        const { task } = request;
        if (task.name === 'customer_content' && task.facts.customer.occupation === 'Pirate')
          throw new LlmError('content_filtered', { retryable: false });
        return offline.stream(request, signal);
      },
    };
    const running = await Running.start({
      override: (builder) => builder.overrideProvider(LLM_BACKENDS).useValue([flaky]),
    });
    await storeContentCustomers(running.test.dataSource);
    const batchId = await running.order({});
    expect((await running.completed(batchId)).progress).toMatchObject({ processed: 13, ready: 11, failed: 1 });
    expect(
      (await running.items(batchId, '&status=failed')).map(({ customer_id, reason }) => [customer_id, reason]),
    ).toEqual([[9, 'content_filtered']]);
    await running.close();
  });
});
