import { type Reading } from './read-evidence.js';
import { type StatedFigure, type Statement } from './statement.js';

/** What a claim is about: term -> weight, and the sum of the weights. */
export interface TermWeights {
  readonly terms: ReadonlyMap<string, number>;
  readonly total: number;
}

/** Words beside the figure tell more about it than those at the other end of the sentence. */
const FAR = 0.4;
/** A word no evidence has is the writer's; it says little against a place. */
const UNKNOWN = 0.15;
/** Keeps a claim of one or two words from being all or nothing. */
const SMOOTHING = 1;

/** The terms of a claim by rarity in the evidence: what stands everywhere tells no places apart. */
export function weighTerms(
  claim: { statement: Statement; stated: StatedFigure },
  readings: readonly Reading[],
): TermWeights {
  const terms = new Map<string, number>();
  let total = 0;
  const { near, own } = claim.stated;
  for (const term of claim.statement.terms) {
    if (own.has(term) && !near.has(term)) continue;
    const weight = rarity(term, readings) * (near.has(term) ? 1 : FAR);
    terms.set(term, weight);
    total += weight;
  }
  return { terms, total };
}

function rarity(term: string, readings: readonly Reading[]): number {
  let count = 0;
  let statements = 0;
  for (const reading of readings) {
    count += reading.counts.get(term) ?? 0;
    statements += reading.statements.length;
  }
  return count === 0 ? UNKNOWN : Math.log(1 + (statements + 1) / count);
}

const ELSEWHERE = 0.75;
/** The other cells of a row are about something else. */
const IN_OTHER_CELL = 0.25;
const ABOUT = 0.6;

/** How much of what a claim is about stands around a figure of the evidence, 0..1. */
export function rateFit({ terms, total }: TermWeights, statement: Statement, stated: StatedFigure): number {
  const elsewhere = stated.figure.inTable ? IN_OTHER_CELL : ELSEWHERE;
  let found = 0;
  for (const [term, weight] of terms) {
    if (stated.near.has(term)) found += weight;
    else if (statement.terms.has(term)) found += weight * elsewhere;
    else if (statement.about.has(term)) found += weight * ABOUT;
  }
  return (found + SMOOTHING) / (total + SMOOTHING);
}
