import { admitsIgnorance } from './admits-ignorance.js';
import { type Claim, type ClaimKind } from '../passage.js';
import { type Figure } from './figure.js';
import { findActions, isHabitual, type Action } from './find-actions.js';
import { findContradicting } from './find-contradictions.js';
import { findFigures } from './find-figures.js';
import { isRetold } from './is-retold.js';
import { readEvidence, type ClaimEvidence, type Reading } from './read-evidence.js';
import { isAsked, refersBack } from './read-stance.js';
import { readSentence } from './read-sentence.js';
import { type StatedFigure, type Statement } from './statement.js';
import { findUnproven } from './settle-assertion.js';
import { isComparable, saysSame, settleFigure } from './settle-figure.js';
import { findContradictingFigure, settleQuote, type SettledQuote } from './settle-quote.js';
import { toTerms } from '../text/tokenize-text.js';

export { type ClaimEvidence };

const KINDS: Readonly<Record<Figure['kind'], ClaimKind>> = {
  money: 'price',
  free: 'price',
  percent: 'percent',
  date: 'date',
  time: 'date',
  duration: 'quantity',
  ratio: 'quantity',
  frequency: 'quantity',
  quantity: 'quantity',
  standard: 'policy',
  link: 'policy',
};

interface PlacedClaim {
  at: number;
  claim: Claim;
}

/**
 * What a sentence states, settled against the evidence, in order: its figures, deeds, and, as `policy`, what it asserts
 * without a figure that the evidence denies or does not have (absolutes, names, the opposite of a statement).
 *
 * A figure is verified when the place of the evidence that fits the sentence best has the same value; contradicted when
 * that place has another one, or when `others` (all passages of the turn, where the sentence cites some of them) say
 * otherwise of the same thing. A deed of the speaker is never verified by texts; a passive one is when the evidence says so.
 */
export function checkClaims(
  sentence: string,
  evidence: readonly ClaimEvidence[],
  others: readonly ClaimEvidence[] = evidence,
): Claim[] {
  const figures = findFigures(sentence).filter((figure) => !isAsked(figure, sentence));
  const statement = readSentence(sentence, { start: 0, end: sentence.length }, figures);
  const readings = evidence.map(readEvidence);
  const knowledge = readings.filter(({ item }) => item.kind === 'knowledge');
  const own = readings.filter(({ item }) => item.kind === 'customer');
  const all = others.filter(({ kind }) => kind === 'knowledge').map(readEvidence);
  const quote = settleQuote(sentence, knowledge);
  const isQuoted = quote !== null && quote.otherwise === null;
  const claims = [
    ...statement.figures.map((stated) => {
      const claim = isQuoted
        ? settleQuoted(stated, quote, all)
        : settleStated(statement, stated, { knowledge, own, all });
      return { at: stated.figure.start, claim };
    }),
    ...findActions(sentence).map((action) => ({ at: action.at, claim: settleAction(action, statement, readings) })),
  ];
  if (quote !== null && !isQuoted) claims.push(denyRow(sentence, quote));
  if (!isQuoted && claims.every(({ claim }) => claim.verdict === 'verified'))
    claims.push(...settleAssertions(statement, readings, all));
  const isAdmission = admitsIgnorance(sentence);
  return claims
    .sort((a, b) => a.at - b.at)
    .map(({ claim }) => claim)
    .filter(({ kind }) => kind !== 'policy' || !isAdmission);
}

/** A figure of a sentence that repeats its evidence. */
function settleQuoted(stated: StatedFigure, { repeated }: SettledQuote, all: readonly Reading[]): Claim {
  const { figure } = stated;
  const against = repeated.flatMap((one) => findContradictingFigure(stated, one, all) ?? [])[0];
  const proof = against ?? repeated[0]?.reading ?? null;
  return {
    text: figure.text.trim(),
    kind: KINDS[figure.kind],
    verdict: against === undefined ? 'verified' : 'contradicted',
    evidence: toEvidence(proof),
  };
}

function denyRow(sentence: string, { otherwise }: SettledQuote): PlacedClaim {
  return {
    at: 0,
    claim: { text: sentence.trim(), kind: 'policy', verdict: 'contradicted', evidence: toEvidence(otherwise) },
  };
}

interface FigureEvidence {
  knowledge: readonly Reading[];
  own: readonly Reading[];
  all: readonly Reading[];
}

function settleStated(statement: Statement, stated: StatedFigure, { knowledge, own, all }: FigureEvidence): Claim {
  const claim = { text: stated.figure.text.trim(), kind: KINDS[stated.figure.kind] };
  const settled = settleFigure({ statement, stated }, knowledge, all);
  if (settled.verdict === 'verified') {
    const against = settled.by === null ? null : findContradicting(settled.by, all);
    const proof = against ?? settled.proof;
    return { ...claim, verdict: against === null ? 'verified' : 'contradicted', evidence: toEvidence(proof) };
  }
  const known = own.find((reading) => provesOwn(stated.figure, statement.text, reading));
  if (known !== undefined) return { ...claim, verdict: 'verified', evidence: toEvidence(known) };
  return { ...claim, verdict: settled.verdict, evidence: toEvidence(settled.proof) };
}

/** A record proves its figures; the prospect's message only quantities that the sentence takes up. */
function provesOwn(figure: Figure, sentence: string, { item, statements }: Reading): boolean {
  if (item.ref === 'message' && !refersBack(figure, sentence)) return false;
  return statements.some((statement) =>
    statement.figures.some((known) => isComparable(figure, known.figure) && saysSame(figure, known.figure)),
  );
}

function toEvidence(reading: Reading | null): Claim['evidence'] {
  return reading === null ? null : { kind: reading.item.kind, ref: reading.item.ref };
}

function settleAssertions(statement: Statement, readings: readonly Reading[], all: readonly Reading[]): PlacedClaim[] {
  return findUnproven(statement, readings, all).map(({ text, at, verdict, by }) => ({
    at,
    claim: { text, kind: 'policy', verdict, evidence: toEvidence(by) },
  }));
}

function isOwnWords({ kind, ref }: ClaimEvidence): boolean {
  return kind === 'customer' && ref === 'message';
}

function settleAction(action: Action, statement: Statement, readings: readonly Reading[]): Claim {
  const proof =
    action.passive === null ? undefined : readings.find((reading) => provesDeed(action, statement, reading));
  return {
    text: action.text,
    kind: 'action',
    verdict: proof === undefined ? 'unsupported' : 'verified',
    evidence: toEvidence(proof ?? null),
  };
}

function provesDeed(action: Action, statement: Statement, { item, statements }: Reading): boolean {
  if (isOwnWords(item)) return false;
  return statesDeed(action, item.text) || statements.some((known) => isRetold(statement, known));
}

/** The same words, or, of what happens as a rule, the same subject and "is … deleted". */
function statesDeed({ text, passive }: Action, evidenceText: string): boolean {
  const said = evidenceText.toLowerCase();
  if (said.includes(text.toLowerCase())) return true;
  if (passive === null || !isHabitual(passive.participle)) return false;
  if (!new RegExp(String.raw`\b(?:is|are)\s(?:\w{1,20}\s){0,2}${passive.participle}\b`).test(said)) return false;
  const known = new Set(toTerms(evidenceText));
  return toTerms(passive.subject).every((term) => known.has(term));
}
