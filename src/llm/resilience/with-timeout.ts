import { LlmError } from '../llm-error.js';
import { type LlmProvider, type LlmRequest, type LlmStreamPart } from '../llm.port.js';

/**
 * Bounds everything beneath it, retries and stalled streams included: after `timeoutMs` the inner signal aborts with
 * `LlmError('timeout')`. What is beneath must obey its signal (`obeySignal`), so that its attempts are still recorded.
 */
export function withTimeout(provider: LlmProvider, timeoutMs: number): LlmProvider {
  return {
    name: provider.name,
    model: provider.model,
    stream: (request, signal) => streamWithin(provider, timeoutMs, request, signal),
  };
}

async function* streamWithin(
  provider: LlmProvider,
  timeoutMs: number,
  request: LlmRequest,
  signal: AbortSignal,
): AsyncGenerator<LlmStreamPart> {
  signal.throwIfAborted();
  // Own controller and timer: AbortSignal.any over AbortSignal.timeout can lose its timer to the garbage collector.
  const controller = new AbortController();
  const onAbort = (): void => {
    controller.abort(signal.reason);
  };
  signal.addEventListener('abort', onAbort, { once: true });
  const timer = setTimeout(() => {
    controller.abort(new LlmError('timeout', { retryable: true }));
  }, timeoutMs);
  try {
    yield* provider.stream(request, controller.signal);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  }
}
