import { type LlmAttempt } from './llm.port.js';

/** What can go wrong with a model, as stable codes: they are stored, counted and shown, so they carry no text of a provider. */
export type LlmErrorCode =
  | `http_${number}`
  | 'timeout'
  | 'connection_failed'
  | 'malformed_output'
  | 'empty_output'
  | 'output_too_large'
  | 'content_filtered'
  | 'provider_error'
  | 'circuit_open'
  /** The turn has no calls or no time left for the preferred backend. */
  | 'budget_spent';

export interface LlmErrorDetails {
  /** Whether the same call may succeed a moment later. */
  retryable: boolean;
  /** What the provider asked for in `Retry-After`. */
  retryAfterMs?: number;
  /** The attempts made before this error, oldest first. */
  attempts?: readonly LlmAttempt[];
}

/**
 * The one error of the model port. It never wraps the vendor's error: those quote keys, addresses and prompts.
 */
export class LlmError extends Error {
  override readonly name = 'LlmError';
  readonly retryable: boolean;
  readonly retryAfterMs: number | undefined;
  readonly attempts: readonly LlmAttempt[];

  constructor(
    readonly code: LlmErrorCode,
    details: LlmErrorDetails,
  ) {
    super(`The model call failed: ${code}`);
    this.retryable = details.retryable;
    this.retryAfterMs = details.retryAfterMs;
    this.attempts = details.attempts ?? [];
  }

  /** The same fault with the attempts that led to it. */
  withAttempts(attempts: readonly LlmAttempt[]): LlmError {
    const wait = this.retryAfterMs === undefined ? {} : { retryAfterMs: this.retryAfterMs };
    return new LlmError(this.code, { retryable: this.retryable, ...wait, attempts });
  }
}
