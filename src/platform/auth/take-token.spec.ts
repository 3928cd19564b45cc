import { takeToken } from './take-token.js';

/** The seconds each request has to wait; 0 passes. */
function spend(times: number[], perMinute: number): number[] {
  let fullAtMs: number | undefined;
  return times.map((nowMs) => {
    const taken = takeToken(fullAtMs, perMinute, nowMs);
    fullAtMs = taken.fullAtMs;
    return taken.retryAfterSeconds;
  });
}

describe('takeToken', () => {
  it('lets a minute’s worth pass at once, then says when to come back', () => {
    expect(spend([0, 0, 0, 0], 3)).toEqual([0, 0, 0, 20]);
  });

  it('lets one more pass when its share of the minute is over', () => {
    expect(spend([0, 0, 0, 19_000, 20_000, 20_000], 3)).toEqual([0, 0, 0, 1, 0, 20]);
  });

  it('never saves up more than a minute’s worth', () => {
    expect(spend([0, 3_600_000, 3_600_000, 3_600_000], 2)).toEqual([0, 0, 0, 30]);
  });

  it('locks nobody out for longer than a share when the clock goes back', () => {
    expect(spend([3_600_000, 0, 30_000], 2)).toEqual([0, 30, 0]);
  });
});
