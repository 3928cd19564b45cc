import { type DoubtFact, type PassageFact } from '../../llm.port.js';
import { type Asked, type Candidate, type SelectedSentence, toCandidates } from './list-candidates.js';
import { askedColumns } from './rate-row.js';
import { renderRow } from './read-passage.js';
import { conceptOf } from './read-terms.js';
import { MAIN_WEIGHT } from './weigh-questions.js';

export type { SelectedSentence };

export interface Selection {
  sentences: SelectedSentence[];
  /** Share 0..1 of the question's weight that the sentences speak to. */
  coverage: number;
  /** Share 0..1 of the question's own words that the best sentence speaks to; 1 for a question with few of them. */
  share: number;
}

type Question = Asked['weights'];

const MAX_SENTENCES = 3;
/** The rows of one table are short, and a list cut off in the middle misleads. */
const MAX_ROWS = 5;
/** A further sentence must bring at least this share of the best one's score. */
const MIN_SHARE_OF_BEST = 0.5;
/** It may instead be about the same, if it is nearly as good as the best one: such as the price for the size asked for. */
const NEARLY_AS_GOOD = 0.88;
/** What is said for the very number of people asked for belongs in the answer. */
const HOLDS_SIZE = 0.55;
const ALIKE_WEIGHT = 0.65;
const SYNONYM_WEIGHT = 0.6;
/** It is about the thing, but seems to say something else of it. */
const ONLY_NAMES_IT = 0.6;
const CONTEXT_WEIGHT = 0.5;
/** The answer beneath a question is about what the question asks. */
const BENEATH_WEIGHT = 0.85;
/** What a table is about stands above it and seldom in its rows. */
const ROW_CONTEXT_WEIGHT = 0.9;
/** What is left of a term's weight once a chosen sentence has spoken to it. */
const COVERED_WEIGHT = 0.2;

/**
 * Chooses the sentences that answer the question: query terms weighted by how rare they are among the candidates,
 * then greedily by what each sentence adds (maximal marginal relevance, Carbonell and Goldstein 1998).
 */
export function selectSentences(
  asked: Asked,
  passages: readonly PassageFact[],
  doubts: readonly DoubtFact[] = [],
  ranks?: ReadonlyMap<number, number>,
): Selection {
  const candidates = toCandidates(
    passages,
    asked,
    doubts,
    ranks === undefined || ranks.size === 0 ? rankAsGiven(passages) : ranks,
  );
  const weights = weighTerms(asked, candidates);
  const chosen = chooseGreedily(candidates, weights);
  return {
    sentences: inReadingOrder(chosen, weights, asked.size),
    coverage: measureCoverage(chosen, weights, asked),
    share: measureShare(chosen, asked),
  };
}

/** From so many words of its own on one shared word may be chance. */
const SEVERAL_WORDS = 3;

function measureShare(chosen: readonly Candidate[], { weights, implied, borrowed }: Asked): number {
  const own = [...weights].filter(
    ([term, weight]) => weight >= MAIN_WEIGHT && !implied.has(term) && !borrowed.has(term),
  );
  if (own.length < SEVERAL_WORDS) return 1;
  const met = (one: Candidate): number =>
    [...own.map(([term]) => term), ...implied].filter((term) => matchTerm(term, one) >= CONTEXT_WEIGHT).length;
  return Math.max(0, ...chosen.map(met)) / own.length;
}

/** What stands around a question helps to choose; whether it is answered goes by its own words, where it has any. */
function measureCoverage(chosen: readonly Candidate[], weights: Question, { borrowed }: Asked): number {
  const own = [...weights].filter(([term, weight]) => weight > 0 && !borrowed.has(term));
  const counted = own.length > 0 ? own : [...weights];
  let [total, covered] = [0, 0];
  for (const [term, weight] of counted) {
    total += weight;
    covered += weight * Math.max(0, ...chosen.map((one) => matchTerm(term, one)));
  }
  return total === 0 ? 0 : covered / total;
}

function rankAsGiven(passages: readonly PassageFact[]): ReadonlyMap<number, number> {
  return new Map(passages.map(({ marker }, index) => [marker, index + 1]));
}

function chooseGreedily(candidates: readonly Candidate[], weights: Question): Candidate[] {
  const left = new Map(weights);
  for (const candidate of candidates) candidate.fullScore = score(candidate, weights);
  let pool = candidates.filter((candidate) => candidate.fullScore > 0);
  const chosen: Candidate[] = [];
  const best = Math.max(0, ...pool.map((candidate) => candidate.fullScore));
  while (chosen.length < maxSentences(chosen)) {
    for (const candidate of pool) candidate.score = rateNext(candidate, left, best);
    const top = findTop(pool);
    if (top === undefined || top.score < best * MIN_SHARE_OF_BEST) break;
    chosen.push(top);
    const rest = restOfTable(top, pool);
    // Behind a sentence that answers, a whole table is too much, and one row of it misleads.
    if (rest.length > 0) return (chosen.length === 1 ? [...chosen, ...rest] : chosen.slice(0, -1)).slice(0, MAX_ROWS);
    for (const [term, weight] of weights) if (matchTerm(term, top) > 0) left.set(term, weight * COVERED_WEIGHT);
    pool = pool.filter((candidate) => candidate !== top && !saysTheSame(candidate, top));
  }
  return chosen;
}

