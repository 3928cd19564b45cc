import { LlmError } from '../llm-error.js';
import { type LlmAttempt, type LlmProvider, type LlmRequest, type LlmStreamPart } from '../llm.port.js';

/**
 * Lets `last` answer when `primary` cannot. Text that was begun is declared void with `reset`; the result is then
 * `degraded`, with the primary's error code as the reason. A caller who gave up gets no second answer.
 */
export function withFallback(primary: LlmProvider, last: LlmProvider): LlmProvider {
  return {
    name: primary.name,
    model: primary.model,
    async *stream(request: LlmRequest, signal: AbortSignal): AsyncGenerator<LlmStreamPart> {
      if (request.lastResort === true) {
        yield* streamDegraded(last, new LlmError('budget_spent', { retryable: false }), request, signal);
        return;
      }
      let emitted = false;
      try {
        for await (const part of primary.stream(request, signal)) {
          emitted = true;
          yield part;
        }
      } catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof LlmError)) throw error;
        if (emitted) yield { type: 'reset' };
        yield* streamDegraded(last, error, request, signal);
      }
    },
  };
}

async function* streamDegraded(
  last: LlmProvider,
  fault: LlmError,
  request: LlmRequest,
  signal: AbortSignal,
): AsyncGenerator<LlmStreamPart> {
  const before: readonly LlmAttempt[] = fault.attempts;
  try {
    for await (const part of last.stream(request, signal)) {
      if (part.type !== 'finish') {
        yield part;
        continue;
      }
      const attempts = [...before, ...part.result.attempts];
      yield { type: 'finish', result: { ...part.result, degraded: true, degradedReason: fault.code, attempts } };
    }
  } catch (error) {
    throw error instanceof LlmError ? error.withAttempts([...before, ...error.attempts]) : error;
  }
}
