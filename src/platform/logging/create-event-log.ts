import { pino, type DestinationStream } from 'pino';
import { PinoPretty } from 'pino-pretty';
import { type AppConfig } from '../config/app-config.js';
import { EventLog } from './event-log.js';

/**
 * The process's log: JSON lines on standard output, or a readable form where that is a terminal (`auto`).
 * @param destination where to write instead, for tests
 */
export function createEventLog(config: AppConfig['logging'], destination?: DestinationStream): EventLog {
  const pretty = config.format === 'pretty' || (config.format === 'auto' && process.stdout.isTTY);
  const sink = destination ?? (pretty ? prettyStream() : pino.destination({ dest: 1, sync: true }));
  return new EventLog(
    pino(
      {
        level: config.level,
        base: null,
        timestamp: () => `,"time":"${new Date().toISOString()}"`,
        formatters: { level: (label) => ({ level: label }) },
      },
      sink,
    ),
  );
}

function prettyStream(): DestinationStream {
  return PinoPretty({
    sync: true,
    ignore: 'event,request_id',
    messageFormat: '{event}',
    singleLine: true,
    translateTime: 'SYS:HH:MM:ss',
  });
}
