const MAX_SEGMENT_LENGTH = 100;

/**
 * The pointer of a member (RFC 6901). What an answer must not repeat as it came is made harmless: NUL and lone
 * surrogates become U+FFFD, a name of more than 100 characters is cut.
 */
export function childPointer(parent: string, key: string): string {
  return `${parent}/${escapeSegment(key)}`;
}

function escapeSegment(key: string): string {
  const short = key.length > MAX_SEGMENT_LENGTH ? `${key.slice(0, MAX_SEGMENT_LENGTH)}…` : key;
  return short
    .replace(/[\u0000\p{Surrogate}]/gu, '\ufffd')
    .replaceAll('~', '~0')
    .replaceAll('/', '~1');
}

/**
 * The part of the pointer that leads through what was sent. A short form (a text where an object may stand) is checked
 * as the object it stands for; its faults belong to the text, which has no inside.
 */
export function clipPointer(pointer: string, document: unknown): string {
  const tokens = pointer.split('/').slice(1);
  let value = document;
  for (const [depth, token] of tokens.entries()) {
    if (value === null || typeof value !== 'object') return depth === 0 ? '' : `/${tokens.slice(0, depth).join('/')}`;
    value = (value as Record<string, unknown>)[token.replaceAll('~1', '/').replaceAll('~0', '~')];
  }
  return pointer;
}
