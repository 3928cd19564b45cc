import { collapseSpace } from '../../shared/text.js';

const MARKERS = /\s?\[\d{1,3}\]/g;
const ALPHANUMERIC = /[\p{L}\p{N}]/u;

/**
 * Whether the text states the fact: the same characters regardless of case, white space and citation markers, and not as
 * a part of a longer word or number. "$64" stands neither in "$640" nor in "$64.50".
 */
export function containsFact(text: string, fact: string): boolean {
  const where = normalise(text.replaceAll(MARKERS, ''));
  const what = normalise(fact);
  for (let at = where.indexOf(what); at >= 0; at = where.indexOf(what, at + 1)) {
    if (beginsThere(where, what, at) && endsThere(where, what, at + what.length)) return true;
  }
  return false;
}

function beginsThere(where: string, what: string, at: number): boolean {
  const before = where.slice(0, at);
  if (/^\p{N}/u.test(what) && /\p{N}[.,]$/u.test(before)) return false;
  return !(ALPHANUMERIC.test(what.charAt(0)) && ALPHANUMERIC.test(before.slice(-1)));
}

function endsThere(where: string, what: string, end: number): boolean {
  const after = where.slice(end);
  if (/\p{N}$/u.test(what) && /^[.,]\p{N}/u.test(after)) return false;
  return !(ALPHANUMERIC.test(what.slice(-1)) && ALPHANUMERIC.test(after.charAt(0)));
}

function normalise(text: string): string {
  return collapseSpace(text.normalize('NFKC').replaceAll(/[‘’]/g, "'").replaceAll(/[“”]/g, '"').toLowerCase());
}
