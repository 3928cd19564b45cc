import { splitSentences } from '../text/split-sentences.js';
import { toTerms } from '../text/tokenize-text.js';
import { findAntonym } from './find-antonym.js';
import { findFigures } from './find-figures.js';
import { denyEachOther } from './read-denials.js';
import { readEvidence, type Reading } from './read-evidence.js';
import { properNamesOf } from './read-names.js';
import { abbreviates } from './abbreviates.js';
import { readSentence } from './read-sentence.js';
import { settleQuote } from './settle-quote.js';
import { type Statement } from './statement.js';
import { unifyTerm } from './unify-term.js';

/** How far a statement stands in its evidence. */
export interface Grounding {
  /** Share of the distinct content terms that some evidence has, figures and names counting more, 0..1; null without any term. */
  score: number | null;
  /** Terms (stems) no evidence has, in order. */
  unsupported: string[];
  /** What the evidence says the opposite of, or states without: a figure, a name, an opposite, a denial. */
  conflicts: string[];
  /** Whether the statement may stand: no conflict, and most of its words known. True for one that says nothing. */
  grounded: boolean;
}

/** Below this most of a statement comes from elsewhere. */
const GROUNDED_FROM = 0.5;
const FIGURE_WEIGHT = 2;
const NAME_WEIGHT = 1.5;

/** Compares words, numbers, names, opposites and denials; it knows no meaning. Exact figures are `checkClaims`'. */
export function checkGrounding(statement: string, evidence: readonly string[]): Grounding {
  const text = statement.replace(/\[\d{1,3}\]/g, ' ');
  const terms = [...new Set(toTerms(text))];
  if (terms.length === 0) return { score: null, unsupported: [], conflicts: [], grounded: true };
  const readings = evidence.map((item) => readEvidence({ kind: 'knowledge', ref: '', text: item }));
  const [only] = readings;
  const known =
    readings.length === 1 && only !== undefined ? only.words : new Set(readings.flatMap(({ words }) => [...words]));
  if (settleQuote(text, readings)?.otherwise === null)
    return { score: 1, unsupported: [], conflicts: [], grounded: true };
  const sentences = readSentences(text);
  const names = new Set(sentences.flatMap((sentence) => listNames(sentence)));
  const shortened = listAbbreviations(sentences, readings);
  const unsupported = terms.filter((term) => !known.has(term) && !shortened.has(term));
  const conflicts = [
    ...listUnknown(unsupported, names),
    ...listOpposites(terms, known, [...sentences, ...readings.flatMap(({ statements }) => statements)]),
    ...listDenied(sentences, readings),
  ];
  const weigh = (listed: readonly string[]) => listed.reduce((sum, term) => sum + weightOf(term, names), 0);
  const score = 1 - weigh(unsupported) / weigh(terms);
  return { score, unsupported, conflicts, grounded: conflicts.length === 0 && score >= GROUNDED_FROM };
}

function readSentences(text: string): Statement[] {
  const figures = findFigures(text);
  return splitSentences(text).map((span) =>
    readSentence(
      text,
      span,
      figures.filter(({ start, end }) => start >= span.start && end <= span.end),
    ),
  );
}

function listNames(sentence: Statement): string[] {
  return properNamesOf(sentence.words, sentence.text, sentence.start).flatMap(({ word }) => toTerms(word));
}

const HAS_DIGIT = /\d/;

function weightOf(term: string, names: ReadonlySet<string>): number {
  if (HAS_DIGIT.test(term)) return FIGURE_WEIGHT;
  return names.has(term) ? NAME_WEIGHT : 1;
}

/** Figures and names that no evidence has. */
function listUnknown(unsupported: readonly string[], names: ReadonlySet<string>): string[] {
  return unsupported.filter((term) => HAS_DIGIT.test(term) || names.has(term));
}

/** Each is looked for in the whole evidence. */
const MAX_ABBREVIATIONS = 20;

/** Names in capitals that the evidence has in full. */
function listAbbreviations(sentences: readonly Statement[], readings: readonly Reading[]): ReadonlySet<string> {
  const words = sentences.flatMap((sentence) => properNamesOf(sentence.words, sentence.text, sentence.start));
  const unknown = words.filter(({ term }) => term !== null && !readings.some((reading) => reading.terms.has(term)));
  const shortened = unknown
    .slice(0, MAX_ABBREVIATIONS)
    .filter(({ word }) => readings.some((reading) => abbreviates(word, reading)));
  return new Set(shortened.flatMap(({ word }) => toTerms(word)));
}

/** The opposite of what is denied ("excludes" for "does not include") is none. */
function listOpposites(
  terms: readonly string[],
  known: ReadonlySet<string>,
  statements: readonly Statement[],
): string[] {
  return terms.filter((term) => {
    const opposite = findAntonym(term, known);
    if (opposite === null) return false;
    const denied = new Set([unifyTerm(term), unifyTerm(opposite)]);
    return !statements.some(({ denials }) => denials.some((denial) => denial.terms.some((one) => denied.has(one))));
  });
}

/** Sentences that deny what the statement nearest to them says, or the other way round. */
function listDenied(sentences: readonly Statement[], readings: readonly Reading[]): string[] {
  return sentences.flatMap((sentence) => {
    const near = listNear(sentence, readings);
    const [nearest] = near;
    if (nearest === undefined || !denyEachOther(sentence, nearest)) return [];
    return near.some((statement) => denyTheSame(sentence, statement)) ? [] : [sentence.text];
  });
}

const NEAR_FROM = 0.4;

/** So near the nearest one, another statement may be the one meant. */
const AS_NEAR = 0.6;

/** The statements that share most terms with a sentence, the nearest first. */
function listNear({ terms }: Statement, readings: readonly Reading[]): Statement[] {
  const found: { statement: Statement; shared: number }[] = [];
  for (const { statements } of readings) {
    for (const statement of statements) {
      let shared = 0;
      for (const term of terms) if (statement.terms.has(term)) shared += 1;
      if (shared > Math.max(1, terms.size * NEAR_FROM * AS_NEAR)) found.push({ statement, shared });
    }
  }
  found.sort((a, b) => b.shared - a.shared);
  const most = found[0]?.shared ?? 0;
  if (most <= Math.max(1, terms.size * NEAR_FROM)) return [];
  return found.filter(({ shared }) => shared >= most * AS_NEAR).map(({ statement }) => statement);
}

function denyTheSame(sentence: Statement, statement: Statement): boolean {
  return sentence.denials.length > 0 && statement.denials.length > 0 && !denyEachOther(sentence, statement);
}