/** What a sentence adds to those chosen: what they left open, or as much again of the same. */
function rateNext(candidate: Candidate, left: Question, best: number): number {
  const isAlike = candidate.fullScore >= best * (candidate.holdsSize ? HOLDS_SIZE : NEARLY_AS_GOOD);
  return Math.max(score(candidate, left), isAlike ? candidate.fullScore * ALIKE_WEIGHT : 0);
}

/** The other rows of a table nobody asked one row of: the first alone would pass for the whole. */
function restOfTable(top: Candidate, pool: readonly Candidate[]): Candidate[] {
  if (top.row === null || top.isNamed) return [];
  return pool.filter((candidate) => candidate !== top && candidate.row?.table === top.row?.table);
}

function maxSentences(chosen: readonly Candidate[]): number {
  return chosen.every(({ row }) => row !== null) ? MAX_ROWS : MAX_SENTENCES;
}

function findTop(pool: readonly Candidate[]): Candidate | undefined {
  return pool.reduce<Candidate | undefined>(
    (top, candidate) => (top === undefined || candidate.score > top.score ? candidate : top),
    undefined,
  );
}

function score(candidate: Candidate, weights: Question): number {
  let sum = 0;
  let topical = 0;
  let named = 0;
  for (const [term, weight] of weights) {
    const match = matchTerm(term, candidate);
    sum += weight * match;
    if (match > 0 && candidate.asked.includes(term)) named += weight;
    else if (match >= SYNONYM_WEIGHT && candidate.main.has(term)) topical += weight;
  }
  // A sentence that only names the thing asked about says something else about it, and one that only has a price, another's.
  const isAbout = candidate.main.size > 0 ? topical > 0 : named > 0 || candidate.asked.length === 0;
  if (isAbout) return sum * candidate.fitness;
  return named > 0 ? sum * candidate.fitness * ONLY_NAMES_IT : 0;
}

/** 1 for the word itself, less for a synonym, less again when only the heading above the sentence has it. */
function matchTerm(term: string, candidate: Candidate): number {
  if (candidate.terms.has(term)) return 1;
  const concept = conceptOf(term);
  if (concept !== undefined && candidate.terms.has(concept)) return SYNONYM_WEIGHT;
  if (candidate.beneath.has(term)) return BENEATH_WEIGHT;
  if (!candidate.context.has(term)) return 0;
  return candidate.row === null ? CONTEXT_WEIGHT : ROW_CONTEXT_WEIGHT;
}

/** Inverse document frequency over the candidates, ln(1 + N / (1 + df)), times the weight the question gives. */
function weighTerms(
  { weights: question, implied, unknownShare }: Asked,
  candidates: readonly Candidate[],
): Map<string, number> {
  const weights = new Map<string, number>();
  for (const [term, weight] of question) {
    let frequency = 0;
    for (const candidate of candidates) if (matchTerm(term, candidate) > 0) frequency += 1;
    const rarity = Math.log(1 + candidates.length / (1 + frequency));
    const share = frequency > 0 ? 1 : implied.has(term) ? 0 : unknownShare;
    weights.set(term, weight * rarity * share);
  }
  return weights;
}

function saysTheSame(one: Candidate, other: Candidate): boolean {
  let shared = 0;
  for (const term of one.terms) if (other.terms.has(term)) shared += 1;
  const union = one.terms.size + other.terms.size - shared;
  if (shared / union > 0.6) return !differsInFigures(one.text, other.text);
  return shared / Math.min(one.terms.size, other.terms.size) > 0.5 && repeatsFigures(one.text, other.text);
}

/** All its figures have been said. */
function repeatsFigures(one: string, said: string): boolean {
  const known: readonly string[] = said.match(FIGURES) ?? [];
  const figures = one.match(FIGURES) ?? [];
  return figures.length > 0 && figures.every((figure) => known.includes(figure));
}

const FIGURES = /\d+(?:[.,]\d+)*/g;

/** Two rows of a price table have the same words and other prices: they do not say the same. */
function differsInFigures(one: string, other: string): boolean {
  return (one.match(FIGURES) ?? []).join() !== (other.match(FIGURES) ?? []).join();
}

/** Passage by passage in the order they were first chosen, within a passage as written. */
function inReadingOrder(chosen: readonly Candidate[], question: Question, size: number | null): SelectedSentence[] {
  const markers = [...new Set(chosen.map((candidate) => candidate.marker))];
  return [...chosen]
    .sort((a, b) => markers.indexOf(a.marker) - markers.indexOf(b.marker) || a.order - b.order)
    .map(({ marker, text, row, doubt }) => ({
      marker,
      text: row === null ? text : renderRow(row, askedColumns(row, question, size)),
      doubt,
    }));
}
