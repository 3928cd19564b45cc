import { type Logger as PinoLogger } from 'pino';
import { redact } from './redact.js';
import { currentRequestId } from './request-context.js';

/** Event names are `area.verb`, e.g. `turn.completed`. */
export type EventName = `${string}.${string}`;

/** Ids, counts, codes and durations. Message texts, addresses and keys have no place here. */
export type EventFields = Record<string, string | number | boolean | null | undefined | readonly (string | number)[]>;

/** One line per event; a thin face of pino that adds the request id and redacts whatever slipped in. */
export class EventLog {
  constructor(private readonly sink: PinoLogger) {}

  debug(event: EventName, fields?: EventFields): void {
    this.write('debug', event, fields);
  }

  info(event: EventName, fields?: EventFields): void {
    this.write('info', event, fields);
  }

  warn(event: EventName, fields?: EventFields, error?: unknown): void {
    this.write('warn', event, fields, error);
  }

  error(event: EventName, fields?: EventFields, error?: unknown): void {
    this.write('error', event, fields, error);
  }

  private write(
    level: 'debug' | 'info' | 'warn' | 'error',
    event: EventName,
    fields?: EventFields,
    error?: unknown,
  ): void {
    if (!this.sink.isLevelEnabled(level)) return;
    const line: Record<string, unknown> = { event };
    const requestId = currentRequestId();
    if (requestId !== undefined) line['request_id'] = requestId;
    for (const name in fields) line[name] = redactField(fields[name]);
    if (error !== undefined) line['error'] = describeError(error);
    this.sink[level](line);
  }
}

function redactField(value: EventFields[string]): EventFields[string] {
  if (typeof value === 'string') return redact(value);
  if (!Array.isArray(value)) return value;
  return value.map((part: string | number) => (typeof part === 'string' ? redact(part) : part));
}

/**
 * What may be said of an error in a log: its class, code, redacted message and where it was thrown. Driver errors carry
 * the statement's parameters (which hold message texts) in further properties and in the first lines of the stack; those stay out.
 */
function describeError(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an Error object' };
  const code = (error as { code?: unknown }).code;
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return {
    type: error.name,
    message: redact(error.message.split('\n')[0] ?? '').slice(0, 500),
    ...(typeof code === 'string' ? { code } : {}),
    stack: frames.slice(0, 8).join('\n'),
  };
}
