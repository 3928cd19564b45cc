import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { canonicalJson, sha256Hex } from '../../shared/hash.js';
import { findCaller } from '../auth/require-scope.js';
import { ProblemError } from '../errors/problem-error.js';

/** A request that wants its effect once. */
export interface IdempotencyRequest {
  /** Whose key it is: keys of different callers never meet. */
  scope: string;
  key: string;
  /** SHA-256 of what was asked, to tell a repetition from another request under the same key. */
  requestHash: string;
}

type HashedRequest = Pick<FastifyRequest, 'method' | 'url' | 'query' | 'body'>;

const KEY = /^[\x21-\x7e]{1,255}$/;

/** The request's `Idempotency-Key` as an argument of a route: an {@link IdempotencyRequest}, or null without the header. */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext): IdempotencyRequest | null =>
  readIdempotencyKey(context.switchToHttp().getRequest<FastifyRequest>()),
);

/** @throws ProblemError `validation_failed` when the key is not 1 to 255 visible ASCII characters */
export function readIdempotencyKey(
  request: HashedRequest & Pick<FastifyRequest, 'headers'> & { raw: object },
): IdempotencyRequest | null {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key !== 'string' || !KEY.test(key)) {
    throw new ProblemError('validation_failed', 'Idempotency-Key must be 1 to 255 visible ASCII characters.', {
      errors: [
        { pointer: 'header:Idempotency-Key', code: 'bad_key', message: 'must be 1 to 255 visible ASCII characters' },
      ],
    });
  }
  return { scope: findCaller(request)?.idempotencyScope ?? 'nobody', key, requestHash: hashRequest(request) };
}

/** Both spellings of a path, with the version and without, are the same request. */
function hashRequest({ method, url, query, body }: HashedRequest): string {
  const path = (url.split('?', 1)[0] ?? '').replace(/^\/api\/v1\//, '/api/');
  return sha256Hex(canonicalJson([method, path, query ?? {}, body ?? null]));
}
