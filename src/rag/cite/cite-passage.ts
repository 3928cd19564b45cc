import { rememberRecent } from '../../shared/remember-recent.js';
import { type Passage } from '../passage.js';
import { splitSentences, type TextSpan } from '../text/split-sentences.js';
import { toTerms } from '../text/tokenize-text.js';

/** A verbatim part of a document: its content from `start` to `end` (UTF-16 units) is `quote`. */
export interface PassageQuote {
  quote: string;
  start: number;
  end: number;
  /** Share of the sentence's distinct terms that stand in the quote, figures weighing more; 0..1. */
  support: number;
}

/** What a second sentence must add before it is quoted too. */
const SECOND_SENTENCE_GAIN = 0.15;
/** Figures decide whether a quote proves a sentence, so they weigh more than words. */
const FIGURE_WEIGHT = 3;
const HAS_DIGIT = /\d/;

/**
 * The sentence of the passage (or two neighbours) that supports a statement best, verbatim. Ties go to the
 * earlier one. Null only for a passage without any sentence.
 */
export function citePassage(sentence: string, passage: Pick<Passage, 'text' | 'start'>): PassageQuote | null {
  const wanted = new Set(toTerms(stripMarkers(sentence)));
  const sentences = readSentences(passage.text);
  const spans = sentences.map(({ span }) => span);
  const found = sentences.map(({ terms }) => overlap(wanted, terms));
  const total = weigh(wanted);
  const candidates = spans.map((span, index) => ({ span, support: share(found[index] ?? NONE, total) }));
  const alone = pickBest(candidates);
  if (alone === null) return null;
  const pairs = spans.slice(1).map((second, index) => ({
    span: { start: spans[index]?.start ?? second.start, end: second.end },
    support: share(new Set([...(found[index] ?? NONE), ...(found[index + 1] ?? NONE)]), total),
  }));
  const together = pickBest(pairs);
  const wantsBoth = together !== null && together.support >= alone.support + SECOND_SENTENCE_GAIN;
  return toQuote(wantsBoth ? together : alone, passage);
}

const MAX_REMEMBERED = 500;
/** The sentences of a passage with their terms. The same passages are cited turn after turn. */
const readSentences = rememberRecent(MAX_REMEMBERED, (text: string) =>
  splitSentences(text).map((span) => ({ span, terms: toTerms(text.slice(span.start, span.end)) })),
);

interface Candidate {
  span: TextSpan;
  support: number;
}

const NONE: ReadonlySet<string> = new Set();

/** The best supported; the earlier one among equals. */
function pickBest(candidates: readonly Candidate[]): Candidate | null {
  return candidates.reduce<Candidate | null>(
    (best, candidate) => (best === null || candidate.support > best.support ? candidate : best),
    null,
  );
}

function toQuote(best: Candidate, passage: Pick<Passage, 'text' | 'start'>): PassageQuote {
  const { start, end } = best.span;
  return {
    quote: passage.text.slice(start, end),
    start: passage.start + start,
    end: passage.start + end,
    support: Math.round(best.support * 1000) / 1000,
  };
}

function overlap(wanted: ReadonlySet<string>, terms: readonly string[]): Set<string> {
  return new Set(terms.filter((term) => wanted.has(term)));
}

function share(found: ReadonlySet<string>, total: number): number {
  return total === 0 ? 0 : weigh(found) / total;
}

function weigh(terms: ReadonlySet<string>): number {
  let weight = 0;
  for (const term of terms) weight += HAS_DIGIT.test(term) ? FIGURE_WEIGHT : 1;
  return weight;
}

/** Citation markers such as `[2]` are ours, not the statement's. */
function stripMarkers(sentence: string): string {
  return sentence.replace(/\[\d{1,3}\]/g, ' ');
}
