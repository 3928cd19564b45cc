import { HttpException } from '@nestjs/common';
import { ProblemError, type FieldFault, type ProblemExtras } from './problem-error.js';
import { PROBLEMS, type ProblemCode } from './problem-table.js';

/** A fault as the caller reads it (RFC 9457). */
export interface ProblemDocument {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  code: ProblemCode;
  request_id: string;
  errors?: readonly FieldFault[];
}

const CODE_OF_STATUS: Readonly<Record<number, ProblemCode>> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  408: 'request_timeout',
  409: 'conflict',
  412: 'precondition_failed',
  413: 'payload_too_large',
  414: 'headers_too_large',
  415: 'unsupported_media_type',
  428: 'precondition_required',
  429: 'rate_limited',
  431: 'headers_too_large',
  503: 'overloaded',
  504: 'deadline_exceeded',
};

const FASTIFY_FAULTS: Readonly<Record<string, readonly [ProblemCode, string]>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: ['payload_too_large', 'The body is larger than 1 MiB.'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['unsupported_media_type', 'Send the body with Content-Type: application/json.'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ['validation_failed', 'The body is not as long as Content-Length says.'],
  FST_ERR_BAD_URL: ['validation_failed', 'The path holds a percent sign that starts no valid UTF-8 character.'],
  FST_ERR_MAX_PARAM_LENGTH: ['not_found', PROBLEMS.not_found.title],
  FST_ERR_HANDLER_TIMEOUT: ['deadline_exceeded', 'The answer was not ready in time.'],
};

/** SQLSTATE (or its class) and socket codes that mean: the database cannot serve this now, later it may. */
const DATABASE_BUSY =
  /^(?:08...|53...|57P0.|57014|55P03|40001|40P01|ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EPIPE)$/;
/** `pg` has no codes for its own faults: pool timeout, query timeout, a connection cut under the query. */
const POOL_FAULT =
  /^(?:timeout exceeded when trying to connect|Query read timeout|Connection terminated|Client has encountered a connection error|Cannot use a pool after calling end|Driver not Connected)/;
/** SQLSTATEs of values no column can hold or be compared with; validation should have refused them, but they are the caller's. */
const UNSTORABLE = /^(?:22021|22P05|22003|22007|22008|22P02)$/;

const RETRY_AFTER_SECONDS = 1;

/**
 * Names any thrown thing by the problem table. What is not known becomes `internal_error`; its text stays in `cause`,
 * for the log alone.
 */
export function toProblemError(thrown: unknown): ProblemError {
  if (thrown instanceof ProblemError) return thrown;
  return (
    fromFastify(thrown) ??
    fromHttpException(thrown) ??
    fromDatabase(thrown) ??
    fromAbort(thrown) ??
    unknownFault(thrown)
  );
}

/** The document of a fault; JSON answers and the `error` event of a stream are this same object. */
export function renderProblem(problem: ProblemError, instance: string, requestId: string): ProblemDocument {
  return {
    type: `urn:rapport:problem:${problem.code}`,
    title: PROBLEMS[problem.code].title,
    status: problem.status,
    detail: problem.detail,
    instance,
    code: problem.code,
    request_id: requestId,
    ...(problem.errors === undefined ? {} : { errors: problem.errors }),
  };
}

function fromFastify(thrown: unknown): ProblemError | undefined {
  // Nest hands on Fastify's own faults as an HttpException with the original as its cause.
  const original = thrown instanceof HttpException ? thrown.cause : thrown;
  const code = textOf(original, 'code');
  const known = code === undefined ? undefined : FASTIFY_FAULTS[code];
  if (known !== undefined) return new ProblemError(known[0], known[1]);
  return code?.startsWith('FST_') === true ? fromStatus(numberOf(original, 'statusCode') ?? 500, thrown) : undefined;
}

function fromHttpException(thrown: unknown): ProblemError | undefined {
  if (!(thrown instanceof HttpException)) return undefined;
  if (thrown.cause instanceof ProblemError) return thrown.cause;
  const status = thrown.getStatus();
  return status === 400 ? new ProblemError('validation_failed', thrown.message) : fromStatus(status, thrown);
}

function fromStatus(status: number, cause: unknown): ProblemError {
  const code = CODE_OF_STATUS[status] ?? (status < 500 ? 'validation_failed' : 'internal_error');
  const extras: ProblemExtras = status < 500 ? {} : { cause };
  return new ProblemError(
    code,
    undefined,
    status === 429 || status === 503 ? { ...extras, retryAfterSeconds: RETRY_AFTER_SECONDS } : extras,
  );
}

function fromDatabase(thrown: unknown): ProblemError | undefined {
  if (!(thrown instanceof Error)) return undefined;
  const code = textOf(thrown, 'code') ?? textOf((thrown as { driverError?: unknown }).driverError, 'code') ?? '';
  if (DATABASE_BUSY.test(code) || POOL_FAULT.test(thrown.message)) {
    return new ProblemError('overloaded', 'The database does not answer just now; please send the request again.', {
      retryAfterSeconds: RETRY_AFTER_SECONDS,
      cause: thrown,
    });
  }
  return UNSTORABLE.test(code)
    ? new ProblemError('validation_failed', 'A value in the request cannot be stored.', { cause: thrown })
    : undefined;
}

function fromAbort(thrown: unknown): ProblemError | undefined {
  const name = textOf(thrown, 'name');
  return name === 'TimeoutError' || name === 'AbortError'
    ? new ProblemError('deadline_exceeded', 'The answer was not ready in time.', { cause: thrown })
    : undefined;
}

function unknownFault(cause: unknown): ProblemError {
  return new ProblemError(
    'internal_error',
    'The request could not be completed; the log holds the reason under this request id.',
    {
      cause,
    },
  );
}

function textOf(thing: unknown, property: string): string | undefined {
  const value = propertyOf(thing, property);
  return typeof value === 'string' ? value : undefined;
}

function numberOf(thing: unknown, property: string): number | undefined {
  const value = propertyOf(thing, property);
  return typeof value === 'number' ? value : undefined;
}

function propertyOf(thing: unknown, property: string): unknown {
  return typeof thing === 'object' && thing !== null ? (thing as Record<string, unknown>)[property] : undefined;
}
