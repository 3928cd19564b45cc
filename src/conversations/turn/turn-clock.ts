import { ProblemError } from '../../platform/index.js';

/**
 * The time a turn has, and every reason it may be given up: the deadline, or the client leaving. The timer is held here,
 * because a timer nobody holds may be collected before it fires (Node 20, AbortSignal.timeout inside AbortSignal.any).
 */
export class TurnClock {
  private readonly controller = new AbortController();
  private readonly timer: NodeJS.Timeout;
  private readonly startedAt = performance.now();
  readonly deadlineAt: Date;

  /** @param overdue aborts when the process has to stop */
  constructor(
    deadlineMs: number,
    private readonly overdue: AbortSignal,
  ) {
    this.deadlineAt = new Date(Date.now() + deadlineMs);
    this.timer = setTimeout(() => {
      this.controller.abort(
        new ProblemError('deadline_exceeded', `The turn took longer than ${deadlineMs} ms and was given up.`),
      );
    }, deadlineMs);
    overdue.addEventListener('abort', this.onOverdue, { once: true });
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  get elapsedMs(): number {
    return performance.now() - this.startedAt;
  }

  private readonly onOverdue = (): void => {
    this.controller.abort(this.overdue.reason);
  };

  /** The client has left. */
  abandon(): void {
    this.controller.abort(new TurnAbandoned());
  }

  stop(): void {
    clearTimeout(this.timer);
    this.overdue.removeEventListener('abort', this.onOverdue);
  }
}

/** Why a turn ended early when nobody is there to be told. */
export class TurnAbandoned extends Error {
  override readonly name = 'TurnAbandoned';
}
