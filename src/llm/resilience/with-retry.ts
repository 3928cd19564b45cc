import { setTimeout as pauseFor } from 'node:timers/promises';
import { ExponentialBackoff } from 'cockatiel';
import { LlmError } from '../llm-error.js';
import { type LlmAttempt, type LlmProvider, type LlmRequest, type LlmStreamPart } from '../llm.port.js';

export interface RetryOptions {
  /** Calls after the first one. */
  maxRetries: number;
  /** Longest sum of all waits of one call; a provider that asks for more is given up at once. */
  maxWaitMs: number;
  /** First wait of the jittered exponential backoff, where the provider did not name one. */
  initialDelayMs: number;
}

/**
 * Calls again after a retryable fault, but only while nothing was handed on: a text that was begun is never begun
 * twice. Waits as long as the provider's `Retry-After` says, else with decorrelated jitter.
 */
export function withRetry(provider: LlmProvider, options: RetryOptions): LlmProvider {
  if (options.maxRetries === 0) return provider;
  return {
    name: provider.name,
    model: provider.model,
    stream: (request, signal) => streamWithRetry(provider, options, request, signal),
  };
}

async function* streamWithRetry(
  provider: LlmProvider,
  options: RetryOptions,
  request: LlmRequest,
  signal: AbortSignal,
): AsyncGenerator<LlmStreamPart> {
  const failed: LlmAttempt[] = [];
  const waits = newWaits(options);
  for (let retriesLeft = options.maxRetries; ; retriesLeft--) {
    let emitted = false;
    try {
      for await (const part of provider.stream(request, signal)) {
        emitted = true;
        yield part.type === 'finish'
          ? { type: 'finish', result: { ...part.result, attempts: [...failed, ...part.result.attempts] } }
          : part;
      }
      return;
    } catch (error) {
      if (!(error instanceof LlmError)) throw error;
      failed.push(...error.attempts);
      const waitMs = emitted || signal.aborted || retriesLeft === 0 ? undefined : waits.next(error);
      if (waitMs === undefined) throw error.withAttempts(failed);
      await pause(waitMs, signal, failed);
    }
  }
}

/** Hands out the wait before the next attempt, or undefined when there shall be none. */
function newWaits(options: RetryOptions): { next: (error: LlmError) => number | undefined } {
  let leftMs = options.maxWaitMs;
  let backoff = new ExponentialBackoff({ initialDelay: options.initialDelayMs, maxDelay: options.maxWaitMs }).next();
  return {
    next: (error) => {
      if (!error.retryable) return undefined;
      const waitMs = error.retryAfterMs ?? Math.min(backoff.duration, leftMs);
      backoff = backoff.next(undefined);
      if (waitMs > leftMs) return undefined;
      leftMs -= waitMs;
      return waitMs;
    },
  };
}

/** Waits; an abort ends it at once with the signal's reason, which a timeout of ours gets its attempts attached to. */
async function pause(waitMs: number, signal: AbortSignal, failed: readonly LlmAttempt[]): Promise<void> {
  try {
    await pauseFor(waitMs, undefined, { signal });
  } catch {
    const reason: unknown = signal.reason;
    throw reason instanceof LlmError ? reason.withAttempts(failed) : reason;
  }
}
