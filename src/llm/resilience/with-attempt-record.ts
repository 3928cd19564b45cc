import { performance } from 'node:perf_hooks';
import { LlmError } from '../llm-error.js';
import { type LlmAttempt, type LlmProvider, type LlmRequest, type LlmResult, type LlmStreamPart } from '../llm.port.js';

/**
 * Told of every attempt as it ends, also of those nobody waits for any more (`errorCode` is then `aborted`), and of
 * faults that are bugs rather than the model's (`unexpected_error`).
 */
export type AttemptListener = (attempt: LlmAttempt) => void;

/** Writes one attempt per call: into `result.attempts` when it went well, onto the `LlmError` when it did not. */
export function withAttemptRecord(provider: LlmProvider, onAttempt: AttemptListener): LlmProvider {
  return {
    name: provider.name,
    model: provider.model,
    stream: (request, signal) => streamRecorded(provider, onAttempt, request, signal),
  };
}

async function* streamRecorded(
  provider: LlmProvider,
  onAttempt: AttemptListener,
  request: LlmRequest,
  signal: AbortSignal,
): AsyncGenerator<LlmStreamPart> {
  const startedAt = performance.now();
  const record = (errorCode: string | null, result: LlmResult | null): LlmAttempt =>
    toAttempt(provider, errorCode, result, performance.now() - startedAt);
  let attempt: LlmAttempt | undefined;
  try {
    for await (const part of provider.stream(request, signal)) {
      if (part.type !== 'finish') {
        yield part;
        continue;
      }
      attempt = record(null, part.result);
      yield { type: 'finish', result: { ...part.result, attempts: [attempt] } };
      return;
    }
    // Every stream ends with `finish`; one that does not was cut.
    throw new LlmError('malformed_output', { retryable: true });
  } catch (error) {
    if (error instanceof LlmError) {
      attempt = record(error.code, null);
      throw error.withAttempts([...error.attempts, attempt]);
    }
    if (!signal.aborted) attempt = record('unexpected_error', null);
    throw error;
  } finally {
    // A reader who left early, or gave up, reaches only this.
    attempt ??= record('aborted', null);
    onAttempt(attempt);
    request.onAttempt?.(attempt);
  }
}

const NO_USAGE = { inputTokens: 0, outputTokens: 0, costUsd: null };

function toAttempt(
  provider: LlmProvider,
  errorCode: string | null,
  result: LlmResult | null,
  durationMs: number,
): LlmAttempt {
  const { inputTokens, outputTokens, costUsd } = result?.usage ?? NO_USAGE;
  return {
    provider: result?.provider ?? provider.name,
    model: result?.model ?? provider.model,
    status: errorCode === null ? 'ok' : 'error',
    errorCode,
    inputTokens,
    outputTokens,
    costUsd,
    durationMs: Math.round(durationMs * 100) / 100,
  };
}
