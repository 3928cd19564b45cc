import { type LoggerService } from '@nestjs/common';
import { type EventLog } from './event-log.js';

const STARTUP_CONTEXTS: ReadonlySet<string> = new Set(['TypeOrmModule', 'ExceptionHandler']);

/** Lets Nest's own messages leave as events; its chatter about routes and modules only at `debug`. */
export class NestLogAdapter implements LoggerService {
  constructor(private readonly events: EventLog) {}

  log(message: unknown, context?: string): void {
    this.events.debug('nest.message', { message: asText(message), context });
  }

  debug(message: unknown, context?: string): void {
    this.log(message, context);
  }

  verbose(message: unknown, context?: string): void {
    this.log(message, context);
  }

  warn(message: unknown, context?: string): void {
    this.events.warn('nest.message', { message: asText(message), context });
  }

  /** What keeps the process from starting is told once, in a sentence, by whoever started it. */
  error(message: unknown, _stack?: string, context?: string): void {
    if (context !== undefined && STARTUP_CONTEXTS.has(context)) {
      this.log(message, context);
      return;
    }
    this.events.error(
      'nest.message',
      { message: asText(message), context },
      message instanceof Error ? message : undefined,
    );
  }

  fatal(message: unknown, stack?: string, context?: string): void {
    this.error(message, stack, context);
  }
}

function asText(message: unknown): string {
  if (message instanceof Error) return message.message;
  return typeof message === 'string' ? message : 'structured message';
}
