import { ANONYMOUS_CALLER, LOCAL_OWNER, mayActFor, type Caller, type Scope } from './caller.js';
import { checkAccess } from './check-access.js';
import { equalsInConstantTime, formatKey, makeKeyParts, parseKey } from './key-text.js';
import { readPresentedKey } from './read-presented-key.js';

const caller = (scopes: Scope[], boundUserId: string | null = null): Caller => ({
  keyId: 'k',
  scopes,
  boundUserId,
  idempotencyScope: 'key:k',
});
const rule = (method: string, scope?: Scope, collectionWide = false) => ({ method, scope, collectionWide });

describe('checkAccess', () => {
  it.each(['GET', 'HEAD'])('needs "read" for %s', (method) => {
    expect(() => {
      checkAccess(caller(['read']), rule(method));
    }).not.toThrow();
    expect(() => {
      checkAccess(caller(['write', 'converse']), rule(method));
    }).toThrow(/"read"/);
  });

  it.each(['POST', 'PATCH', 'DELETE', 'PUT'])('needs "write" for %s', (method) => {
    expect(() => {
      checkAccess(caller(['write']), rule(method));
    }).not.toThrow();
    expect(() => {
      checkAccess(caller(['read', 'converse']), rule(method));
    }).toThrow(/"write"/);
  });

  it('needs the scope the route names instead', () => {
    expect(() => {
      checkAccess(caller(['converse']), rule('POST', 'converse'));
    }).not.toThrow();
    expect(() => {
      checkAccess(caller(['write']), rule('POST', 'converse'));
    }).toThrow(/"converse"/);
  });

  it('lets admin do everything', () => {
    for (const scope of ['read', 'converse', 'write', 'admin'] as const)
      checkAccess(LOCAL_OWNER, rule('POST', scope, true));
  });

  it('keeps bound keys from what tells about everybody', () => {
    expect(() => {
      checkAccess(caller(['read'], '39'), rule('GET', undefined, true));
    }).toThrow(/bound/);
    expect(() => {
      checkAccess(caller(['read'], '39'), rule('GET'));
    }).not.toThrow();
  });
});

describe('mayActFor', () => {
  it('lets a bound key act for its user only, not for nobody', () => {
    expect([
      mayActFor(caller([], '39'), '39'),
      mayActFor(caller([], '39'), '40'),
      mayActFor(caller([], '39'), null),
    ]).toEqual([true, false, false]);
    expect(mayActFor(ANONYMOUS_CALLER, '40')).toBe(true);
  });
});

describe('the text of a key', () => {
  it('reads back as the parts it was made of', () => {
    for (let i = 0; i < 50; i += 1) {
      const parts = makeKeyParts();
      expect(parseKey(formatKey(parts))).toEqual(parts);
    }
  });

  it.each(['', 'rap_', 'rap_short_secret', 'sk-123', `rap_${'a'.repeat(12)}_${'b'.repeat(42)}`])(
    'is none of ours: %j',
    (text) => {
      expect(parseKey(text)).toBeUndefined();
    },
  );

  it('compares texts of any length', () => {
    expect(equalsInConstantTime('a', 'a')).toBe(true);
    expect(equalsInConstantTime('a', 'a much longer one')).toBe(false);
  });
});

describe('readPresentedKey', () => {
  it('takes either header and prefers Authorization', () => {
    expect(readPresentedKey({ authorization: 'Bearer one', 'x-api-key': 'two' })).toBe('one');
    expect(readPresentedKey({ authorization: 'bearer one' })).toBe('one');
    expect(readPresentedKey({ authorization: 'Basic eDp5', 'x-api-key': 'two' })).toBe('two');
    expect(readPresentedKey({ authorization: 'Bearer' })).toBeUndefined();
  });
});
