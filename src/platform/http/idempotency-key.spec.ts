import { ProblemError } from '../errors/problem-error.js';
import { readIdempotencyKey } from './idempotency-key.js';

type Request = Parameters<typeof readIdempotencyKey>[0];

const request = (key: string | undefined, url: string, body: unknown, method = 'POST') =>
  ({
    headers: key === undefined ? {} : { 'idempotency-key': key },
    method,
    url,
    query: {},
    body,
    raw: {},
  }) satisfies Request;
const hashOf = (...args: Parameters<typeof request>) => readIdempotencyKey(request(...args))?.requestHash;

describe('readIdempotencyKey', () => {
  it('is null without the header', () => {
    expect(readIdempotencyKey(request(undefined, '/api/chat', {}))).toBeNull();
  });

  it.each(['', 'with space', 'é', 'x'.repeat(256), 'a\tb'])('refuses the key %j', (key) => {
    expect(() => readIdempotencyKey(request(key, '/api/chat', {}))).toThrow(ProblemError);
  });

  it('sees the same request behind both spellings of the path and any order of fields', () => {
    expect(hashOf('k', '/api/v1/chat', { a: 1, b: { c: 2, d: 3 } })).toBe(
      hashOf('k', '/api/chat', { b: { d: 3, c: 2 }, a: 1 }),
    );
  });

  it('tells bodies, methods and targets apart', () => {
    const hashes = [
      hashOf('k', '/api/proposals/1/approve', undefined),
      hashOf('k', '/api/proposals/2/approve', undefined),
      hashOf('k', '/api/proposals/2/approve', { a: 1 }),
      hashOf('k', '/api/proposals/2/approve', { a: '1' }),
      hashOf('k', '/api/proposals/2/approve', { a: 1 }, 'PATCH'),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});
