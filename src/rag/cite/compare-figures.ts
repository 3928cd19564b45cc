import { type Figure } from './figure.js';
import { agreeOnBound } from './read-bound.js';
import { saysSameDate } from './read-date.js';
import { NOT_COUNTED } from './unify-term.js';

/** Whether two figures could be values of one thing: then different amounts contradict each other. */
export function isComparable(claim: Figure, stated: Figure): boolean {
  if (claim.kind !== stated.kind) return claim.kind === 'quantity' && claim.unit === null && stated.inTable;
  if (claim.kind === 'quantity') return countSame(claim, stated);
  if (claim.kind === 'money' && !agreeOnWhatFor(claim, stated)) return false;
  return claim.unit === stated.unit || claim.kind === 'link';
}

/** Prices per month and per year, or per seat and in all, are not compared; a period the evidence lacks is invented. */
function agreeOnWhatFor(claim: Figure, stated: Figure): boolean {
  if (claim.period !== null && claim.period !== stated.period) return false;
  if (claim.per !== null && claim.per !== stated.per) return false;
  // "$64 per month" is not "$64 per seat per month"; a bare "$64" leaves both open.
  return claim.period === null || claim.per === stated.per || stated.inTable;
}

/** Plain numbers count the same, or one names nothing ("up to 50"), or an adjective stands between ("34 ready-made integrations"). */
function countSame(claim: Figure, stated: Figure): boolean {
  if (claim.unit === stated.unit || claim.unit === null || stated.unit === null) return true;
  return (
    (stated.nearby.includes(claim.unit) && !NOT_COUNTED.has(claim.unit)) ||
    (claim.nearby.includes(stated.unit) && !NOT_COUNTED.has(stated.unit))
  );
}

/** Whether two comparable figures have the same value within the limits both set. */
export function saysSame(claim: Figure, stated: Figure): boolean {
  switch (claim.kind) {
    case 'date':
      return claim.dates.some((date) => stated.dates.some((known) => saysSameDate(date, known)));
    case 'link':
      return claim.unit === stated.unit;
    case 'standard':
      return saysSameStandard(claim, stated);
    case 'free':
      return isAboutSame(claim, stated);
    default:
      return hasSameAmount(claim, stated);
  }
}

function hasSameAmount(claim: Figure, stated: Figure): boolean {
  if (Math.abs(claim.amount - stated.amount) > 1e-6 || !agreeOnBound(claim.bound, stated.bound)) return false;
  return isOpenOrSame(claim.direction, stated.direction) && isOpenOrSame(claim.period, stated.period);
}

function isOpenOrSame(claim: string | null, stated: string | null): boolean {
  return claim === null || stated === null || claim === stated;
}

/** A standard named alone stands for any of its parts: `ISO` in `ISO 27001`. Denials are compared before. */
function saysSameStandard(claim: Figure, stated: Figure): boolean {
  return claim.amount === 0 || claim.amount === stated.amount;
}

/** Something else that is free proves nothing: most words next to the one `free` stand next to the other. */
function isAboutSame(claim: Figure, stated: Figure): boolean {
  const shared = claim.nearby.filter((term) => stated.nearby.includes(term));
  return claim.nearby.length === 0 || shared.length * 2 > claim.nearby.length;
}
