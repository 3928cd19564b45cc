import { saysSame } from './compare-figures.js';
import { type Reading } from './read-evidence.js';
import { type StatedFigure, type Statement } from './statement.js';

/** What a claim is about: term -> weight, and the sum of the weights. */
export interface TermWeights {
  readonly terms: ReadonlyMap<string, number>;
  readonly total: number;
  /** Further figures of the claim that the evidence has: where it has them. */
  readonly beside: readonly ReadonlySet<StatedFigure>[];
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
  const beside = findBeside(claim, readings);
  return { terms, total, beside };
}

/** "25% below 99.5%": a second figure tells places apart as a word does. */
const BESIDE = 2;
const MAX_BESIDE = 6;

function findBeside(
  { statement, stated }: { statement: Statement; stated: StatedFigure },
  readings: readonly Reading[],
): ReadonlySet<StatedFigure>[] {
  if (statement.figures.length < 2 || statement.figures.length > MAX_BESIDE) return [];
  return statement.figures.flatMap((other) => {
    if (other === stated) return [];
    const places = new Set<StatedFigure>();
    for (const reading of readings) {
      for (const { figures } of reading.statements) {
        for (const known of figures) {
          if (known.figure.kind === other.figure.kind && saysSame(other.figure, known.figure)) places.add(known);
        }
      }
    }
    return places.size === 0 ? [] : [places];
  });
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
export function rateFit({ terms, total, beside }: TermWeights, statement: Statement, stated: StatedFigure): number {
  const elsewhere = stated.figure.inTable ? IN_OTHER_CELL : ELSEWHERE;
  let found = 0;
  for (const [term, weight] of terms) {
    if (stated.near.has(term)) found += weight;
    else if (statement.terms.has(term)) found += weight * elsewhere;
    else if (statement.about.has(term)) found += weight * ABOUT;
  }
  const bonus = SMOOTHING + rateBeside(beside, statement, stated);
  return (found + bonus) / (total + bonus);
}

/** It speaks for a place that has the others too, and not against one that has not. */
function rateBeside(beside: TermWeights['beside'], statement: Statement, stated: StatedFigure): number {
  let bonus = 0;
  for (const places of beside) {
    const together = statement.figures.filter((figure) => places.has(figure));
    if (together.length > 0) bonus += BESIDE * (together.some(({ part }) => part === stated.part) ? 1 : ELSEWHERE);
  }
  return bonus;
}
