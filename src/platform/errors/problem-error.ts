import { PROBLEMS, type ProblemCode } from './problem-table.js';

/** One fault of one field. */
export interface FieldFault {
  /** Where in the body (RFC 6901); `''` is the body itself, query parameters read `?limit`. */
  pointer: string;
  code: string;
  message: string;
}

/** What a fault may carry besides its code and sentence. */
export interface ProblemExtras {
  errors?: readonly FieldFault[];
  /** Headers the answer must have, for example `Allow`. */
  headers?: Readonly<Record<string, string>>;
  /** Becomes `Retry-After`. */
  retryAfterSeconds?: number;
  /** Goes to the log, never to the caller. */
  cause?: unknown;
}

/**
 * A fault the caller is told about. Throw it anywhere: JSON routes answer it as problem+json, streams as an `error`
 * event, and the log gets it once at its level.
 * @param detail one sentence for the caller; never a query, path, key or message text
 */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly errors: readonly FieldFault[] | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    readonly code: ProblemCode,
    readonly detail: string = PROBLEMS[code].title,
    extras: ProblemExtras = {},
  ) {
    super(detail, { cause: extras.cause });
    this.errors = extras.errors;
    this.headers = {
      ...extras.headers,
      ...(extras.retryAfterSeconds === undefined ? {} : { 'Retry-After': String(extras.retryAfterSeconds) }),
    };
  }

  get status(): number {
    return PROBLEMS[this.code].status;
  }
}
