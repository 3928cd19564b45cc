import { type AppConfig } from '../platform/index.js';
import { type LlmProvider } from './llm.port.js';
import { OfflineProvider } from './providers/offline.provider.js';
import { OpenAiProvider } from './providers/openai.provider.js';
import { obeySignal } from './resilience/obey-signal.js';
import { type AttemptListener, withAttemptRecord } from './resilience/with-attempt-record.js';
import { withCircuitBreaker } from './resilience/with-circuit-breaker.js';
import { withFallback } from './resilience/with-fallback.js';
import { withRetry } from './resilience/with-retry.js';
import { withTimeout } from './resilience/with-timeout.js';

/** Calls of any backend that one `stream` may cost, the last link's included. */
const MAX_CALLS = 4;
/** A prospect waits; a provider that wants more patience than this is answered for by the next link. */
const MAX_RETRY_WAIT_MS = 2000;
const FIRST_RETRY_DELAY_MS = 200;
const CIRCUIT = { threshold: 5, halfOpenAfterMs: 15_000 };

/** Creates the raw backends, in order of preference. `offline` closes the list, so that there is always an answer. */
export function createBackends(config: AppConfig['llm']): LlmProvider[] {
  const offline = new OfflineProvider();
  switch (config.provider) {
    case 'offline':
      return [offline];
    case 'openai':
      return [new OpenAiProvider(config), offline];
  }
}

/**
 * The one place where wrappers are put around backends. From the inside out: each backend obeys its signal, sits
 * behind a circuit breaker, has its attempts recorded and retried, all of that within the timeout; the next backend
 * is its fallback. The last has nothing behind it and is called once.
 */
export function composeProvider(
  backends: readonly LlmProvider[],
  config: Pick<AppConfig['llm'], 'timeoutMs' | 'maxRetries'>,
  onAttempt: AttemptListener,
): LlmProvider {
  const last = backends.at(-1);
  if (last === undefined) throw new Error('LLM_BACKENDS is empty: at least one backend is needed.');
  // The first few only: with more links than calls, those in the middle would never be reached within the bound.
  const preferred = backends.slice(0, -1).slice(0, MAX_CALLS - 1);
  const spareCalls = Math.floor((MAX_CALLS - 1 - preferred.length) / Math.max(1, preferred.length));
  const maxRetries = Math.min(config.maxRetries, spareCalls);
  const retry = { maxRetries, maxWaitMs: MAX_RETRY_WAIT_MS, initialDelayMs: FIRST_RETRY_DELAY_MS };
  const lastLink = withTimeout(withAttemptRecord(obeySignal(last), onAttempt), config.timeoutMs);
  return preferred.reduceRight((fallback, backend) => {
    const guarded = withAttemptRecord(withCircuitBreaker(obeySignal(backend), CIRCUIT), onAttempt);
    return withFallback(withTimeout(withRetry(guarded, retry), config.timeoutMs), fallback);
  }, lastLink);
}
