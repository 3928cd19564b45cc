import { splitLines, splitSentences, trimSpan, type TextSpan } from '../text/split-sentences.js';
import { type Figure } from './figure.js';
import { findFigures, readPeriod } from './find-figures.js';
import { findGarbledFigures } from './find-garbled-figures.js';
import { isInstruction } from './is-instruction.js';
import { isMeasured } from './is-measured.js';
import { type FactTerms, findCodes, readFactTerms } from './read-fact-terms.js';
import { readTier, type Tier } from './read-tier.js';

/** A figure with what the sentence or table cell around it says it is a figure of. Offsets are those of the text. */
export interface Fact extends FactTerms {
  readonly figure: Figure;
  /** The sentence or row, as written. */
  readonly sentence: string;
  readonly tier: Tier | null;
  /** `month` of a price per month, perhaps said by the column or a heading; null where nothing says. */
  readonly period: string | null;
  /** Further figures of the clause, which are terms of the first. */
  readonly others: readonly string[];
  readonly inTable: boolean;
}

interface Clause extends TextSpan {
  figures: readonly Figure[];
}

/** Figures are looked up line by line, which costs the square of a text; chunks are far below this. */
const MAX_CHARACTERS = 8_000;
const MAX_FACTS = 200;
/** Figures that hold for a time, for a part or roughly are compared with none. */
const UNSURE =
  /\b(?:until|till|as of|effective|since|starting|former(?:ly)?|previous(?:ly)?|was|were|last (?:year|month)|legacy|promotion(?:al)?|introductory|temporar\w*|example|e\.g|typical(?:ly)?|average|usually|often|about|approx\w*|around|roughly|currently|depends?|varies|vary)\b/i;

/** The facts of a text beneath its headings. Garbled figures and what is said to a model are none. */
export function listFacts(headings: string, whole: string): Fact[] {
  const text = whole.slice(0, MAX_CHARACTERS);
  const figures = leaveOut(findFigures(text), findGarbledFigures(text));
  const period = readPeriodWord(headings);
  const codes = findCodes(headings);
  return [...listRowFacts(text, figures, period), ...listSentenceFacts(text, figures, codes)].slice(0, MAX_FACTS);
}

function leaveOut(figures: readonly Figure[], spans: readonly TextSpan[]): Figure[] {
  return figures.filter(({ start, end }) => !spans.some((span) => span.start < end && start < span.end));
}

function isCompared(figure: Figure): boolean {
  return isMeasured(figure) && !figure.negated;
}

const PERIOD_WORDS: Readonly<Record<string, string>> = {
  hourly: 'hour',
  daily: 'day',
  weekly: 'week',
  monthly: 'month',
  quarterly: 'quarter',
  yearly: 'year',
  annual: 'year',
  annually: 'year',
};
const PERIOD_WORD = /\b(?:hourly|daily|weekly|monthly|quarterly|yearly|annual(?:ly)?)\b/i;

