import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { ANONYMOUS_CALLER, type Caller, type Scope } from './caller.js';

export const SCOPE_METADATA = 'rapport:scope';
export const PUBLIC_METADATA = 'rapport:public';
export const COLLECTION_WIDE_METADATA = 'rapport:collection-wide';

/** The route needs this scope; without the decorator GET and HEAD need `read`, everything else `write`. */
export const RequireScope = (scope: Scope) => SetMetadata(SCOPE_METADATA, scope);

/** The route needs no key: health, metrics, documentation. */
export const Public = () => SetMetadata(PUBLIC_METADATA, true);

/** The route tells about everybody: a key bound to one user gets 403. */
export const CollectionWide = () => SetMetadata(COLLECTION_WIDE_METADATA, true);

const callers = new WeakMap<object, Caller>();

/** Remembers who sent the request; only the guard calls this. */
export function rememberCaller(request: FastifyRequest, caller: Caller): void {
  callers.set(request.raw, caller);
}

/** Who sent the request, or undefined while the guard has not decided. */
export function findCaller(request: { raw: object }): Caller | undefined {
  return callers.get(request.raw);
}

/** The {@link Caller} as an argument of a route. */
export const CurrentCaller = createParamDecorator(
  (_: unknown, context: ExecutionContext): Caller =>
    findCaller(context.switchToHttp().getRequest<FastifyRequest>()) ?? NOBODY,
);

/** On public routes: nobody in particular, allowed nothing. */
const NOBODY: Caller = { ...ANONYMOUS_CALLER, scopes: [], idempotencyScope: 'nobody' };
