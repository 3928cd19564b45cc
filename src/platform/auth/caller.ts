/** What a key may do; `admin` implies the others. */
export const SCOPES = ['read', 'converse', 'write', 'admin'] as const;
export type Scope = (typeof SCOPES)[number];

/** Who is asking: decided once by the guard, handed to everything that must look only at what the caller may see. */
export interface Caller {
  /** Public id of the API key; null without authentication and for the owner of the embedded database. */
  keyId: string | null;
  scopes: readonly Scope[];
  /** The one user this key may act for; null: it acts for the user it names. */
  boundUserId: string | null;
  /** Idempotency keys of different callers never meet. */
  idempotencyScope: string;
}

/** Everybody, when authentication is off (loopback only). */
export const ANONYMOUS_CALLER: Caller = {
  keyId: null,
  scopes: SCOPES,
  boundUserId: null,
  idempotencyScope: 'anonymous',
};

/** Whoever holds the token in the embedded database's lock file: the command line of the same machine. */
export const LOCAL_OWNER: Caller = {
  keyId: null,
  scopes: ['admin'],
  boundUserId: null,
  idempotencyScope: 'local-owner',
};

/** Whether the caller holds the scope, itself or through `admin`. */
export function hasScope(caller: Caller, scope: Scope): boolean {
  return caller.scopes.includes(scope) || caller.scopes.includes('admin');
}

/**
 * Whether the caller may see what belongs to the user. Treat `false` like something that does not exist, so that
 * a bound key cannot find out who else is there.
 */
export function mayActFor(caller: Caller, userId: string | null): boolean {
  return caller.boundUserId === null || caller.boundUserId === userId;
}
