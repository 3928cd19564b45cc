import { LlmError } from '../llm-error.js';
import { type LlmAttempt, type LlmProvider, type LlmResult, type LlmStreamPart } from '../llm.port.js';
import { renderSalesReply } from '../prompts/render-sales-reply.prompt.js';
import { ScriptedProvider, type ScriptedStep, UnscriptedCallError } from '../providers/scripted.provider.js';
import { composeProvider } from '../compose-provider.js';
import { obeySignal } from './obey-signal.js';
import { withCircuitBreaker } from './with-circuit-breaker.js';
import { withFallback } from './with-fallback.js';
import { withRetry } from './with-retry.js';

const RETRY = { maxRetries: 2, maxWaitMs: 100, initialDelayMs: 1 };
const overloaded = (retryAfterMs?: number): ScriptedStep => ({
  error: new LlmError('http_503', { retryable: true, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) }),
});
const refused: ScriptedStep = { error: new LlmError('http_401', { retryable: false }) };
const fine: ScriptedStep = { text: 'Fine.' };

describe('withRetry', () => {
  it('calls again after a passing fault', async () => {
    const model = new ScriptedProvider([overloaded(), overloaded(), fine]);
    expect(resultOf(await collect(withRetry(model, RETRY))).text).toBe('Fine.');
    expect(model.requests).toHaveLength(3);
  });

  it('stops after the retries it was given', async () => {
    const model = new ScriptedProvider([overloaded(), overloaded(), overloaded(), fine]);
    await expect(collect(withRetry(model, RETRY))).rejects.toMatchObject({ code: 'http_503' });
    expect(model.remainingSteps).toBe(1);
  });

  it.each([
    ['a fault that will not pass', refused],
    ['text that was begun', { ...overloaded(), text: 'It costs ' }],
    ['a provider that asks for more patience than there is', overloaded(101)],
  ])('does not call again after %s', async (_what, step) => {
    const model = new ScriptedProvider([step, fine]);
    await expect(collect(withRetry(model, RETRY))).rejects.toBeInstanceOf(LlmError);
    expect(model.remainingSteps).toBe(1);
  });

  it('ends its wait when the caller gives up', async () => {
    const model = new ScriptedProvider([overloaded(60_000), fine]);
    const controller = new AbortController();
    const run = collect(withRetry(model, { ...RETRY, maxWaitMs: 100_000 }), controller.signal);
    setImmediate(() => {
      controller.abort('gone');
    });
    await expect(run).rejects.toBe('gone');
  });
});

describe('obeySignal', () => {
  it('stops a backend that ignores its signal', async () => {
    const deaf: LlmProvider = {
      name: 'deaf',
      model: 'deaf-1',
      stream: () => ({ [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => undefined) }) }),
    };
    const controller = new AbortController();
    const run = collect(obeySignal(deaf), controller.signal);
    setImmediate(() => {
      controller.abort('gone');
    });
    await expect(run).rejects.toBe('gone');
  });

  it('does not begin when the caller has already left', async () => {
    const model = new ScriptedProvider([fine]);
    await expect(collect(obeySignal(model), AbortSignal.abort('gone'))).rejects.toBe('gone');
    expect(model.requests).toHaveLength(0);
  });
});

describe('withCircuitBreaker', () => {
  const OPTIONS = { threshold: 2, halfOpenAfterMs: 60_000 };

  it('stops calling after faults in a row', async () => {
    const model = new ScriptedProvider([overloaded(), overloaded(), overloaded(), fine]);
    const guarded = withCircuitBreaker(model, OPTIONS);
    const codes: unknown[] = [];
    for (let i = 0; i < 5; i++) codes.push(await collect(guarded).catch((error: unknown) => (error as LlmError).code));
    expect(codes.at(-1)).toBe('circuit_open');
    expect(model.remainingSteps).toBeGreaterThan(0);
  });

  it('lets one call probe after its pause and closes when that goes well', async () => {
    const model = new ScriptedProvider([overloaded(), overloaded(), overloaded(), fine, fine]);
    const guarded = withCircuitBreaker(model, { ...OPTIONS, halfOpenAfterMs: 0 });
    for (let i = 0; i < 3; i++) await collect(guarded).catch(() => undefined);
    expect(resultOf(await collect(guarded)).text).toBe('Fine.');
    expect(resultOf(await collect(guarded)).text).toBe('Fine.');
  });

  it('does not count faults of a single request', async () => {
    const bad: ScriptedStep = { error: new LlmError('http_400', { retryable: false }) };
    const guarded = withCircuitBreaker(new ScriptedProvider([bad, bad, bad, bad, fine]), OPTIONS);
    for (let i = 0; i < 4; i++) await expect(collect(guarded)).rejects.toMatchObject({ code: 'http_400' });
    expect(resultOf(await collect(guarded)).text).toBe('Fine.');
  });
});

