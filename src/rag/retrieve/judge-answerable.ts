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

/**
 * Whether the passages can answer, by coverage: the share of the question's terms, weighed by rarity, that the best
 * passage has (60 %) and that the best three have together (40 %). 0..1; a question without any content word scores 0.
 * Words only: it knows no synonyms and no meaning.
 * @param idfs one per query term
 * @param passageTerms for each passage, best first, the indexes of the query terms in it
 */
export function judgeAnswerable(
  terms: readonly WeighedTerm[],
  idfs: readonly number[],
  passageTerms: readonly (readonly number[])[],
): Retrieval['answerable'] {
  const weights = weighTerms(terms, idfs);
  const total = sum(weights);
  if (total === 0) return { score: 0, verdict: 'unanswerable' };
  const best = passageTerms.slice(0, BEST_PASSAGES);
  const covered = (found: Iterable<number>) => sum(Array.from(new Set(found), (index) => weights[index] ?? 0)) / total;
  const single = Math.max(0, ...best.map(covered));
  const together = covered(best.flat());
  const score = SINGLE_SHARE * single + (1 - SINGLE_SHARE) * together;
  return { score: Math.round(score * 1000) / 1000, verdict: toVerdict(score) };
}

/** Terms of the last turn only, unless it has none of its own ("and how much is it?"). */
function weighTerms(terms: readonly WeighedTerm[], idfs: readonly number[]): number[] {
  const hasAsked = terms.some((term) => term.asked);
  return terms.map((term, index) => (term.asked || !hasAsked ? (idfs[index] ?? 0) : 0));
}

function toVerdict(score: number): Retrieval['answerable']['verdict'] {
  if (score >= ANSWERABLE_FROM) return 'answerable';
  return score >= PARTIAL_FROM ? 'partial' : 'unanswerable';
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
