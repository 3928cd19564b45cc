import { inspect } from 'node:util';
import { composeProvider } from '../../src/llm/compose-provider.js';
import { LlmError } from '../../src/llm/llm-error.js';
import {
  type LlmAttempt,
  type LlmProvider,
  type LlmRequest,
  type LlmResult,
  type LlmStreamPart,
} from '../../src/llm/llm.port.js';
import { renderSalesReply } from '../../src/llm/prompts/render-sales-reply.prompt.js';
import { OfflineProvider } from '../../src/llm/providers/offline.provider.js';
import { OpenAiProvider } from '../../src/llm/providers/openai.provider.js';
import { type FakeBehaviour, FakeOpenAiServer } from '../support/fake-openai-server.js';

const API_KEY = 'sk-test-0123456789abcdef';
const LIMITS = { timeoutMs: 5000, maxRetries: 2 };
const ONE_SEARCH = [{ id: 'call_7', name: 'query_knowledge_base', arguments: '{"query":"enterprise price"}' }];

let server: FakeOpenAiServer;
let openai: OpenAiProvider;
let attempts: LlmAttempt[];

beforeAll(async () => {
  server = await FakeOpenAiServer.start();
});
afterAll(() => server.stop());
beforeEach(() => {
  openai = new OpenAiProvider({ baseUrl: server.baseUrl, model: 'fake-1', apiKey: API_KEY });
  attempts = [];
});

describe('the openai provider', () => {
  it('streams the text in pieces and reports the usage the server counted', async () => {
    server.play({ kind: 'text', text: 'It costs $89 [1].', usage: { prompt_tokens: 120, completion_tokens: 9 } });
    const parts = await collect(openai);
    const deltas = parts.flatMap((part) => (part.type === 'text-delta' ? [part.delta] : []));
    expect(deltas.length).toBeGreaterThan(2);
    expect(deltas.join('')).toBe('It costs $89 [1].');
    expect(resultOf(parts)).toMatchObject({
      provider: 'openai',
      model: 'fake-1',
      text: 'It costs $89 [1].',
      finishReason: 'stop',
      usage: { inputTokens: 120, outputTokens: 9, costUsd: null },
      degraded: false,
    });
  });

  it('sends the rendered messages, the tools as JSON Schema, the limit and the key', async () => {
    server.play({ kind: 'text', text: 'Fine.' });
    await collect(openai);
    const [request] = server.requests;
    expect(request?.path).toBe('/v1/chat/completions');
    expect(request?.headers.authorization).toBe(`Bearer ${API_KEY}`);
    expect(request?.body).toMatchObject({
      model: 'fake-1',
      stream: true,
      stream_options: { include_usage: true },
      max_tokens: 700,
      tools: [
        { type: 'function', function: { name: 'query_knowledge_base', parameters: { required: ['query'] } } },
        { type: 'function', function: { name: 'fetch_prospect_details', parameters: { required: ['prospect_id'] } } },
      ],
    });
    const roles = (request?.body.messages as { role: string }[]).map((message) => message.role);
    expect(roles).toEqual(['system', 'user']);
  });

  it('renders tool results as the protocol wants them', async () => {
    server.play({ kind: 'text', text: 'Fine.' });
    await collect(openai, requestWithObservation());
    const messages = server.requests[0]?.body.messages as Record<string, unknown>[];
    expect(messages.at(-2)).toMatchObject({
      role: 'assistant',
      tool_calls: [
        { id: 'call_7', function: { name: 'query_knowledge_base', arguments: '{"query":"enterprise price"}' } },
      ],
    });
    expect(messages.at(-1)).toMatchObject({ role: 'tool', tool_call_id: 'call_7' });
    expect(server.requests[0]?.body.tools).toBeUndefined();
  });

  it('assembles tool calls that arrive in pieces', async () => {
    server.play({ kind: 'tool-calls', calls: [...ONE_SEARCH, { id: 'call_8', name: 'unheard_of', arguments: '' }] });
    const parts = await collect(openai);
    expect(parts.filter((part) => part.type === 'tool-call').map((part) => part.call)).toEqual([
      { id: 'call_7', name: 'query_knowledge_base', arguments: { query: 'enterprise price' } },
      { id: 'call_8', name: 'unheard_of', arguments: {} },
    ]);
    expect(resultOf(parts)).toMatchObject({ finishReason: 'tool_calls', text: '' });
  });

  it('says when the text was cut at the limit', async () => {
    server.play({ kind: 'text', text: 'It costs', finishReason: 'length' });
    expect(resultOf(await collect(openai)).finishReason).toBe('length');
  });

  it.each<[string, FakeBehaviour, object]>([
    [
      'a rate limit',
      { kind: 'status', status: 429, headers: { 'retry-after': '3' } },
      { code: 'http_429', retryable: true, retryAfterMs: 3000 },
    ],
    ['a server error', { kind: 'status', status: 500 }, { code: 'http_500', retryable: true }],
    ['a wrong key', { kind: 'status', status: 401 }, { code: 'http_401', retryable: false }],
    ['an unknown model', { kind: 'status', status: 404 }, { code: 'http_404', retryable: false }],
    ['a page of HTML', { kind: 'html' }, { code: 'malformed_output', retryable: true }],
    ['broken JSON', { kind: 'malformed-json' }, { code: 'malformed_output', retryable: true }],
    ['no choices', { kind: 'empty-choices' }, { code: 'malformed_output', retryable: true }],
    ['an empty answer', { kind: 'text', text: '' }, { code: 'empty_output', retryable: true }],
    ['a torn connection', { kind: 'cut', text: 'It costs ' }, { code: 'connection_failed', retryable: true }],
    ['a stream without an end', { kind: 'text', text: 'It costs', omitFinish: true }, { code: 'connection_failed' }],
    ['an error in mid-stream', { kind: 'error-event', text: 'It ' }, { code: 'provider_error', retryable: true }],
    [
      'a filtered answer',
      { kind: 'text', text: 'I ', finishReason: 'content_filter' },
      { code: 'content_filtered', retryable: false },
    ],
    [
      'arguments that are cut JSON',
      { kind: 'tool-calls', calls: [{ name: 'query_knowledge_base', arguments: '{"query":"pri' }] },
      { code: 'malformed_output' },
    ],
    [
      'arguments that are no object',
      { kind: 'tool-calls', calls: [{ name: 'query_knowledge_base', arguments: '["x"]' }] },
      { code: 'malformed_output' },
    ],
    ['far too much text', { kind: 'oversized', bytes: 100_000 }, { code: 'output_too_large', retryable: false }],
    [
      'a line of many megabytes',
      { kind: 'oversized', bytes: 6_000_000 },
      { code: 'output_too_large', retryable: false },
    ],
  ])('turns %s into a code that names no secret', async (_what, behaviour, expected) => {
    server.play(behaviour);
    const error = await collect(openai).catch((fault: unknown) => fault);
    expect(error).toBeInstanceOf(LlmError);
    expect(error).toMatchObject(expected);
    expect(server.requests).toHaveLength(1);
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(API_KEY);
  });

  it('reports a server that is not there', async () => {
    const nobody = new OpenAiProvider({ baseUrl: 'http://127.0.0.1:9/v1', model: 'fake-1', apiKey: API_KEY });
    await expect(collect(nobody)).rejects.toMatchObject({ code: 'connection_failed', retryable: true });
  });

  it('stops at once and closes the connection when the caller gives up', async () => {
    server.play({ kind: 'stall', text: 'It costs ' });
    const controller = new AbortController();
    const reason = new Error('the client left');
    const seen: string[] = [];
    const run = async (): Promise<void> => {
      for await (const part of openai.stream(salesRequest(), controller.signal)) {
        seen.push(part.type);
        if (seen.length === 2) controller.abort(reason);
      }
    };
    await expect(run()).rejects.toBe(reason);
    await waitUntil(() => server.abandoned === 1);
  });

  it('closes the connection when the reader leaves early', async () => {
    server.play({ kind: 'drip', intervalMs: 5 });
    for await (const part of openai.stream(salesRequest(), new AbortController().signal)) {
      if (part.type === 'text-delta') break;
    }
    await waitUntil(() => server.abandoned === 1);
  });
});

