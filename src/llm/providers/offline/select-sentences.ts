import { type PassageFact } from '../../llm.port.js';
import { type WantedFigure } from './choose-wanted-figure.js';
import { preparePassage, type PreparedPassage, type PreparedRow, type PreparedSentence } from './prepare-passage.js';
import { renderRow } from './read-passage.js';
import { conceptOf } from './read-terms.js';

/** A sentence of a passage, and how much of the question it speaks to. */
export interface SelectedSentence {
  marker: number;
  text: string;
}

export interface Selection {
  sentences: SelectedSentence[];
  /** Share 0..1 of the question's weight that the sentences speak to. */
  coverage: number;
}

type Question = ReadonlyMap<string, number>;

interface Candidate extends PreparedSentence, SelectedSentence {
  order: number;
  /** Whether the question names the subject of this row. */
  isNamed: boolean;
  fitness: number;
  context: ReadonlySet<string>;
  /** Against the whole question, and against what is left of it. */
  fullScore: number;
  score: number;
}

const MAX_SENTENCES = 3;
/** The rows of one table are short, and a list cut off in the middle misleads. */
const MAX_ROWS = 5;
/** A further sentence must bring at least this share of the best one's score. */
const MIN_SHARE_OF_BEST = 0.5;
/** It may instead be about the same, if it is nearly as good as the best one: such as the price for the size asked for. */
const NEARLY_AS_GOOD = 0.8;
const ALIKE_WEIGHT = 0.65;
const SYNONYM_WEIGHT = 0.6;
const CONTEXT_WEIGHT = 0.5;
/** What a table is about stands above it and seldom in its rows. */
const ROW_CONTEXT_WEIGHT = 0.9;
/** What is left of a term's weight once a chosen sentence has spoken to it. */
const COVERED_WEIGHT = 0.2;
/** A row of which neither the subject nor a column was asked for says more about other things. */
const UNASKED_ROW = 0.5;
/** A sentence that begins with what is asked about is about it … */
const BEGINS_WITH_IT = 1.15;
/** … and one that names another plan than the one asked for is not. */
const ABOUT_ANOTHER = 0.35;

const MONEY = /[$€£¥]\s?\d|\b(?:USD|EUR|GBP|CHF)\b/;
const DURATION =
  /\d+(?:[.,]\d+)?[\s-]?(?:minute|hour|day|week|month|year|business day|working day)|\b(?:one|two|three|four|five|six|ten|twelve) (?:minute|hour|day|week|month)s?\b/i;
const APPROVAL = /\b(?:approv\w+|authori[sz]\w+|sign-?off|decided by|decides)\b/i;
/** A sentence that leans on the one before it does not stand well alone. */
const LEANS_BACK = /^(?:it|this|that|these|those|they|he|she|both|such|however|also|otherwise|instead)\b/i;

/**
 * Chooses the sentences that answer the question: query terms weighted by how rare they are among the candidates,
 * then greedily by what each sentence adds (maximal marginal relevance, Carbonell and Goldstein 1998).
 * @param question terms of the message with their weights
 */
export function selectSentences(question: Question, passages: readonly PassageFact[], wanted: WantedFigure): Selection {
  const candidates = toCandidates(passages, question, wanted);
  const weights = weighTerms(question, candidates);
  let total = 0;
  for (const weight of weights.values()) total += weight;
  if (total === 0) return { sentences: [], coverage: 0 };
  const chosen = chooseGreedily(candidates, weights);
  let covered = 0;
  for (const [term, weight] of weights) covered += weight * Math.max(0, ...chosen.map((one) => matchTerm(term, one)));
  return { sentences: inReadingOrder(chosen, weights), coverage: covered / total };
}

function chooseGreedily(candidates: readonly Candidate[], weights: Question): Candidate[] {
  const left = new Map(weights);
  for (const candidate of candidates) candidate.fullScore = score(candidate, weights);
  let pool = candidates.filter((candidate) => candidate.fullScore > 0);
  const chosen: Candidate[] = [];
  const best = Math.max(0, ...pool.map((candidate) => candidate.fullScore));
  while (chosen.length < maxSentences(chosen)) {
    for (const candidate of pool) {
      const isAlike = candidate.fullScore >= best * NEARLY_AS_GOOD;
      candidate.score = Math.max(score(candidate, left), isAlike ? candidate.fullScore * ALIKE_WEIGHT : 0);
    }
    const top = findTop(pool);
    if (top === undefined || top.score < best * MIN_SHARE_OF_BEST) break;
    chosen.push(top);
    const rest = restOfTable(top, pool);
    if (rest.length > 0) return [...chosen, ...rest].slice(0, MAX_ROWS);
    for (const [term, weight] of weights) if (matchTerm(term, top) > 0) left.set(term, weight * COVERED_WEIGHT);
    pool = pool.filter((candidate) => candidate !== top && !saysTheSame(candidate, top));
  }
  return chosen;
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
  for (const [term, weight] of weights) sum += weight * matchTerm(term, candidate);
  return sum * candidate.fitness;
}

/** What speaks for a sentence whatever the words of the question: its figure, its brevity, its passage's rank. */
function rateFitness(text: string, passageRank: number, wanted: WantedFigure): number {
  let fitness = 1 + 0.25 / passageRank;
  if (wanted === 'money' && MONEY.test(text)) fitness *= 1.8;
  if (wanted === 'duration' && DURATION.test(text)) fitness *= 1.5;
  if (wanted === 'approval' && APPROVAL.test(text)) fitness *= 1.35;
  if (LEANS_BACK.test(text)) fitness *= 0.5;
  return fitness / (0.85 + (0.15 * text.length) / 120);
}

