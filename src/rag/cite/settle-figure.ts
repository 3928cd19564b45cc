import { isComparable, saysSame } from './compare-figures.js';
import { type Figure } from './figure.js';
import { denyEachOther } from './read-denials.js';
import { takeOtherSides } from './read-sides.js';
import { isRetold } from './is-retold.js';
import { type Reading } from './read-evidence.js';
import { type StatedFigure, type Statement } from './statement.js';
import { belongsToOthers, type Slots } from './belongs-to-others.js';
import { unifyTerm } from './unify-term.js';
import { rateFit, weighTerms, type TermWeights } from './rate-fit.js';

export { isComparable, saysSame };

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
 * that place has the same value; contradicted when it has another one; unsupported when no place fits. What kinds of things
 * there are is read from `others` too.
 */
export function settleFigure(
  claim: ClaimedFigure,
  readings: readonly Reading[],
  others: readonly Reading[] = readings,
): SettledFigure {
  const retold = findRetold(claim, readings);
  if (retold !== null) return toSettled(retold.same ? 'verified' : 'contradicted', retold);
  const slots = [claim.statement.slots, ...others.map((reading) => reading.slots)];
  const candidates = listCandidates(claim, readings).filter((candidate) => !conflicts(claim, candidate, slots));
  const same = pickBest(candidates.filter((candidate) => hasValue(claim, candidate)));
  const other = pickBest(candidates.filter((one) => mayRefute(claim, one) && !hasValue(claim, one)));
  const isRefuted = other !== null && (same === null || !isExplained(claim, same, other));
  return judge(same, isRefuted ? other : null);
}

function hasValue({ stated }: ClaimedFigure, candidate: Candidate): boolean {
  return saysSame(stated.figure, candidate.stated.figure) || isFreeToo(stated.figure, candidate);
}

/** The one that fits best, the earlier among equals. */
function pickBest(candidates: readonly Candidate[]): Candidate | null {
  let best: Candidate | null = null;
  for (const candidate of candidates) if (best === null || candidate.fit > best.fit) best = candidate;
  return best;
}

/** Said in other words: most words next to the one `free` stand in the sentence of the other, which names no price. */
function isFreeToo(figure: Figure, { stated, statement }: Candidate): boolean {
  if (figure.kind !== 'free' || stated.figure.kind !== 'free') return false;
  if (statement.figures.some((other) => other !== stated && PRICES.has(other.figure.kind))) return false;
  const said = figure.nearby.filter((term) => !/^\d/.test(term)).map(unifyTerm);
  const known = said.filter((term) => statement.terms.has(term)).length;
  return said.length > 0 && known >= MOST * said.length;
}

const PRICES: ReadonlySet<Figure['kind']> = new Set(['free', 'money']);
const MOST = 0.7;

let lastWeighed: { near: ReadonlySet<string>; readings: readonly Reading[]; weights: TermWeights } | null = null;

/** Figures that share their surroundings share their weights. */
function weighOnce(claim: ClaimedFigure, readings: readonly Reading[]): TermWeights {
  const { near } = claim.stated;
  if (lastWeighed?.near === near && lastWeighed.readings === readings) return lastWeighed.weights;
  const weights = weighTerms(claim, readings);
  lastWeighed = { near, readings, weights };
  return weights;
}

/**
 * The other value stands in the same sentence as the same one and is what the claim gives for something else: "for 30 days
 * and then within 60 days". A number that counts nothing may be any of a row.
 */
function isExplained({ statement, stated }: ClaimedFigure, same: Candidate, other: Candidate): boolean {
  if (same.statement !== other.statement) return false;
  if (stated.figure.unit === null && stated.figure.kind === 'quantity') return true;
  const isBefore = other.stated.figure.start < same.stated.figure.start;
  return statement.figures.some(
    ({ figure }) =>
      figure.kind === other.stated.figure.kind &&
      figure.start < stated.figure.start === isBefore &&
      figure !== stated.figure &&
      saysSame(figure, other.stated.figure),
  );
}

function judge(same: Candidate | null, other: Candidate | null): SettledFigure {
  const refuting = other !== null && other.fit >= SAME_THING_FROM ? other : null;
  if (same === null || same.fit < MIN_FIT)
    return toSettled(refuting === null ? 'unsupported' : 'contradicted', refuting);
  if (other !== null && other.fit > same.fit + BETTER_BY) return toSettled('contradicted', other);
  return toSettled('verified', same);
}

/** The figure's own place in a statement that the sentence repeats, and whether it has the same value there. */
function findRetold(claim: ClaimedFigure, readings: readonly Reading[]): (Candidate & { same: boolean }) | null {
  const { statement, stated } = claim;
  const index = statement.figures.indexOf(stated);
  const places = readings.flatMap((reading) =>
    reading.statements.flatMap((known) => {
      const own = known.figures[index];
      if (own === undefined || !isRetold(statement, known)) return [];
      const same = isSameInPlace(stated.figure, own.figure);
      return [{ reading, statement: known, stated: own, fit: 1, same }];
    }),
  );
  const otherwise = places.find((place) => place.statement.terms.size >= MIN_RETOLD_TERMS);
  return places.find(({ same }) => same) ?? otherwise ?? null;
}

function isSameInPlace(claim: Figure, stated: Figure): boolean {
  if (claim.negated !== stated.negated || !isComparable(claim, stated)) return false;
  return stated.kind === 'free' || saysSame(claim, stated);
}

/** Shorter statements are alike by chance. */
const MIN_RETOLD_TERMS = 4;

/** The 365 of a product's name is no other count of anything. */
function mayRefute({ stated }: ClaimedFigure, candidate: Candidate): boolean {
  const { figure } = candidate.stated;
  if (figure.kind === 'quantity' && figure.unit === null && !figure.inTable && stated.figure.unit !== null)
    return false;
  return stated.figure.kind === candidate.stated.figure.kind && !NAMED.has(stated.figure.kind);
}

function toSettled(verdict: SettledFigure['verdict'], candidate: Candidate | null): SettledFigure {
  if (candidate === null) return { verdict, proof: null, by: null };
  const { reading, statement, stated } = candidate;
  return { verdict, proof: reading, by: { reading, statement, stated } };
}

function listCandidates(claim: ClaimedFigure, readings: readonly Reading[]): Candidate[] {
  const weights = weighOnce(claim, readings);
  const candidates: Candidate[] = [];
  for (const reading of readings) {
    for (const statement of reading.statements) {
      for (const stated of statement.figures) {
        if (!isComparable(claim.stated.figure, stated.figure)) continue;
        candidates.push({ reading, statement, stated, fit: rateFit(weights, statement, stated) });
      }
    }
  }
  return candidates;
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
