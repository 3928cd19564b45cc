import { CircuitState, ConsecutiveBreaker, circuitBreaker, handleWhen, isBrokenCircuitError } from 'cockatiel';
import { LlmError } from '../llm-error.js';
import { type LlmProvider, type LlmRequest, type LlmStreamPart } from '../llm.port.js';

export interface CircuitBreakerOptions {
  /** Faults in a row that open the circuit. */
  threshold: number;
  /** How long an open circuit answers `circuit_open` before one call may probe the backend again. */
  halfOpenAfterMs: number;
}

/** Faults of one request say nothing about the backend's health. */
const REQUEST_FAULTS: ReadonlySet<string> = new Set([
  'http_400',
  'http_413',
  'http_422',
  'output_too_large',
  'content_filtered',
]);

/** Spares a backend that keeps failing, and its callers the wait: while open, calls fail at once with `circuit_open`. */
export function withCircuitBreaker(provider: LlmProvider, options: CircuitBreakerOptions): LlmProvider {
  const breaker = circuitBreaker(
    handleWhen((error) => error instanceof LlmError && !REQUEST_FAULTS.has(error.code)),
    { halfOpenAfter: options.halfOpenAfterMs, breaker: new ConsecutiveBreaker(options.threshold) },
  );
  return {
    name: provider.name,
    model: provider.model,
    async *stream(request: LlmRequest, signal: AbortSignal): AsyncGenerator<LlmStreamPart> {
      // cockatiel queues callers behind a running probe; a reader of a stream must not wait for somebody else's.
      if (breaker.state === CircuitState.HalfOpen) throw circuitOpen();
      const settle = await admit((call) => breaker.execute(call));
      let fault: Error | null = null;
      try {
        yield* provider.stream(request, signal);
      } catch (error) {
        // Whoever gave up may have given any reason; only an LlmError says something about the backend.
        fault = error instanceof Error ? error : new Error('The caller gave up.');
        throw error;
      } finally {
        // Also reached when the consumer leaves early, which counts as a success: the backend did answer.
        settle(fault);
      }
    },
  };
}

/** Resolves once the breaker lets the call begin, with the function that tells the breaker how it ended (null: well). */
function admit(execute: (call: () => Promise<void>) => Promise<void>): Promise<(fault: Error | null) => void> {
  return new Promise((begin, refuse) => {
    const call = (): Promise<void> =>
      new Promise((resolve, reject) => {
        begin((fault) => {
          if (fault === null) resolve();
          else reject(fault);
        });
      });
    execute(call).catch((error: unknown) => {
      // Faults of the call itself reach the consumer through the stream; here only a refusal matters.
      if (isBrokenCircuitError(error)) refuse(circuitOpen());
    });
  });
}

function circuitOpen(): LlmError {
  return new LlmError('circuit_open', { retryable: false });
}
