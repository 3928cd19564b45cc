import { ProblemError } from '../../platform/index.js';

/** The entity tag of a version. */
export function toETag(version: number): string {
  return `"${version}"`;
}

/**
 * Whether `If-Match` (RFC 9110 §13.1.1) allows a change of this version: it names the version's tag or is `*`. Weak tags
 * never match.
 * @throws ProblemError `precondition_required` without the header, `precondition_failed` when another version is named
 */
export function checkIfMatch(ifMatch: string | undefined, version: number): void {
  if (ifMatch === undefined || ifMatch.trim() === '') {
    throw new ProblemError('precondition_required', 'Send the ETag of the version you read as If-Match.');
  }
  const tags = ifMatch.split(',').map((tag) => tag.trim());
  if (tags.includes('*') || tags.includes(toETag(version))) return;
  throw new ProblemError('precondition_failed', 'The customer changed since it was read; read it again.', {
    headers: { ETag: toETag(version) },
  });
}
