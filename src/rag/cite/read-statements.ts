import { splitLines, splitSentences, type TextSpan } from '../text/split-sentences.js';
import { toTerms } from '../text/tokenize-text.js';
import { type Figure } from './figure.js';
import { findFigures } from './find-figures.js';
import { findGarbledFigures } from './find-garbled-figures.js';
import { isInstruction } from './is-instruction.js';
import { readRow } from './read-row.js';
import { readSentence } from './read-sentence.js';
import { type Statement } from './statement.js';
import { unifyTerm } from './unify-term.js';

const HEADING_CHARACTERS = 200;
const SENTENCE_MARK = /[.!?…](?:\s|$)|[|;]/;

/** The part of an evidence text above its body: evidence is a passage's headings, then its text. */
function findHeadingEnd(text: string): number {
  const [first, second] = splitLines(text.slice(0, HEADING_CHARACTERS + 1_000));
  if (first === undefined || second === undefined || first.end > HEADING_CHARACTERS) return 0;
  const runsOn = /^[\p{Ll}\d]/u.test(text.slice(second.start, second.start + 2));
  return runsOn || SENTENCE_MARK.test(text.slice(0, first.end)) ? 0 : first.end;
}

/** The statements of an evidence text; instructions to a model and garbled figures are no evidence and are left out. */
export function readStatements(text: string, title = ''): Statement[] {
  const headingEnd = findHeadingEnd(text);
  const about = new Set(toTerms(`${title} ${text.slice(0, headingEnd)}`).map(unifyTerm));
  const spans = splitSentences(text.slice(headingEnd)).map((span) => shift(span, headingEnd));
  const figures = leaveOut(findFigures(text), findGarbledFigures(text));
  const shared = shareOut(figures, spans);
  const statements: Statement[] = [];
  let header: TextSpan | null = null;
  for (const [index, span] of spans.entries()) {
    header = findHeader(text, span, header);
    if (header === span || isInstruction(text.slice(span.start, span.end))) continue;
    const own = shared[index] ?? [];
    if (header === null) statements.push(readSentence(text, span, own, aboutOf(text, span, about, statements.at(-1))));
    else statements.push(readRow(text, { header, row: span }, own, about));
  }
  return statements;
}

/** Below a header stands a rule; rows without one, of a table that began in another passage, have nothing for a header. */
const RULE_BELOW = /^[^\S\n]*\n[^\S\n]*\|?[^\S\n]*:?-{2}/;

function findHeader(text: string, span: TextSpan, current: TextSpan | null): TextSpan | null {
  if (text.charAt(span.start) !== '|') return null;
  if (RULE_BELOW.test(text.slice(span.end, span.end + 40))) return span;
  return current ?? { start: span.start, end: span.start };
}

/** The figures of each span; both are in order, and one walk does it. */
function shareOut(figures: readonly Figure[], spans: readonly TextSpan[]): Figure[][] {
  const shared: Figure[][] = spans.map(() => []);
  let at = 0;
  for (const figure of figures) {
    while ((spans[at]?.end ?? Infinity) < figure.end) at += 1;
    if (figure.start >= (spans[at]?.start ?? Infinity)) shared[at]?.push(figure);
  }
  return shared;
}

/** The figures that touch none of the spans; both are in order. */
function leaveOut(figures: readonly Figure[], spans: readonly TextSpan[]): Figure[] {
  let at = 0;
  return figures.filter(({ start, end }) => {
    while ((spans[at]?.end ?? Infinity) <= start) at += 1;
    return (spans[at]?.start ?? Infinity) >= end;
  });
}

function shift({ start, end }: TextSpan, by: number): TextSpan {
  return { start: start + by, end: end + by };
}

const REFERS_BACK = /^\W{0,3}(?:it|its|they|their|both|this|these|that|those|each|such|he|she)\b/i;

function aboutOf(
  text: string,
  span: TextSpan,
  heading: ReadonlySet<string>,
  before: Statement | undefined,
): Set<string> {
  const refersBack = before !== undefined && REFERS_BACK.test(text.slice(span.start, span.start + 12));
  return new Set(refersBack ? [...heading, ...before.terms, ...before.about] : heading);
}
