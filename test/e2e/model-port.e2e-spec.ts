import {
  LLM_BACKENDS,
  LLM_PROVIDER,
  LlmError,
  OfflineProvider,
  ScriptedProvider,
  type LlmProvider,
} from '../../src/llm/index.js';
import { type ProcessMessageResponse } from '../../src/conversations/dto/process-message-response.dto.js';
import { FakeOpenAiServer } from '../support/fake-openai-server.js';
import { HttpClient } from '../support/http-client.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const MESSAGE = 'How much is the enterprise plan for 50 seats?';
const TOOL_CALLS = [
  { id: 'call-1', name: 'fetch_prospect_details', arguments: { prospect_id: 'prospect_101' } },
  { id: 'call-2', name: 'query_knowledge_base', arguments: { query: 'enterprise plan price per seat' } },
];

interface Running {
  test: TestApp;
  ask(message?: string): Promise<ProcessMessageResponse>;
  close(): Promise<void>;
}

const start = async (options: Parameters<typeof startTestApp>[0]): Promise<Running> => {
  const test = await startTestApp(options);
  const client = new HttpClient(test.url);
  return {
    test,
    ask: async (message = MESSAGE) => {
      const answer = await client.post<ProcessMessageResponse>('/api/v1/process_message', {
        current_prospect_message: message,
        prospect_id: 'prospect_101',
      });
      expect(answer.status).toBe(200);
      return answer.body;
    },
    close: () => test.close(),
  };
};

const withBackends = (...backends: LlmProvider[]): Parameters<typeof startTestApp>[0] => ({
  env: { SAMPLE_DATA: 'on' },
  override: (builder) => builder.overrideProvider(LLM_BACKENDS).useValue(backends),
});

/** The sample conversation is answered at start with the same model; these steps are for it. */
const sampleSteps = (): ConstructorParameters<typeof ScriptedProvider>[0] => [{ text: 'Welcome.' }];

