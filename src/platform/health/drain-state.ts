import { setMaxListeners } from 'node:events';
import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { APP_CONFIG, type AppConfig } from '../config/app-config.js';
import { ProblemError } from '../errors/problem-error.js';

const RETRY_AFTER_SECONDS = 2;
/** What turns get to store how far they came, after they were told to end. */
const CLOSING_MS = 3_000;

/** Counts the turns in flight, refuses new ones when there are too many or the process is about to stop. */
@Injectable()
export class DrainState implements BeforeApplicationShutdown {
  private inFlightCount = 0;
  private isDraining = false;
  private readonly waiters = new Set<() => void>();
  private readonly overdue = new AbortController();

  constructor(@Inject(APP_CONFIG) private readonly config: Pick<AppConfig, 'turn' | 'shutdownTimeoutMs'>) {
    // Every turn in flight listens; Node takes more than ten listeners for a leak.
    setMaxListeners(0, this.overdue.signal);
  }

  get draining(): boolean {
    return this.isDraining;
  }

  get inFlight(): number {
    return this.inFlightCount;
  }

  /**
   * Takes a place for one turn.
   * @returns gives the place back; calling it again does nothing
   * @throws ProblemError `overloaded` (503) when the process drains or holds `turn.maxInFlight` turns
   */
  enter(): () => void {
    if (this.isDraining) throw refusal('The service is shutting down; please send the request again.');
    if (this.inFlightCount >= this.config.turn.maxInFlight) {
      throw refusal('The service has as many turns in flight as it can hold; please send the request again.');
    }
    this.inFlightCount += 1;
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      this.inFlightCount -= 1;
      if (this.inFlightCount === 0) this.wake();
    };
  }

  /** From now on `enter` refuses and `/health/ready` answers 503. */
  startDraining(): void {
    this.isDraining = true;
  }

  /** Resolves with whether every turn ended within the time. */
  async drained(timeoutMs: number): Promise<boolean> {
    if (this.inFlightCount === 0) return true;
    return new Promise((resolve) => {
      const settle = (): void => {
        clearTimeout(timer);
        this.waiters.delete(settle);
        resolve(this.inFlightCount === 0);
      };
      const timer = setTimeout(settle, timeoutMs);
      this.waiters.add(settle);
    });
  }

  /** Aborts when the time for turns in flight is over: what still runs then must end. */
  get overdueSignal(): AbortSignal {
    return this.overdue.signal;
  }

  /** Nest calls this on a signal, before the server and the database close. */
  async beforeApplicationShutdown(): Promise<void> {
    this.startDraining();
    if (await this.drained(this.config.shutdownTimeoutMs)) return;
    this.overdue.abort(refusal('The service had to stop before this turn was done; please send it again.'));
    await this.drained(CLOSING_MS);
  }

  private wake(): void {
    for (const settle of [...this.waiters]) settle();
  }
}

function refusal(detail: string): ProblemError {
  return new ProblemError('overloaded', detail, { retryAfterSeconds: RETRY_AFTER_SECONDS });
}
