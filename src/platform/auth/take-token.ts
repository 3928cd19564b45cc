const WINDOW_MS = 60_000;

/**
 * Takes one request out of an allowance of `perMinute` that refills evenly and never above a minute's worth: a burst
 * is fine, a lasting excess is not. This is the generic cell rate algorithm (ATM Forum TM 4.0), whose whole state is the
 * time at which the allowance is full again.
 * @param fullAtMs undefined for a caller not seen before; one that lies in the past may be forgotten
 * @returns the time afterwards, and the seconds to wait, 0 when the request may pass
 */
export function takeToken(
  fullAtMs: number | undefined,
  perMinute: number,
  nowMs: number,
): { fullAtMs: number; retryAfterSeconds: number } {
  const costMs = WINDOW_MS / perMinute;
  // Never further ahead than a whole window: a clock that went back must not lock anybody out.
  const from = Math.min(Math.max(fullAtMs ?? nowMs, nowMs), nowMs + WINDOW_MS);
  const waitMs = from + costMs - nowMs - WINDOW_MS;
  return waitMs <= 0
    ? { fullAtMs: from + costMs, retryAfterSeconds: 0 }
    : { fullAtMs: from, retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1000)) };
}
