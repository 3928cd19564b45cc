/** How a kind of fault is told to the caller and to the log. */
export interface ProblemKind {
  status: number;
  title: string;
  /** `debug`: the caller's own affair; `warn`: worth a look when it repeats; `error`: ours to repair. */
  level: 'debug' | 'warn' | 'error';
}

/** The one table of faults: stable code -> HTTP status, title, log level. JSON answers and event streams share it. */
export const PROBLEMS = {
  validation_failed: { status: 400, title: 'The request is not valid', level: 'debug' },
  malformed_json: { status: 400, title: 'The body is not valid JSON', level: 'debug' },
  unknown_field: { status: 400, title: 'The request has a field this route does not know', level: 'debug' },
  unauthorized: { status: 401, title: 'A valid API key is required', level: 'warn' },
  forbidden: { status: 403, title: 'The API key does not allow this', level: 'warn' },
  not_found: { status: 404, title: 'Not found', level: 'debug' },
  conversation_not_found: { status: 404, title: 'There is no such conversation', level: 'debug' },
  customer_not_found: { status: 404, title: 'There is no such customer', level: 'debug' },
  method_not_allowed: { status: 405, title: 'The path does not answer this method', level: 'debug' },
  request_timeout: { status: 408, title: 'The request arrived too slowly', level: 'debug' },
  conversation_closed: { status: 409, title: 'The conversation is closed', level: 'debug' },
  conflict: { status: 409, title: 'The request conflicts with the present state', level: 'debug' },
  proposal_conflict: { status: 409, title: 'The record changed since the proposal was made', level: 'debug' },
  customer_opted_out: { status: 409, title: 'The customer does not want to be contacted', level: 'debug' },
  idempotency_in_progress: { status: 409, title: 'The same request is still running', level: 'debug' },
  precondition_failed: { status: 412, title: 'The record changed since it was read', level: 'debug' },
  payload_too_large: { status: 413, title: 'The body is too large', level: 'debug' },
  unsupported_media_type: { status: 415, title: 'The content type is not accepted here', level: 'debug' },
  idempotency_key_reused: { status: 422, title: 'The idempotency key belongs to another request', level: 'debug' },
  precondition_required: { status: 428, title: 'The request needs an If-Match header', level: 'debug' },
  headers_too_large: { status: 431, title: 'The address or the headers are too long', level: 'debug' },
  rate_limited: { status: 429, title: 'Too many requests', level: 'warn' },
  internal_error: { status: 500, title: 'Something went wrong on our side', level: 'error' },
  overloaded: { status: 503, title: 'The service is busy or shutting down', level: 'warn' },
  provider_unavailable: { status: 503, title: 'The language model is not available', level: 'warn' },
  deadline_exceeded: { status: 504, title: 'The request took too long', level: 'warn' },
} as const satisfies Record<string, ProblemKind>;

/** A stable code of {@link PROBLEMS}. */
export type ProblemCode = keyof typeof PROBLEMS;