describe('the composed provider', () => {
  const compose = (limits: Partial<typeof LIMITS> = {}): LlmProvider =>
    composeProvider([openai, new OfflineProvider()], { ...LIMITS, ...limits }, (attempt) => attempts.push(attempt));

  it('answers from the server when that is well', async () => {
    server.play({ kind: 'text', text: 'Hello.' });
    const result = resultOf(await collect(compose()));
    expect(result).toMatchObject({ provider: 'openai', degraded: false, degradedReason: null });
    expect(result.attempts).toMatchObject([{ provider: 'openai', model: 'fake-1', status: 'ok', errorCode: null }]);
    expect(attempts).toEqual(result.attempts);
  });

  it('recovers from a passing fault without being degraded', async () => {
    server.play(
      { kind: 'status', status: 500 },
      { kind: 'status', status: 429, headers: { 'retry-after': '0' } },
      { kind: 'text', text: 'Hello.' },
    );
    const result = resultOf(await collect(compose()));
    expect(server.requests).toHaveLength(3);
    expect(result.degraded).toBe(false);
    expect(result.attempts.map((attempt) => attempt.errorCode)).toEqual(['http_500', 'http_429', null]);
  });

  it.each<[string, FakeBehaviour, string, number]>([
    ['keeps failing', { kind: 'status', status: 500 }, 'http_500', 3],
    ['refuses the key', { kind: 'status', status: 401 }, 'http_401', 1],
    [
      'asks for more patience than there is',
      { kind: 'status', status: 429, headers: { 'retry-after': '60' } },
      'http_429',
      1,
    ],
    ['sends HTML', { kind: 'html' }, 'malformed_output', 3],
    ['sends nothing', { kind: 'text', text: '' }, 'empty_output', 3],
    ['sends far too much', { kind: 'oversized', bytes: 100_000 }, 'output_too_large', 1],
  ])('falls back to offline when the server %s', async (_what, behaviour, code, calls) => {
    server.play(behaviour, behaviour, behaviour, behaviour);
    const parts = await collect(compose());
    const result = resultOf(parts);
    expect(result).toMatchObject({ provider: 'offline', degraded: true, degradedReason: code });
    expect(result.attempts).toHaveLength(calls + 1);
    expect(result.attempts.at(-1)).toMatchObject({ provider: 'offline', status: 'ok', costUsd: 0 });
    expect(server.requests).toHaveLength(calls);
    expect(JSON.stringify(parts)).not.toContain(API_KEY);
  });

  it('declares begun text void before it starts over, and does not ask the server again', async () => {
    server.play({ kind: 'cut', text: 'It costs ' });
    const parts = await collect(compose(), requestWithObservation());
    const reset = parts.findIndex((part) => part.type === 'reset');
    expect(parts.slice(0, reset).every((part) => part.type === 'text-delta')).toBe(true);
    expect(reset).toBeGreaterThan(0);
    const after = parts.slice(reset + 1).map((part) => (part.type === 'text-delta' ? part.delta : ''));
    expect(after.join('')).toBe(resultOf(parts).text);
    expect(resultOf(parts)).toMatchObject({ provider: 'offline', degradedReason: 'connection_failed' });
    expect(server.requests).toHaveLength(1);
  });

  it.each<[string, FakeBehaviour]>([
    ['never answers', { kind: 'hang' }],
    ['stalls in mid-stream', { kind: 'stall', text: 'It costs ' }],
    ['drips without end', { kind: 'drip', intervalMs: 10 }],
  ])('gives a server that %s the configured time and no more', async (_what, behaviour) => {
    server.play(behaviour, behaviour, behaviour);
    const startedAt = performance.now();
    const result = resultOf(await collect(compose({ timeoutMs: 300 })));
    expect(performance.now() - startedAt).toBeLessThan(3000);
    expect(result).toMatchObject({ provider: 'offline', degraded: true, degradedReason: 'timeout' });
    expect(result.attempts[0]).toMatchObject({ provider: 'openai', status: 'error', errorCode: 'timeout' });
    await waitUntil(() => server.abandoned === 1);
  });

  it('gives a caller who left no second answer', async () => {
    server.play({ kind: 'hang' });
    const controller = new AbortController();
    const reason = new Error('the client left');
    const run = collect(compose(), salesRequest(), controller.signal);
    await waitUntil(() => server.requests.length === 1);
    const abortedAt = performance.now();
    controller.abort(reason);
    await expect(run).rejects.toBe(reason);
    expect(performance.now() - abortedAt).toBeLessThan(1000);
    expect(attempts).toMatchObject([{ provider: 'openai', status: 'error', errorCode: 'aborted' }]);
  });

  it('spares a server that keeps failing', async () => {
    const provider = compose({ maxRetries: 0 });
    server.play(...Array.from({ length: 8 }, (): FakeBehaviour => ({ kind: 'status', status: 503 })));
    const reasons: (string | null)[] = [];
    for (let i = 0; i < 7; i++) reasons.push(resultOf(await collect(provider)).degradedReason);
    expect(reasons.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => 'http_503'));
    expect(new Set(reasons.slice(5))).toEqual(new Set(['circuit_open']));
    expect(server.requests.length).toBeLessThan(7);
  });
});

