import { createEventLog } from '../logging/create-event-log.js';
import { ProblemError } from '../errors/problem-error.js';
import { DrainState } from './drain-state.js';
import { HealthRegistry } from './health-registry.js';

const state = (maxInFlight: number) =>
  new DrainState({ turn: { deadlineMs: 1000, maxInFlight }, shutdownTimeoutMs: 1000 });

describe('DrainState', () => {
  it('refuses the turn above the limit with Retry-After and takes the next when a place is free', () => {
    const drain = state(2);
    const leave = drain.enter();
    drain.enter();
    const refused = caught(() => drain.enter());
    expect([refused.code, refused.headers['Retry-After']]).toEqual(['overloaded', '2']);
    leave();
    leave();
    drain.enter();
    expect(drain.inFlight).toBe(2);
  });

  it('refuses every new turn while draining and says when the last one ended', async () => {
    const drain = state(2);
    const leave = drain.enter();
    drain.startDraining();
    expect(caught(() => drain.enter()).status).toBe(503);
    const drained = drain.drained(10_000);
    leave();
    await expect(drained).resolves.toBe(true);
  });

  it('does not wait longer than it was told to', async () => {
    const drain = state(1);
    drain.enter();
    await expect(drain.drained(1)).resolves.toBe(false);
  });
});

describe('HealthRegistry', () => {
  const registry = () => new HealthRegistry(createEventLog({ level: 'silent', format: 'json' }));

  it('says which check failed and not why', async () => {
    const health = registry();
    health.register('database', () => Promise.reject(new Error('connect ECONNREFUSED 10.0.0.7')));
    health.register('jobs', () => Promise.resolve());
    expect(await health.runAll()).toEqual({ database: 'failed', jobs: 'ok' });
  });

  it('does not wait for a check that hangs, and does not start it again', async () => {
    const health = registry();
    let started = 0;
    health.register('database', () => {
      started += 1;
      return new Promise(() => undefined);
    });
    expect(await health.runAll(1)).toEqual({ database: 'timeout' });
    expect(await health.runAll(1)).toEqual({ database: 'timeout' });
    expect(started).toBe(1);
  });
});

function caught(work: () => unknown): ProblemError {
  try {
    work();
  } catch (thrown) {
    if (thrown instanceof ProblemError) return thrown;
  }
  throw new Error('nothing was refused');
}