describe('the same turn on different models', () => {
  it('on a scripted model bound to the composed token', async () => {
    const model = new ScriptedProvider(sampleSteps());
    const running = await start({ override: (builder) => builder.overrideProvider(LLM_PROVIDER).useValue(model) });
    model.script(
      { toolCalls: TOOL_CALLS },
      {
        text: ['We can ', 'help [2]. ', 'Shall we talk?'],
        usage: { inputTokens: 120, outputTokens: 9, costUsd: null },
      },
    );
    const body = await running.ask();
    expect(body).toMatchObject({
      suggested_response_draft: 'We can help [1]. Shall we talk?',
      model: { provider: 'scripted', name: 'scripted-1', degraded: false },
      usage: { input_tokens: 120, output_tokens: 9, cost_usd: null },
    });
    expect(body.tool_usage_log.map(({ tool, status }) => [tool, status])).toEqual([
      ['fetch_prospect_details', 'ok'],
      ['query_knowledge_base', 'ok'],
    ]);
    expect(body.citations.map(({ marker }) => marker)).toEqual([1]);
    expect(model.remainingSteps).toBe(0);
    const rendered = JSON.stringify(model.requests.at(-1)?.messages);
    expect(rendered).toContain('Ingrid');
    await running.close();
  });

  it('on the offline model beneath the wrappers', async () => {
    const running = await start(withBackends(new OfflineProvider()));
    const body = await running.ask();
    expect(body.model).toMatchObject({ provider: 'offline', degraded: false });
    expect(body.citations.length).toBeGreaterThan(0);
    await running.close();
  });

  describe('on a server that speaks OpenAI’s protocol', () => {
    let server: FakeOpenAiServer;
    let running: Running;

    beforeAll(async () => {
      server = await FakeOpenAiServer.start();
      running = await start({
        env: {
          LLM_PROVIDER: 'openai',
          LLM_BASE_URL: server.baseUrl,
          OPENAI_API_KEY: 'sk-test-1234567890',
          LLM_MODEL: 'fake-1',
          LLM_TIMEOUT_MS: '2500',
        },
      });
    });

    afterAll(async () => {
      await running.close();
      await server.stop();
    });

    it('streams, calls tools and counts tokens', async () => {
      server.play(
        {
          kind: 'tool-calls',
          calls: TOOL_CALLS.map(({ id, name, arguments: args }) => ({ id, name, arguments: JSON.stringify(args) })),
          usage: { prompt_tokens: 200, completion_tokens: 20 },
        },
        {
          kind: 'text',
          text: 'Happy to help, Ingrid [2]. Shall we talk on Monday?',
          usage: { prompt_tokens: 900, completion_tokens: 15 },
        },
      );
      const body = await running.ask();
      expect(body.suggested_response_draft).toBe('Happy to help, Ingrid [1]. Shall we talk on Monday?');
      expect(body.model).toMatchObject({ provider: 'openai', name: 'fake-1', degraded: false });
      expect(body.usage).toMatchObject({ input_tokens: 1100, output_tokens: 35 });
      expect(server.requests).toHaveLength(2);
      expect(server.requests[0]?.headers.authorization).toBe('Bearer sk-test-1234567890');
    });

    it('never shows a figure that no passage supports, nor a deed nobody did', async () => {
      server.play(
        {
          kind: 'tool-calls',
          calls: [{ id: 'c', name: 'query_knowledge_base', arguments: '{"query":"enterprise price"}' }],
        },
        { kind: 'text', text: 'The plan costs $7 per seat. I have booked a meeting for you. Would you like details?' },
      );
      const body = await running.ask();
      expect(body.suggested_response_draft).toBe('Would you like details?');
      expect(body.internal_next_steps).toContainEqual(
        expect.objectContaining({
          action: 'FLAG_FOR_HUMAN_REVIEW',
          details: expect.objectContaining({ reason: 'contradiction' }) as unknown,
        }),
      );
    });

    it('gives a hostile model nothing it may not have', async () => {
      server.play(
        {
          kind: 'tool-calls',
          calls: [
            { id: 'a', name: 'fetch_prospect_details', arguments: '{"prospect_id":"prospect_102"}' },
            { id: 'b', name: 'delete_everything', arguments: '{}' },
            { id: 'c', name: 'query_knowledge_base', arguments: '{"query":42}' },
          ],
        },
        { kind: 'text', text: 'Let me get back to you.' },
      );
      const body = await running.ask();
      expect(body.tool_usage_log.map(({ tool, status }) => [tool, status])).toEqual([
        ['fetch_prospect_details', 'denied'],
        ['delete_everything', 'denied'],
        ['query_knowledge_base', 'error'],
      ]);
      const shown = JSON.stringify(server.requests.at(-1)?.body);
      const others = await running.test.dataSource.query<{ name: string }[]>(
        'SELECT name FROM customers WHERE customer_id = 1000000002',
      );
      expect(shown).not.toContain(others[0]?.name);
    });

    it.each([
      ['an error', { kind: 'status', status: 500 }, 'http_500'],
      ['a wrong key', { kind: 'status', status: 401 }, 'http_401'],
      ['a hang', { kind: 'hang' }, 'timeout'],
    ] as const)('falls back to offline within the turn after %s, and says so', async (_, fault, reason) => {
      server.play(fault, fault, fault, fault);
      const body = await running.ask();
      expect(body.model).toMatchObject({ provider: 'offline', degraded: true, degraded_reason: reason });
      expect(body.suggested_response_draft).toMatch(/\$\d/);
      expect(server.requests.length).toBeLessThanOrEqual(3);
      const calls = await running.test.dataSource.query<
        { provider: string; status: string; error_code: string | null }[]
      >('SELECT provider, status, error_code FROM llm_calls WHERE message_id = $1 ORDER BY ordinal', [body.message_id]);
      expect(calls[0]).toEqual({ provider: 'openai', status: 'error', error_code: reason });
      expect(calls.at(-1)).toEqual({ provider: 'offline', status: 'ok', error_code: null });
    });

    it('stops asking a provider that keeps failing', async () => {
      server.play({ kind: 'status', status: 500 });
      const body = await running.ask();
      expect(body.model).toMatchObject({ provider: 'offline', degraded: true, degraded_reason: 'circuit_open' });
      expect(server.requests).toHaveLength(0);
    });
  });

  it('answers 503 provider_unavailable, never 500, when no backend at all can answer', async () => {
    const model = new ScriptedProvider(sampleSteps());
    const running = await start({ override: (builder) => builder.overrideProvider(LLM_PROVIDER).useValue(model) });
    model.script({ error: new LlmError('http_500', { retryable: true }) });
    const answer = await new HttpClient(running.test.url).post('/api/v1/process_message', {
      current_prospect_message: MESSAGE,
    });
    expect([answer.status, answer.body['code'], answer.headers.has('retry-after')]).toEqual([
      503,
      'provider_unavailable',
      true,
    ]);
    await running.close();
  });

  it('gives endless tool calls an end', async () => {
    const model = new ScriptedProvider(sampleSteps());
    const running = await start({ override: (builder) => builder.overrideProvider(LLM_PROVIDER).useValue(model) });
    const again = { toolCalls: [{ id: 'x', name: 'query_knowledge_base', arguments: { query: 'price' } }] };
    model.script(again, again, again, again);
    const body = await running.ask();
    expect(body.tool_usage_log).toHaveLength(3);
    expect(body.suggested_response_draft).toContain('could not find a confirmed answer');
    await running.close();
  });
});
