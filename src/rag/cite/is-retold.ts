import { takeOtherSides } from './read-sides.js';
import { type Statement } from './statement.js';

const sequences = new WeakMap<Statement, string>();

function sequenceOf(statement: Statement): string {
  let sequence = sequences.get(statement);
  if (sequence === undefined) {
    sequence = ` ${listTerms(statement).join(' ')}`;
    sequences.set(statement, sequence);
  }
  return sequence;
}

/** What stands within a figure ("percent", a currency) is compared with it. */
function listTerms({ words, figures }: Statement): string[] {
  let at = 0;
  return words.flatMap(({ term, start }) => {
    while ((figures[at]?.figure.end ?? Infinity) <= start) at += 1;
    return term === null || start >= (figures[at]?.figure.start ?? Infinity) ? [] : [term];
  });
}

/**
 * Whether a sentence is a statement in its own words and order, function words and the values of its figures apart: then
 * each figure has its place, and only its value is left to compare.
 */
export function isRetold(claim: Statement, statement: Statement): boolean {
  if (statement.subject !== null || claim.figures.length !== statement.figures.length) return false;
  if (claim.denials.length !== statement.denials.length || takeOtherSides(claim.sides, statement.sides)) return false;
  const [said, written] = [sequenceOf(claim), sequenceOf(statement)];
  return written.length > 1 && said.endsWith(written) && said.length - written.length < MAX_OPENING;
}

/** "In short: …" */
const MAX_OPENING = 24;
