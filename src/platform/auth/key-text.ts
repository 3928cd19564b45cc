import { randomBytes, timingSafeEqual } from 'node:crypto';
import { sha256Hex } from '../../shared/hash.js';

const KEY_TEXT = /^rap_([0-9a-f]{12})_([\w-]{43})$/;

/** The two halves of a key `rap_<key id>_<secret>`. */
export interface KeyParts {
  keyId: string;
  secret: string;
}

/** A new key: 48 bits of public id, 256 bits of secret. */
export function makeKeyParts(): KeyParts {
  return { keyId: randomBytes(6).toString('hex'), secret: randomBytes(32).toString('base64url') };
}

export function formatKey({ keyId, secret }: KeyParts): string {
  return `rap_${keyId}_${secret}`;
}

/** The halves of a presented key, or undefined when it cannot be one of ours. */
export function parseKey(text: string): KeyParts | undefined {
  const match = KEY_TEXT.exec(text);
  const [, keyId, secret] = match ?? [];
  return keyId === undefined || secret === undefined ? undefined : { keyId, secret };
}

/** A plain hash is enough: 256 random bits cannot be guessed, so there is nothing to slow down. */
export function hashSecret(secret: string): string {
  return sha256Hex(secret);
}

/** Compares texts of any length in a time that tells nothing about where they differ. */
export function equalsInConstantTime(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(sha256Hex(a)), Buffer.from(sha256Hex(b)));
}
