import { type LlmProvider, type LlmRequest, type LlmStreamPart } from '../llm.port.js';

/**
 * Makes any backend stop at once when the signal aborts, even one that ignores it: the caller gets `signal.reason`
 * and the abandoned stream is closed behind its back. Innermost of the wrappers; those around it rely on it.
 */
export function obeySignal(provider: LlmProvider): LlmProvider {
  return {
    name: provider.name,
    model: provider.model,
    stream: (request, signal) => streamUntilAborted(provider, request, signal),
  };
}

async function* streamUntilAborted(
  provider: LlmProvider,
  request: LlmRequest,
  signal: AbortSignal,
): AsyncGenerator<LlmStreamPart> {
  signal.throwIfAborted();
  let giveUp: (reason: unknown) => void = () => undefined;
  const onAbort = (): void => {
    giveUp(signal.reason);
  };
  signal.addEventListener('abort', onAbort, { once: true });
  const iterator = provider.stream(request, signal)[Symbol.asyncIterator]();
  try {
    for (;;) {
      // An abort between two parts finds no pending promise, so it is looked for here.
      signal.throwIfAborted();
      const next = await new Promise<IteratorResult<LlmStreamPart>>((resolve, reject) => {
        giveUp = reject;
        iterator.next().then(resolve, reject);
      });
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    signal.removeEventListener('abort', onAbort);
    // Not awaited: a hanging backend would hold up the caller who just gave up on it.
    iterator.return?.().catch(() => undefined);
  }
}
