import { type EventLog, type EventFields, type EventName } from '../../src/platform/index.js';
import { silentLog } from './test-database.js';

/** A silent log that tells when something was logged, so that a test can wait for it instead of for time. */
export class WatchedLog {
  private readonly seen: { event: EventName; fields: EventFields }[] = [];
  private readonly watchers = new Set<() => void>();

  readonly log: EventLog = new Proxy(silentLog, {
    get: (target, name) => {
      if (name !== 'info' && name !== 'debug' && name !== 'warn') return Reflect.get(target, name) as unknown;
      return (event: EventName, fields: EventFields = {}): void => {
        this.seen.push({ event, fields });
        for (const watch of [...this.watchers]) watch();
      };
    },
  });

  /** How often the event was logged with these fields. */
  count(event: EventName, fields: EventFields = {}): number {
    return this.seen.filter((one) => one.event === event && matches(one.fields, fields)).length;
  }

  /** Resolves when the event was logged with these fields, now or before, so many times. */
  until(event: EventName, fields: EventFields = {}, times = 1): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (this.count(event, fields) < times) return;
        this.watchers.delete(look);
        resolve();
      };
      this.watchers.add(look);
      look();
    });
  }
}

function matches(fields: EventFields, wanted: EventFields): boolean {
  return Object.entries(wanted).every(([name, value]) => fields[name] === value);
}
