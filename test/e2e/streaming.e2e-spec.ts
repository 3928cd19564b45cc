import { LLM_PROVIDER, ScriptedProvider } from '../../src/llm/index.js';
import { DrainState } from '../../src/platform/index.js';
import { HttpClient } from '../support/http-client.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const PATH = '/api/v1/process_message';

/** Waits until the condition holds; the test's own time limit ends a wait in vain. */
async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) {
    await new Promise((resolve) => {
      setTimeout(resolve, 10);
    });
  }
}

describe('a client that leaves a stream', () => {
  let test: TestApp;
  let model: ScriptedProvider;

  beforeAll(async () => {
    model = new ScriptedProvider();
    test = await startTestApp({
      env: { SAMPLE_DATA: 'off' },
      override: (builder) => builder.overrideProvider(LLM_PROVIDER).useValue(model),
    });
  });

  afterAll(() => test.close());

  const turnsInFlight = (): number => test.app.get(DrainState).inFlight;

  /** Reads the stream up to the event and goes away; returns the ids of the `start` event. */
  async function leaveAfter(
    event: string,
    body: Record<string, unknown> = {},
  ): Promise<{ conversation_id: string; message_id: string }> {
    const leaving = new AbortController();
    const response = await fetch(`${test.url}${PATH}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ current_prospect_message: 'Hello', ...body }),
      signal: leaving.signal,
    });
    let text = '';
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    while (!text.includes(`event: ${event}\n`) || !text.endsWith('\n\n')) text += (await reader?.read())?.value ?? '';
    leaving.abort();
    return JSON.parse(/event: start\ndata: (.*)/.exec(text)?.[1] ?? '') as {
      conversation_id: string;
      message_id: string;
    };
  }

  it('stops the model at once and leaves an aborted message with what was said', async () => {
    model.script(
      { toolCalls: [{ id: 'a', name: 'query_knowledge_base', arguments: { query: 'hello' } }] },
      { text: 'Hello there. And', hang: true },
    );
    const leftAt = Date.now();
    const { message_id } = await leaveAfter('text-delta');
    await until(() => turnsInFlight() === 0);
    expect(Date.now() - leftAt).toBeLessThan(5_000);
    const rows = await test.dataSource.query<Record<string, unknown>[]>(
      'SELECT status, content FROM messages WHERE message_id = $1',
      [message_id],
    );
    expect(rows[0]).toEqual({ status: 'aborted', content: 'Hello there. ' });
  });

  it('leaves the conversation open for the next turn', async () => {
    model.script({ hang: true }, { text: 'Here I am.' });
    const { conversation_id } = await leaveAfter('analysis');
    await until(() => turnsInFlight() === 0);
    const { status, body } = await new HttpClient(test.url).post(PATH, {
      current_prospect_message: 'Still there?',
      conversation_id,
    });
    expect([status, body['suggested_response_draft']]).toEqual([200, 'Here I am.']);
    const history = await new HttpClient(test.url).get<{ data: { seq: number; status: string }[] }>(
      `/api/v1/conversations/${conversation_id}/history`,
    );
    expect(history.body.data.map(({ seq, status: state }) => [seq, state])).toEqual([
      [1, 'complete'],
      [2, 'aborted'],
      [3, 'complete'],
      [4, 'complete'],
    ]);
  });

  it('leaves nothing behind, a hundred times', async () => {
    model.script(...Array.from({ length: 100 }, () => ({ hang: true }) as const));
    const left = await Promise.all(Array.from({ length: 100 }, () => leaveAfter('analysis')));
    await until(() => turnsInFlight() === 0);
    const rows = await test.dataSource.query<{ status: string; turns: number }[]>(
      'SELECT status, count(*)::int AS turns FROM messages WHERE message_id = ANY($1) GROUP BY status',
      [left.map(({ message_id }) => message_id)],
    );
    expect(rows).toEqual([{ status: 'aborted', turns: 100 }]);
    const leases = await test.dataSource.query<unknown[]>('SELECT 1 FROM conversations WHERE lease_token IS NOT NULL');
    expect(leases).toEqual([]);
  });
});

describe('a turn that takes too long', () => {
  it('is given up at its deadline with 504, as JSON and as an error event, and frees the conversation', async () => {
    const model = new ScriptedProvider();
    const test = await startTestApp({
      env: { SAMPLE_DATA: 'off', TURN_DEADLINE_MS: '1000' },
      override: (builder) => builder.overrideProvider(LLM_PROVIDER).useValue(model),
    });
    const client = new HttpClient(test.url);
    model.script({ hang: true }, { hang: true }, { text: 'Back again.' });

    const answer = await client.post(PATH, { current_prospect_message: 'Hello' });
    expect([answer.status, answer.body['code']]).toEqual([504, 'deadline_exceeded']);

    const events = await client.stream(PATH, { current_prospect_message: 'Hello' });
    expect(events.at(-1)).toMatchObject({ event: 'error', data: { code: 'deadline_exceeded', status: 504 } });
    const { conversation_id } = events[0]?.data as { conversation_id: string };
    const next = await client.post(PATH, { current_prospect_message: 'Again', conversation_id });
    expect(next.status).toBe(200);
    const states = await test.dataSource.query<{ status: string }[]>(
      "SELECT status FROM messages WHERE role = 'assistant' ORDER BY message_id",
    );
    expect(states.map(({ status }) => status)).toEqual(['failed', 'failed', 'complete']);
    await test.close();
  });
});

describe('turns that a crash left running', () => {
  it('are failed by the next opening of their conversation once their lease has run out, and by a start', async () => {
    const model = new ScriptedProvider();
    const test = await startTestApp({
      env: { SAMPLE_DATA: 'off' },
      override: (builder) => builder.overrideProvider(LLM_PROVIDER).useValue(model),
    });
    const client = new HttpClient(test.url);
    model.script({ text: 'One.' }, { text: 'Two.' });
    const { body } = await client.post(PATH, { current_prospect_message: 'Hello' });
    const id = body['conversation_id'];
    await test.dataSource.query(
      "UPDATE messages SET status = 'running', content = '' WHERE conversation_id = $1 AND role = 'assistant'",
      [id],
    );
    await test.dataSource.query(
      "UPDATE conversations SET lease_token = gen_random_uuid(), lease_until = now() - interval '1 second' WHERE conversation_id = $1",
      [id],
    );
    const next = await client.post(PATH, { current_prospect_message: 'Hello?', conversation_id: id });
    expect(next.status).toBe(200);
    const history = await client.get<{ data: { status: string }[] }>(`/api/v1/conversations/${String(id)}/history`);
    expect(history.body.data.map(({ status }) => status)).toEqual(['complete', 'failed', 'complete', 'complete']);
    await test.close();
  });
});

describe('a turn that takes longer than its lease', () => {
  it('keeps its conversation and its idempotency key', async () => {
    const model = new ScriptedProvider();
    const test = await startTestApp({
      env: { SAMPLE_DATA: 'off', TURN_DEADLINE_MS: '20000' },
      override: (builder) => builder.overrideProvider(LLM_PROVIDER).useValue(model),
    });
    model.script({ hang: true });
    const leaseEnd = async (): Promise<{ lease: number; key: number }> => {
      const rows = await test.dataSource.query<{ lease: number; key: number }[]>(
        `SELECT extract(epoch FROM c.lease_until)::float8 AS lease, extract(epoch FROM k.expires_at)::float8 AS key
         FROM conversations c JOIN idempotency_keys k USING (conversation_id)`,
      );
      return rows[0] ?? { lease: 0, key: 0 };
    };
    const leaving = new AbortController();
    const turn = fetch(`${test.url}${PATH}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', 'idempotency-key': 'long' },
      body: JSON.stringify({ current_prospect_message: 'Hello' }),
      signal: leaving.signal,
    }).then((response) => response.text());
    await until(async () => (await leaseEnd()).lease > 0);
    const first = await leaseEnd();
    await until(async () => (await leaseEnd()).lease > first.lease);
    const renewed = await leaseEnd();
    expect(renewed.key).toBeGreaterThan(first.key);
    leaving.abort();
    await expect(turn).rejects.toThrow();
    await until(async () => (await leaseEnd()).lease === 0);
    await test.close();
  });
});