/** 1 for the word itself, less for a synonym, less again when only the heading above the sentence has it. */
function matchTerm(term: string, candidate: Candidate): number {
  if (candidate.terms.has(term)) return 1;
  const concept = conceptOf(term);
  if (concept !== undefined && candidate.terms.has(concept)) return SYNONYM_WEIGHT;
  if (!candidate.context.has(term)) return 0;
  return candidate.row === null ? CONTEXT_WEIGHT : ROW_CONTEXT_WEIGHT;
}

/** Inverse document frequency over the candidates, ln(1 + N / (1 + df)), times the weight the question gives. */
function weighTerms(question: Question, candidates: readonly Candidate[]): Map<string, number> {
  const weights = new Map<string, number>();
  for (const [term, weight] of question) {
    let frequency = 0;
    for (const candidate of candidates) if (matchTerm(term, candidate) > 0) frequency += 1;
    weights.set(term, weight * Math.log(1 + candidates.length / (1 + frequency)));
  }
  return weights;
}

function saysTheSame(one: Candidate, other: Candidate): boolean {
  let shared = 0;
  for (const term of one.terms) if (other.terms.has(term)) shared += 1;
  const union = one.terms.size + other.terms.size - shared;
  return shared / union > 0.6 && !differsInFigures(one.text, other.text);
}

const FIGURES = /\d+(?:[.,]\d+)*/g;

/** Two rows of a price table have the same words and other prices: they do not say the same. */
function differsInFigures(one: string, other: string): boolean {
  return (one.match(FIGURES) ?? []).join() !== (other.match(FIGURES) ?? []).join();
}

/** Passage by passage in the order they were first chosen, within a passage as written. */
function inReadingOrder(chosen: readonly Candidate[], question: Question): SelectedSentence[] {
  const markers = [...new Set(chosen.map((candidate) => candidate.marker))];
  return [...chosen]
    .sort((a, b) => markers.indexOf(a.marker) - markers.indexOf(b.marker) || a.order - b.order)
    .map(({ marker, text, row }) => ({
      marker,
      text: row === null ? text : renderRow(row, askedColumns(row, question)),
    }));
}

function toCandidates(passages: readonly PassageFact[], question: Question, wanted: WantedFigure): Candidate[] {
  const prepared = passages.map(preparePassage);
  // What one plan has says something about the other; its figures do not.
  const subjects = nameSubjects(prepared, question);
  if (wanted === null || wanted === 'approval') subjects.others = [];
  return prepared.flatMap(({ context, sentences }, index) =>
    sentences.flatMap(({ text, terms, row }, order): Candidate[] => {
      const aboutness = row === null ? rateProse(terms, context, question, subjects) : rateRow(row, question, subjects);
      if (aboutness === 0) return [];
      const fitness = rateFitness(text, index + 1, wanted) * aboutness;
      const marker = passages[index]?.marker ?? 0;
      const isNamed = row?.subjectTerms.some((term) => subjects.asked.includes(term)) === true;
      return [{ text, terms, row, context, marker, order, isNamed, fitness, fullScore: 0, score: 0 }];
    }),
  );
}

/** The things the passages' tables and names compare (plans), and which of them the question is about. */
interface Subjects {
  asked: readonly string[];
  others: readonly string[];
}

/** A name in the message itself outweighs one from the message before. */
function nameSubjects(passages: readonly PreparedPassage[], question: Question): Subjects {
  const all = [...new Set(passages.flatMap(({ subjects }) => subjects))];
  const most = Math.max(0, ...all.map((subject) => question.get(subject) ?? 0));
  if (most === 0) return { asked: [], others: [] };
  const asked = all.filter((subject) => question.get(subject) === most);
  return { asked, others: all.filter((subject) => !asked.includes(subject)) };
}

function rateProse(
  terms: ReadonlySet<string>,
  context: ReadonlySet<string>,
  question: Question,
  { asked, others }: Subjects,
): number {
  const [first = ''] = terms;
  const beginning = question.has(first) ? BEGINS_WITH_IT : 1;
  const names = (name: string): boolean => terms.has(name) || context.has(name);
  const isAboutAnother = others.some(names) && !asked.some(names);
  return beginning * (isAboutAnother ? ABOUT_ANOTHER : 1);
}

/** 0 for a row about something else than the one the question names. */
function rateRow(row: PreparedRow, question: Question, { asked }: Subjects): number {
  if (row.subjectTerms.some((term) => asked.includes(term))) return 1;
  if (row.allSubjectTerms.some((subject) => subject.some((term) => asked.includes(term)))) return 0;
  return askedColumns(row, question) === undefined ? UNASKED_ROW : 1;
}

/** The columns whose names meet the question best; undefined when none does. */
function askedColumns(row: PreparedRow, question: Question): ReadonlySet<number> | undefined {
  const met = row.columnTerms.map((terms, i) => (i === 0 ? 0 : countMet(terms, question)));
  const most = Math.max(0, ...met);
  return most === 0 ? undefined : new Set(met.flatMap((count, i) => (count === most ? [i] : [])));
}

function countMet(terms: ReadonlySet<string>, question: Question): number {
  let count = 0;
  for (const term of question.keys()) {
    const concept = conceptOf(term);
    if (terms.has(term) || (concept !== undefined && terms.has(concept))) count += 1;
  }
  return count;
}
