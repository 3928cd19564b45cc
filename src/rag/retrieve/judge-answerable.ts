import { type Retrieval } from '../passage.js';
import { type WeighedTerm } from './weigh-query.js';

/** From here on most of what was asked about stands in one passage or in a few. */
const ANSWERABLE_FROM = 0.55;
/** Below this the passages share little more than common words with the question. */
const PARTIAL_FROM = 0.3;
/** Passages that may complement each other. */
const BEST_PASSAGES = 3;
/** One passage that has it all is better evidence than three that share it. */
const SINGLE_SHARE = 0.6;

/** How much of the score comes from how strongly the best passage is about the question. */
const STRENGTH_SHARE = 0.7;
/** Strength of a passage of average length that has every term once, nearly; more is no better an answer. */
const FULL_STRENGTH = 0.4;

/** A term of the question in a passage: its place in the query, and BM25's saturated frequency of it, 0..1. */
export type TermHit = readonly [index: number, saturation: number];

/**
 * Whether the passages can answer. The verdict goes by coverage: the share of the question's terms, weighed by rarity,
 * that the best passage has (60 %) and that the best three have together (40 %). The score, 0..1, adds how strong the best
 * match is: its BM25 score as a share of the highest one the query could reach. A question without any content word
 * scores 0. Words only: it knows no synonyms and no meaning.
 * @param idfs one per query term
 * @param passageHits for each passage, best first, the query terms in it
 */
export function judgeAnswerable(
  terms: readonly WeighedTerm[],
  idfs: readonly number[],
  passageHits: readonly (readonly TermHit[])[],
): Retrieval['answerable'] {
  const weights = weighTerms(terms, idfs);
  const total = sum(weights);
  if (total === 0) return { score: 0, verdict: 'unanswerable' };
  const best = passageHits.slice(0, BEST_PASSAGES).map((hits) => hits.map(([index]) => index));
  const covered = (found: Iterable<number>) => sum(Array.from(new Set(found), (index) => weights[index] ?? 0)) / total;
  const single = Math.max(0, ...best.map(covered));
  const together = covered(best.flat());
  const coverage = SINGLE_SHARE * single + (1 - SINGLE_SHARE) * together;
  const strength = Math.min(1, rateStrength(terms, idfs, passageHits) / FULL_STRENGTH);
  const score = STRENGTH_SHARE * strength + (1 - STRENGTH_SHARE) * coverage;
  return { score: Math.round(score * 1000) / 1000, verdict: toVerdict(coverage) };
}

/** The highest BM25 score of a passage as a share of what a passage made of the query's terms alone would have. */
function rateStrength(
  terms: readonly WeighedTerm[],
  idfs: readonly number[],
  passageHits: readonly (readonly TermHit[])[],
): number {
  const weights = terms.map(({ weight }, index) => weight * (idfs[index] ?? 0));
  const reached = passageHits.map((hits) => sum(hits.map(([index, saturation]) => (weights[index] ?? 0) * saturation)));
  const most = sum(weights);
  return most === 0 ? 0 : Math.max(0, ...reached) / most;
}

/** Terms of the last turn only, unless it has none of its own ("and how much is it?"). */
function weighTerms(terms: readonly WeighedTerm[], idfs: readonly number[]): number[] {
  const hasAsked = terms.some((term) => term.asked);
  return terms.map((term, index) => (term.asked || (!hasAsked && term.weight >= 1) ? (idfs[index] ?? 0) : 0));
}

function toVerdict(score: number): Retrieval['answerable']['verdict'] {
  if (score >= ANSWERABLE_FROM) return 'answerable';
  return score >= PARTIAL_FROM ? 'partial' : 'unanswerable';
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
