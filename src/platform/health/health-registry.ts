import { Inject, Injectable } from '@nestjs/common';
import { EventLog } from '../logging/event-log.js';

/** Resolves when the thing works; rejects, or takes too long, when it does not. */
export type HealthCheck = () => Promise<unknown>;
export type CheckResult = 'ok' | 'failed' | 'timeout';

/** Longest a caller of `/health/ready` waits. */
const CHECK_TIMEOUT_MS = 2_000;

/** The checks behind `/health/ready`; every module registers its own. */
@Injectable()
export class HealthRegistry {
  private readonly checks = new Map<string, HealthCheck>();
  /** A check that hangs is joined, not started again: probes must not pile up on a sick database. */
  private readonly running = new Map<string, Promise<CheckResult>>();

  constructor(@Inject(EventLog) private readonly log: EventLog) {}

  register(name: string, check: HealthCheck): void {
    this.checks.set(name, check);
  }

  /** Runs all checks side by side; says nothing but which one failed, the reason goes to the log. */
  async runAll(timeoutMs = CHECK_TIMEOUT_MS): Promise<Record<string, CheckResult>> {
    const names = [...this.checks.keys()].sort();
    const results = await Promise.all(names.map((name) => within(timeoutMs, this.join(name))));
    return Object.fromEntries(names.map((name, index) => [name, results[index] ?? 'failed']));
  }

  private join(name: string): Promise<CheckResult> {
    const joined = this.running.get(name) ?? this.start(name).finally(() => this.running.delete(name));
    this.running.set(name, joined);
    return joined;
  }

  private async start(name: string): Promise<CheckResult> {
    try {
      await this.checks.get(name)?.();
      return 'ok';
    } catch (error) {
      this.log.warn('health.check_failed', { check: name }, error);
      return 'failed';
    }
  }
}

async function within(timeoutMs: number, check: Promise<CheckResult>): Promise<CheckResult> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<CheckResult>((resolve) => {
    timer = setTimeout(() => {
      resolve('timeout');
    }, timeoutMs);
  });
  try {
    return await Promise.race([check, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
