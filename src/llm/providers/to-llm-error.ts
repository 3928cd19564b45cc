import { LlmError } from '../llm-error.js';

const RETRYABLE_STATUS: ReadonlySet<number> = new Set([408, 409, 425, 429]);
/** A day: anything longer is a mistake of the server's clock. */
const MAX_RETRY_AFTER_MS = 86_400_000;

/**
 * Reduces whatever a vendor's client throws to a code. Only its status, headers and class are looked at: messages
 * quote keys and prompts.
 * @param nowMs for `Retry-After` given as a date
 */
export function toLlmError(error: unknown, nowMs: number): LlmError {
  const known = findLlmError(error);
  if (known !== undefined) return known;
  const status = readStatus(error);
  if (status !== undefined) {
    const retryAfterMs = readRetryAfterMs(error, nowMs);
    const retryable = status >= 500 || RETRYABLE_STATUS.has(status);
    return new LlmError(`http_${status}`, { retryable, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) });
  }
  return new LlmError(nameFault(error), { retryable: true });
}

function nameFault(error: unknown): 'connection_failed' | 'provider_error' | 'malformed_output' {
  if (isConnectionFault(error)) return 'connection_failed';
  // The client reports `data: {"error": …}` in mid-stream as an error without a status but with that body.
  if (readField(error, 'error') !== undefined) return 'provider_error';
  // What is left are answers the client choked on: a bare TypeError or SyntaxError.
  return 'malformed_output';
}

/** Faults thrown inside our own fetch come back wrapped, up to a few causes deep. */
function findLlmError(error: unknown): LlmError | undefined {
  let current = error;
  for (let depth = 0; depth < 5 && current !== undefined; depth++) {
    if (current instanceof LlmError) return current;
    current = readField(current, 'cause');
  }
  return undefined;
}

const CONNECTION_CODE = /^(?:E[A-Z]+|UND_ERR_[A-Z_]+|CERT_[A-Z_]+|[A-Z_]*SELF_SIGNED[A-Z_]*)$/;

function isConnectionFault(error: unknown): boolean {
  let current = error;
  for (let depth = 0; depth < 5 && current !== undefined; depth++) {
    const code = readField(current, 'code');
    if (typeof code === 'string' && CONNECTION_CODE.test(code)) return true;
    const message = readField(current, 'message');
    if (message === 'terminated' || message === 'fetch failed' || message === 'Connection error.') return true;
    current = readField(current, 'cause');
  }
  return false;
}

function readStatus(error: unknown): number | undefined {
  const status = readField(error, 'status');
  return typeof status === 'number' && status >= 300 && status <= 599 ? status : undefined;
}

/** `Retry-After` is a number of seconds or an HTTP date (RFC 9110 §10.2.3). */
function readRetryAfterMs(error: unknown, nowMs: number): number | undefined {
  const headers = readField(error, 'headers');
  const value = headers instanceof Headers ? headers.get('retry-after') : null;
  if (value === null || value.trim() === '') return undefined;
  const seconds = Number(value);
  const waitMs = Number.isNaN(seconds) ? Date.parse(value) - nowMs : seconds * 1000;
  if (Number.isNaN(waitMs) || waitMs > MAX_RETRY_AFTER_MS) return undefined;
  return Math.max(0, Math.round(waitMs));
}

function readField(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null && field in value
    ? (value as Record<string, unknown>)[field]
    : undefined;
}
