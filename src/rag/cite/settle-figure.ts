import { type Figure } from './figure.js';
import { agreeOnBound } from './read-bound.js';
import { saysSameDate } from './read-date.js';
import { denyEachOther } from './read-denials.js';
import { takeOtherSides } from './read-sides.js';
import { isRetold } from './is-retold.js';
import { type Reading } from './read-evidence.js';
import { type StatedFigure, type Statement } from './statement.js';
import { belongsToOthers, type Slots } from './belongs-to-others.js';
import { rateFit, weighTerms, type TermWeights } from './rate-fit.js';

/** A figure of a draft's sentence. */
export interface ClaimedFigure {
  readonly statement: Statement;
  readonly stated: StatedFigure;
}

/** How the evidence settles a figure: `proof` is the reading that has it. */
export interface SettledFigure {
  readonly verdict: 'verified' | 'contradicted' | 'unsupported';
  readonly proof: Reading | null;
  /** The figure that proves or contradicts. */
  readonly by: { reading: Reading; statement: Statement; stated: StatedFigure } | null;
}

/** Of these a text may state several: one more refutes none. */
const NAMED: ReadonlySet<Figure['kind']> = new Set(['standard', 'link', 'free']);
/** A place that shares less of what a claim is about says it of something else. */
const MIN_FIT = 0.34;
/** A figure of another value whose place fits this much better is the one the claim should have had. */
const BETTER_BY = 0.12;
/** From here on a place is about the same thing. */
const SAME_THING_FROM = 0.75;

interface Candidate {
  reading: Reading;
  statement: Statement;
  stated: StatedFigure;
  fit: number;
}

/**
 * Looks for the place in the evidence that fits what the sentence says around its figure best. The figure is verified when
 * that place has the same value; contradicted when it has another one; unsupported when no place fits.
 */
export function settleFigure(claim: ClaimedFigure, readings: readonly Reading[]): SettledFigure {
  const retold = findRetold(claim, readings);
  if (retold !== null) return toSettled(retold.same ? 'verified' : 'contradicted', retold);
  const weights = weighOnce(claim, readings);
  const slots = [claim.statement.slots, ...readings.map((reading) => reading.slots)];
  let same: Candidate | null = null;
  let other: Candidate | null = null;
  for (const candidate of listCandidates(claim, readings, weights)) {
    if (conflicts(claim, candidate, slots)) continue;
    if (saysSame(claim.stated.figure, candidate.stated.figure)) {
      if (same === null || candidate.fit > same.fit) same = candidate;
    } else if (mayRefute(claim, candidate) && (other === null || candidate.fit > other.fit)) other = candidate;
  }
  return judge(same, other);
}

let lastWeighed: { near: ReadonlySet<string>; readings: readonly Reading[]; weights: TermWeights } | null = null;

/** Figures that share their surroundings share their weights. */
function weighOnce(claim: ClaimedFigure, readings: readonly Reading[]): TermWeights {
  const { near } = claim.stated;
  if (lastWeighed?.near === near && lastWeighed.readings === readings) return lastWeighed.weights;
  const weights = weighTerms(claim, readings);
  lastWeighed = { near, readings, weights };
  return weights;
}

function judge(same: Candidate | null, other: Candidate | null): SettledFigure {
  const refuting = other !== null && other.fit >= SAME_THING_FROM ? other : null;
  if (same === null || same.fit < MIN_FIT)
    return toSettled(refuting === null ? 'unsupported' : 'contradicted', refuting);
  if (other !== null && other.fit > same.fit + BETTER_BY) return toSettled('contradicted', other);
  return toSettled('verified', same);
}

/** The figure's own place in a statement that the sentence repeats, and whether it has the same value there. */
function findRetold(
  { statement, stated }: ClaimedFigure,
  readings: readonly Reading[],
): (Candidate & { same: boolean }) | null {
  const index = statement.figures.indexOf(stated);
  let otherwise: (Candidate & { same: boolean }) | null = null;
  for (const reading of readings) {
    for (const known of reading.statements) {
      const own = known.figures[index];
      if (own === undefined || !isRetold(statement, known)) continue;
      const agrees = stated.figure.negated === own.figure.negated && isComparable(stated.figure, own.figure);
      const same = agrees && (own.figure.kind === 'free' || saysSame(stated.figure, own.figure));
      const place = { reading, statement: known, stated: own, fit: 1, same };
      if (same) return place;
      if (known.terms.size >= MIN_RETOLD_TERMS) otherwise ??= place;
    }
  }
  return otherwise;
}

/** Shorter statements are alike by chance. */
const MIN_RETOLD_TERMS = 4;

function mayRefute({ stated }: ClaimedFigure, candidate: Candidate): boolean {
  return stated.figure.kind === candidate.stated.figure.kind && !NAMED.has(stated.figure.kind);
}

function toSettled(verdict: SettledFigure['verdict'], candidate: Candidate | null): SettledFigure {
  if (candidate === null) return { verdict, proof: null, by: null };
  const { reading, statement, stated } = candidate;
  return { verdict, proof: reading, by: { reading, statement, stated } };
}

function* listCandidates(
  claim: ClaimedFigure,
  readings: readonly Reading[],
  weights: TermWeights,
): Generator<Candidate> {
  for (const reading of readings) {
    for (const statement of reading.statements) {
      for (const stated of statement.figures) {
        if (!isComparable(claim.stated.figure, stated.figure)) continue;
        yield { reading, statement, stated, fit: rateFit(weights, statement, stated) };
      }
    }
  }
}

/** Whether the evidence says it of something else, the other way round, or not at all. */
function conflicts({ statement, stated }: ClaimedFigure, candidate: Candidate, slots: readonly Slots[]): boolean {
  return (
    takeOtherSides(stated.sides, candidate.stated.sides) ||
    (takeOtherSides(statement.sides, candidate.statement.sides) && statement.figures.length === 1) ||
    belongsToOthers(stated, candidate.stated, slots) ||
    stated.figure.negated !== candidate.stated.figure.negated ||
    // What is free, and which standards are held, is compared with its own denial.
    (stated.figure.kind !== 'standard' && denyEachOther(statement, candidate.statement))
  );
}

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
  return stated.nearby.includes(claim.unit) || claim.nearby.includes(stated.unit);
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