describe('withFallback', () => {
  it('takes back begun text before the other starts', async () => {
    const primary = new ScriptedProvider([{ ...overloaded(), text: 'It costs ' }]);
    const parts = await collect(withFallback(primary, new ScriptedProvider([fine])));
    expect(parts.map((part) => part.type)).toEqual(['text-delta', 'reset', 'text-delta', 'finish']);
    expect(resultOf(parts)).toMatchObject({ text: 'Fine.', degraded: true, degradedReason: 'http_503' });
  });

  it('needs no reset when nothing was said', async () => {
    const parts = await collect(withFallback(new ScriptedProvider([refused]), new ScriptedProvider([fine])));
    expect(parts.map((part) => part.type)).toEqual(['text-delta', 'finish']);
  });

  it('lets a bug surface instead of papering over it', async () => {
    const last = new ScriptedProvider([fine]);
    await expect(collect(withFallback(new ScriptedProvider([]), last))).rejects.toBeInstanceOf(UnscriptedCallError);
    expect(last.remainingSteps).toBe(1);
  });
});

describe('composeProvider', () => {
  const compose = (
    backends: LlmProvider[],
    maxRetries: number,
    timeoutMs = 5000,
    seen: LlmAttempt[] = [],
  ): LlmProvider => composeProvider(backends, { timeoutMs, maxRetries }, (attempt) => seen.push(attempt));

  it.each([1, 2, 3])('never makes more than four calls in front of %i failing backends', async (count) => {
    const failing = Array.from(
      { length: count },
      () => new ScriptedProvider(Array.from({ length: 9 }, () => overloaded(0))),
    );
    const result = resultOf(await collect(compose([...failing, new ScriptedProvider([fine])], 9)));
    const calls = failing.reduce((sum, model) => sum + model.requests.length, 1);
    expect(calls).toBeLessThanOrEqual(4);
    expect(result.attempts).toHaveLength(calls);
    expect(failing.every((model) => model.requests.length > 0)).toBe(true);
    expect(result).toMatchObject({ degraded: true, degradedReason: 'http_503' });
  });

  it('reports every attempt when all backends fail', async () => {
    const seen: LlmAttempt[] = [];
    const error = await collect(
      compose([new ScriptedProvider([refused]), new ScriptedProvider([overloaded()])], 0, 5000, seen),
    ).catch((fault: unknown) => fault);
    expect(error).toMatchObject({ code: 'http_503' });
    expect((error as LlmError).attempts.map((attempt) => attempt.errorCode)).toEqual(['http_401', 'http_503']);
    expect(seen).toEqual((error as LlmError).attempts);
  });

  it('bounds a hanging backend, and the wait between its retries, by the timeout', async () => {
    const hanging = compose([new ScriptedProvider([{ hang: true }]), new ScriptedProvider([fine])], 2, 20);
    expect(resultOf(await collect(hanging))).toMatchObject({ degradedReason: 'timeout', text: 'Fine.' });
    const waiting = compose([new ScriptedProvider([overloaded(1500)]), new ScriptedProvider([fine])], 2, 20);
    const result = resultOf(await collect(waiting));
    expect(result.degradedReason).toBe('timeout');
    expect(result.attempts.map((attempt) => attempt.errorCode)).toEqual(['http_503', null]);
  });

  it('takes the name of the preferred backend', () => {
    const provider = compose([new ScriptedProvider([], { name: 'first', model: 'm-1' }), new ScriptedProvider([])], 0);
    expect(provider).toMatchObject({ name: 'first', model: 'm-1' });
  });

  it('refuses to be built of nothing', () => {
    expect(() => compose([], 0)).toThrow('LLM_BACKENDS is empty');
  });
});

const REQUEST = renderSalesReply(
  {
    message: 'Hello',
    asked: 'x',
    plans: [],
    history: [],
    analysis: {
      language: 'en',
      intents: [{ intent: 'greeting', probability: 1 }],
      entities: [],
      sentiment: { label: 'neutral', score: 0 },
      keyPoints: [],
      actionRequired: false,
    },
    prospectReference: null,
    observations: [],
    doubts: [],
  },
  { offerTools: true },
);

async function collect(provider: LlmProvider, signal = new AbortController().signal): Promise<LlmStreamPart[]> {
  const parts: LlmStreamPart[] = [];
  for await (const part of provider.stream(REQUEST, signal)) parts.push(part);
  return parts;
}

function resultOf(parts: readonly LlmStreamPart[]): LlmResult {
  const last = parts.at(-1);
  if (last?.type !== 'finish') throw new Error('The stream did not end with its result.');
  return last.result;
}
