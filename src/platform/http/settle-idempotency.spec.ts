import { settleIdempotency } from './settle-idempotency.js';

const now = new Date('2026-11-20T09:00:00Z');
const later = new Date('2026-11-21T09:00:00Z');
const row = (status: 'running' | 'complete', expiresAt = later) => ({ requestHash: 'a', status, expiresAt });

describe('settleIdempotency', () => {
  it('lets the first request work', () => {
    expect(settleIdempotency(undefined, 'a', now)).toBe('proceed');
  });

  it('replays a finished answer to the same request', () => {
    expect(settleIdempotency(row('complete'), 'a', now)).toBe('replay');
  });

  it('refuses the same request while it runs', () => {
    expect(settleIdempotency(row('running'), 'a', now)).toBe('conflict');
  });

  it.each(['running', 'complete'] as const)('refuses another request under a %s key', (status) => {
    expect(settleIdempotency(row(status), 'b', now)).toBe('reused');
  });

  it.each(['a', 'b'])('takes over a row at the moment it expires, for request %s', (hash) => {
    expect(settleIdempotency(row('running', now), hash, now)).toBe('proceed');
  });
});
