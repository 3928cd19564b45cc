import { ReplyService } from '../../src/conversations/index.js';
import { CountTurnsJob } from '../../src/customers/statistics/count-turns.job.js';
import { LLM_PROVIDER, LlmError, OfflineProvider, type LlmProvider } from '../../src/llm/index.js';
import { LOCAL_OWNER } from '../../src/platform/index.js';
import { HttpClient } from '../support/http-client.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const BREAK = 'Please break';
const PROSPECT = '1000000003';

/** The built-in model, which breaks off when it is asked to. */
function breaking(): LlmProvider {
  const model = new OfflineProvider();
  return {
    name: 'breaking',
    model: 'breaking-1',
    async *stream(request, signal) {
      yield* model.stream(request, signal);
      if (JSON.stringify(request).includes(BREAK)) throw new LlmError('provider_error', { retryable: false });
    },
  };
}

describe('turns as interactions', () => {
  let test: TestApp;
  let client: HttpClient;

  beforeAll(async () => {
    test = await startTestApp({
      env: { RATE_LIMIT_PER_MINUTE: '0' },
      override: (builder) => builder.overrideProvider(LLM_PROVIDER).useValue(breaking()),
    });
    client = new HttpClient(test.url);
  });

  afterAll(() => test.close());

  const counted = async (): Promise<{ rows: number; told: number; waiting: number }> => {
    const [row] = await test.dataSource.query<{ rows: number; waiting: number }[]>(
      `SELECT (SELECT count(*)::int FROM interactions) AS rows, (SELECT count(*)::int FROM uncounted_interactions) AS waiting`,
    );
    const { body } = await client.get<{ total: number }>('/api/v1/interactions-per-product');
    return { rows: row?.rows ?? -1, waiting: row?.waiting ?? -1, told: body.total };
  };

  const ask = (text: string) =>
    client.post('/api/v1/process_message', { current_prospect_message: text, prospect_id: PROSPECT });

  it('are counted at once, and once, though a hundred come at the same time and are folded in meanwhile', async () => {
    const before = await counted();
    const job = test.app.get(CountTurnsJob);
    const turns = Array.from({ length: 100 }, (_, n) => ask(`How much is the Team plan for ${n + 2} seats?`));
    const folds = [job.run(), job.run()];
    const answers = await Promise.all(turns);
    await Promise.all([...folds, job.run()]);
    expect(answers.map(({ status }) => status).filter((status) => status !== 200)).toEqual([]);
    const after = await counted();
    expect(after.rows).toBe(before.rows + 100);
    expect(after.told).toBe(after.rows);
    await job.run();
    expect(await counted()).toEqual({ rows: after.rows, told: after.rows, waiting: 0 });
  });

  it('are none when the model broke off', async () => {
    const before = await counted();
    expect((await ask(BREAK)).status).toBe(503);
    expect(await counted()).toEqual(before);
  });

  it('are none when the client left', async () => {
    const before = await counted();
    const replies = test.app.get(ReplyService);
    const started = await replies.start(
      {
        channel: 'sales',
        toBody: () => null,
        message: 'How much is the Team plan?',
        sender: 'prospect',
        history: null,
        reference: PROSPECT,
        conversationId: undefined,
        caller: LOCAL_OWNER,
        idempotency: null,
      },
      replies.newClock(),
    );
    if (started.kind === 'replay') throw new Error('nothing was asked before');
    await started.events.next();
    await started.events.return(undefined);
    const [last] = await test.dataSource.query<{ status: string }[]>(
      "SELECT status FROM messages WHERE role = 'assistant' ORDER BY created_at DESC, message_id DESC LIMIT 1",
    );
    expect(last?.status).toBe('aborted');
    expect(await counted()).toEqual(before);
  });

  it('stay when their conversation is deleted', async () => {
    const { body } = await ask('How much is the Starter plan?');
    const before = await counted();
    expect((await client.delete(`/api/v1/conversations/${String(body['conversation_id'])}`)).status).toBe(204);
    expect(await counted()).toEqual(before);
  });
});