function salesRequest(): LlmRequest {
  return renderSalesReply(
    {
      message: 'How much is the enterprise plan?',
      asked: 'x',
      plans: [],
      history: [],
      analysis: {
        language: 'en',
        intents: [{ intent: 'pricing_inquiry', probability: 1 }],
        entities: [],
        sentiment: { label: 'neutral', score: 0 },
        keyPoints: [],
        actionRequired: true,
      },
      prospectReference: '12',
      observations: [],
      doubts: [],
    },
    { offerTools: true },
  );
}

function requestWithObservation(): LlmRequest {
  const { task } = salesRequest();
  if (task.name !== 'sales_reply') throw new Error('the request has another task');
  const { facts } = task;
  const text = 'The enterprise plan costs $89 per seat and month.';
  const passages = [{ marker: 1, title: 'Plans', heading: 'Prices', source: 'plans.md', text }];
  const query = 'enterprise price';
  const observation = {
    tool: 'query_knowledge_base' as const,
    callId: 'call_7',
    status: 'ok' as const,
    query,
    passages,
  };
  return renderSalesReply({ ...facts, observations: [observation] }, { offerTools: false });
}

async function collect(
  provider: LlmProvider,
  request = salesRequest(),
  signal = new AbortController().signal,
): Promise<LlmStreamPart[]> {
  const parts: LlmStreamPart[] = [];
  for await (const part of provider.stream(request, signal)) parts.push(part);
  return parts;
}

function resultOf(parts: readonly LlmStreamPart[]): LlmResult {
  const last = parts.at(-1);
  if (last?.type !== 'finish') throw new Error('The stream did not end with its result.');
  return last.result;
}

/** Lets events that are on their way arrive; the test's own timeout is the bound. */
async function waitUntil(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}