function readPeriodWord(text: string): string | null {
  const word = PERIOD_WORD.exec(text)?.[0].toLowerCase();
  return word === undefined ? (/\bper\b|\//i.test(text) ? readPeriod(text) : null) : (PERIOD_WORDS[word] ?? null);
}

/* Tables */

const RULE = /^\s*\|?\s*:?-{2,}[\s|:-]*$/;

function listRowFacts(text: string, figures: readonly Figure[], period: string | null): Fact[] {
  const lines = splitLines(text);
  const facts: Fact[] = [];
  let header: readonly string[] = [];
  for (const [index, line] of lines.entries()) {
    const written = text.slice(line.start, line.end);
    if (!isRow(written)) {
      header = [];
      continue;
    }
    const below = lines[index + 1];
    if (below !== undefined && RULE.test(text.slice(below.start, below.end))) {
      header = splitCells(text, line).map((cell) => text.slice(cell.start, cell.end));
    } else if (!RULE.test(written)) {
      facts.push(...readRowFacts({ text, row: line, header, period }, figures));
    }
  }
  return facts;
}

function isRow(line: string): boolean {
  return line.trimStart().startsWith('|');
}

interface Row {
  text: string;
  row: TextSpan;
  header: readonly string[];
  period: string | null;
}

function readRowFacts({ text, row, header, period }: Row, figures: readonly Figure[]): Fact[] {
  const cells = splitCells(text, row);
  const [first] = cells;
  if (first === undefined) return [];
  const subject = text.slice(first.start, first.end);
  const { start, end } = trimSpan(text, row.start, row.end);
  const sentence = text.slice(start, end);
  return cells.slice(1).flatMap((cell, index): Fact[] => {
    const inside = within(figures, cell);
    const [figure] = inside;
    // A cell of several figures or of a whole sentence is no value of its column.
    if (figure === undefined || inside.length > 1 || !isCompared(figure) || cell.end - cell.start > MAX_CELL) return [];
    const rest = `${text.slice(cell.start, figure.start)} ${text.slice(figure.end, cell.end)}`;
    const { column, tier, period: columnPeriod } = readColumn(header[index + 1] ?? '');
    const terms = readFactTerms(`${subject} ${column} ${rest}`);
    return [
      { ...terms, figure, sentence, tier, period: figure.period ?? columnPeriod ?? period, others: [], inTable: true },
    ];
  });
}

/** What a column is headed with, and what it says of how many and how long its figures are for. */
function readColumn(heading: string): { column: string } & Pick<Fact, 'tier' | 'period'> {
  const tier = readTier(heading, true);
  const rest = tier === null ? heading : heading.slice(0, tier.start) + heading.slice(tier.end);
  return { column: rest.replace(PER_UNIT, ' '), tier: tier?.tier ?? null, period: readPeriodWord(heading) };
}

const MAX_CELL = 60;
/** "Price per seat", "(EUR)", "in kg": how it is counted, not what. */
const PER_UNIT = /\(?\b(?:per|each|in|EUR|USD|CHF|GBP|kg)\b(?:\s\p{L}+)?\)?/giu;

/** The cells between the bars, trimmed. */
function splitCells(text: string, row: TextSpan): TextSpan[] {
  const bars = [...text.slice(row.start, row.end).matchAll(/\|/g)].map(({ index }) => row.start + index);
  const last = bars.at(-1) ?? row.start;
  const ends = text.slice(last + 1, row.end).trim() === '' ? bars : [...bars, row.end];
  return ends.slice(1).map((end, index) => trimSpan(text, (ends[index] ?? row.start) + 1, end));
}

function within(figures: readonly Figure[], { start, end }: TextSpan): Figure[] {
  return figures.filter((figure) => figure.start >= start && figure.end <= end);
}

/* Sentences */

const QUESTION = /\?["'”’*_)\s]*$/;
/** Dots that lead from a thing to its price end no sentence. */
const LEADERS = /\.{4,}/g;
/** A line that starts afresh inside what a splitter takes for one paragraph. */
const NEW_LINE = /\n(?=\s{0,8}[\p{Lu}\d"“*_])/gu;

function listSentenceFacts(text: string, figures: readonly Figure[], headingCodes: ReadonlySet<string>): Fact[] {
  let asked: ReadonlySet<string> = new Set();
  return splitSentences(text.replace(LEADERS, blank)).flatMap((span) =>
    splitAtLines(text, span).flatMap((line): Fact[] => {
      const sentence = text.slice(line.start, line.end);
      if (QUESTION.test(sentence)) {
        asked = findCodes(sentence);
        return [];
      }
      const inherited = asked.size > 0 ? asked : headingCodes;
      asked = new Set();
      if (isRow(sentence) || isInstruction(sentence) || UNSURE.test(sentence) || REFERS_BACK.test(sentence)) return [];
      return readSentenceFacts(text, line, within(figures, line), inherited);
    }),
  );
}

function blank(text: string): string {
  return ' '.repeat(text.length);
}

const REFERS_BACK = /^\W{0,3}(?:it|its|they|their|both|this|these|that|those|such)\b/i;

function splitAtLines(text: string, { start, end }: TextSpan): TextSpan[] {
  const body = text.slice(start, end);
  if (!body.includes('\n')) return [{ start, end }];
  const starts = [0, ...[...body.matchAll(NEW_LINE)].map(({ index }) => index)];
  return starts
    .map((at, index) => trimSpan(text, start + at, start + (starts[index + 1] ?? body.length)))
    .filter((line) => line.end > line.start);
}

const OPENING = /^[^,;:.\d]{1,80},\s/;
const BOUNDARY = /[;,](?=\s)|\s(?:and|but|then|while|whereas|or|und|et)\s|\s[–—]\s/;

function readSentenceFacts(
  text: string,
  line: TextSpan,
  figures: readonly Figure[],
  inherited: ReadonlySet<string>,
): Fact[] {
  const sentence = text.slice(line.start, line.end);
  // "With the school price, A costs … and B costs …": what a sentence opens with holds for all of it.
  const opening = readFactTerms(OPENING.exec(sentence)?.[0] ?? '').conditions;
  let codes = inherited;
  return splitClauses(text, line, figures).flatMap((clause): Fact[] => {
    const facts = readClauseFacts(text, clause, sentence).map((fact) => ({
      ...fact,
      codes: fact.codes.size > 0 ? fact.codes : codes,
      conditions: new Set([...fact.conditions, ...opening]),
    }));
    codes = facts[0]?.codes ?? codes;
    return facts;
  });
}

/** Parts of a sentence with figures of their own: it is cut only between two figures. */
function splitClauses(text: string, { start, end }: TextSpan, figures: readonly Figure[]): Clause[] {
  const clauses: Clause[] = [];
  let open: { start: number; figures: Figure[] } = { start, figures: [] };
  for (const figure of figures) {
    const last = open.figures.at(-1);
    const cut = last === undefined ? null : BOUNDARY.exec(text.slice(last.end, figure.start));
    if (last !== undefined && cut !== null) {
      clauses.push({ ...open, end: last.end + cut.index });
      open = { start: last.end + cut.index + cut[0].length, figures: [] };
    }
    open.figures.push(figure);
  }
  return [...clauses, { ...open, end }];
}

/** A clause of more is a list, and which word belongs to which figure is anybody's guess. */
const MAX_FIGURES = 6;
const BOUND_BEFORE = /\b(?:within|up to|at least|at most|from|over|above|below|under|after|for|in)\s(?:an?\s|the\s)?$/i;
/** "8% of the hire charge": what a share is taken of. */
const BASE = /^\s(?:of|on|off) (?:the|your|its|all|each) [\p{L} -]{1,40}/iu;

function readClauseFacts(text: string, clause: Clause, sentence: string): Fact[] {
  const tier = readTier(text.slice(clause.start, clause.end));
  const tierSpan = { start: clause.start + (tier?.start ?? 0), end: clause.start + (tier?.end ?? 0) };
  const figures = clause.figures.filter(
    ({ kind, start, end }) => kind !== 'standard' && !(start < tierSpan.end && end > tierSpan.start),
  );
  if (figures.length > MAX_FIGURES) return [];
  return figures.filter(isCompared).map((figure): Fact => {
    const others = figures.filter((other) => other !== figure);
    const rest = blankOut(text, clause, [...figures, tierSpan, ...listTrimmings(text, clause, figure)]);
    return {
      ...readFactTerms(rest),
      figure,
      sentence,
      tier: tier?.tier ?? null,
      period: figure.period ?? readPeriodWord(rest),
      others: others.map(({ kind, unit, amount }) => `${kind} ${unit ?? ''} ${amount}`).sort(),
      inTable: false,
    };
  });
}

/** The words that limit the figure, which are read with it, and what a share is taken of. */
function listTrimmings(text: string, { start, end }: TextSpan, figure: Figure): TextSpan[] {
  const bound = BOUND_BEFORE.exec(text.slice(start, figure.start));
  const base = figure.kind === 'percent' ? BASE.exec(text.slice(figure.end, end)) : null;
  return [
    ...(bound === null ? [] : [{ start: start + bound.index, end: figure.start }]),
    ...(base === null ? [] : [{ start: figure.end, end: figure.end + base[0].length }]),
  ];
}

/** The span's text with some of it replaced by spaces. */
function blankOut(text: string, { start, end }: TextSpan, blanks: readonly TextSpan[]): string {
  let kept = '';
  let at = start;
  for (const blank of [...blanks].sort((a, b) => a.start - b.start)) {
    kept += `${text.slice(at, Math.max(at, blank.start))} `;
    at = Math.max(at, blank.end);
  }
  return kept + text.slice(at, end);
}
