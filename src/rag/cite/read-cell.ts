import { type TextSpan } from '../text/split-sentences.js';
import { toTerms, tokenizeText } from '../text/tokenize-text.js';
import { type Figure } from './figure.js';
import { findFigures, readCounted, readPeriod } from './find-figures.js';
import { normalizeQuote } from './normalize-quote.js';
import { readSides, type Sides } from './read-sides.js';
import { NOT_COUNTED, unifyTerm } from './unify-term.js';

/** A cell of a table row with what the heading of its column says. */
export interface TableCell extends TextSpan {
  /** The column's heading (`normalizeQuote`). */
  readonly heading: string;
  readonly terms: readonly string[];
  readonly headingTerms: readonly string[];
  readonly sides: Sides;
  /** A figure of the cell with the unit, period and count the heading has for it. */
  complete: (figure: Figure) => Figure;
}

/** @param subject the row's first cell, whose sides its other cells take too */
export function readCell(text: string, cell: TextSpan, heading: TextSpan | undefined, subject = ''): TableCell {
  const name = heading === undefined ? '' : text.slice(heading.start, heading.end);
  const own = text.slice(cell.start, cell.end);
  return {
    ...cell,
    heading: normalizeQuote(name),
    terms: listTerms(own),
    headingTerms: listTerms(name),
    sides: readSides(tokenizeText(`${subject} ${name} ${own}`).map(({ word }) => word.toLowerCase())),
    complete: (figure) => completeFigure(figure, name),
  };
}

function listTerms(text: string): string[] {
  return toTerms(text)
    .filter((term) => !/^[\d.,]+$/.test(term))
    .map(unifyTerm);
}

/** A column called "Phone numbers included" counts numbers. */
function countedIn(heading: string): string | null {
  return listTerms(heading).findLast((term) => !NOT_COUNTED.has(term)) ?? null;
}

/** One of what a heading names: `$1` for "Price in $", `1 days` for "Trial (days)". */
function readUnit(heading: string): Figure | undefined {
  const [unit] = UNITS.flatMap((pattern) => pattern.exec(heading)?.[0] ?? []);
  if (unit === undefined) return undefined;
  return findFigures(SIGN.test(unit) ? `${unit}1` : `1 ${unit}`)[0];
}

const SIGN = /^[$€£¥₹]$/;
const CURRENCY = /[$€£¥₹]|\b(?:USD|EUR|GBP|CHF|JPY|INR|dollars?|euros?|pounds?)\b/i;
const DURATION = /\b(?:business days?|seconds?|minutes?|hours?|days?|weeks?|months?|years?)\b/i;
const UNITS: readonly RegExp[] = [/%|\bpercent\b/i, CURRENCY, DURATION];

/** `39` under "Price in USD" is money, `14` under "Trial (days)" a duration, `20` under "Discount in %" a percentage. */
function completeFigure(figure: Figure, heading: string): Figure {
  const period = figure.period ?? (figure.kind === 'money' ? readPeriod(heading) : null);
  const per = figure.per ?? readCounted(heading);
  if (figure.kind !== 'quantity' || figure.unit !== null) return { ...figure, period, per };
  const written = readUnit(heading);
  if (written === undefined) return { ...figure, per, unit: countedIn(heading), nearby: listTerms(heading) };
  const amount = figure.amount * written.amount;
  return { ...figure, kind: written.kind, unit: written.unit, amount, period: readPeriod(heading), per };
}
