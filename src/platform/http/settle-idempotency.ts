/** What is stored under an idempotency key. */
export interface IdempotencyRecord {
  requestHash: string;
  status: 'running' | 'complete';
  expiresAt: Date;
}

/**
 * What a request with this key may do. `proceed`: work and take the row (it is absent or expired); `replay`: give the
 * stored answer; `conflict`: the same request still runs; `reused`: the key belongs to another request.
 */
export type IdempotencyVerdict = 'proceed' | 'replay' | 'conflict' | 'reused';

/** Decides between a stored row and a request; an expired row is as good as none. */
export function settleIdempotency(
  stored: IdempotencyRecord | undefined,
  requestHash: string,
  now: Date,
): IdempotencyVerdict {
  if (stored === undefined || stored.expiresAt <= now) return 'proceed';
  if (stored.requestHash !== requestHash) return 'reused';
  return stored.status === 'complete' ? 'replay' : 'conflict';
}
