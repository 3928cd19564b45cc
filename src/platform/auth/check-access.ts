import { ProblemError } from '../errors/problem-error.js';
import { hasScope, type Caller, type Scope } from './caller.js';

/** What a route asks of its caller. */
export interface AccessRule {
  /** From `@RequireScope`. */
  scope: Scope | undefined;
  /** From `@CollectionWide`. */
  collectionWide: boolean;
  method: string;
}

/**
 * Lets the caller pass or says what is missing. Without `@RequireScope` reading methods need `read`, all others `write`.
 * @throws ProblemError `forbidden` naming the missing scope
 */
export function checkAccess(caller: Caller, rule: AccessRule): void {
  const scope = rule.scope ?? (rule.method === 'GET' || rule.method === 'HEAD' ? 'read' : 'write');
  if (!hasScope(caller, scope)) throw new ProblemError('forbidden', `This needs a key with the scope "${scope}".`);
  if (rule.collectionWide && caller.boundUserId !== null) {
    throw new ProblemError('forbidden', 'This tells about everybody; the key is bound to one user.');
  }
}
