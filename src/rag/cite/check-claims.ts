import { type Claim, type ClaimKind } from '../passage.js';
import { findActions, isHabitual, type Action } from './find-actions.js';
import { findFigures, type Figure } from './find-figures.js';
import { isAsked, refersBack } from './read-stance.js';
import { saysSameDate } from './read-date.js';
import { toTerms } from '../text/tokenize-text.js';

/**
 * A text that may prove a claim; `ref` names it in the answer (a document, a field, a tool row). A customer's `message` is
 * what the prospect wrote: it proves nothing but the quantities a sentence takes up from it.
 */
export interface ClaimEvidence {
  readonly kind: 'knowledge' | 'customer';
  readonly ref: string;
  readonly text: string;
}

const KINDS: Readonly<Record<Figure['kind'], ClaimKind>> = {
  money: 'price',
  free: 'price',
  percent: 'percent',
  date: 'date',
  duration: 'quantity',
  quantity: 'quantity',
  standard: 'policy',
  link: 'policy',
};

/**
 * The figures and done deeds a sentence states, each settled against the evidence. A figure is verified when the same
 * normal form with an agreeing unit stands in a text of the evidence, else unsupported. A deed of the speaker is never
 * verified by texts (only a committed tool row could, and none is handed in here); a passive one is when the evidence
 * says so, because then it is the document's statement.
 */
export function checkClaims(sentence: string, evidence: readonly ClaimEvidence[]): Claim[] {
  const figures = findFigures(sentence).filter((figure) => !isAsked(figure, sentence));
  const known = figures.length === 0 ? [] : evidence.map((item) => ({ item, figures: figuresOf(item) }));
  const claims = figures.map((figure) => {
    const proving = known.filter(({ item }) => !isOwnWords(item) || refersBack(figure, sentence));
    return { at: figure.start, claim: settleFigure(figure, proving) };
  });
  const statements = evidence.filter((item) => !isOwnWords(item));
  const deeds = findActions(sentence).map((action) => ({ at: action.at, claim: settleAction(action, statements) }));
  return [...claims, ...deeds].sort((a, b) => a.at - b.at).map(({ claim }) => claim);
}

function isOwnWords({ kind, ref }: ClaimEvidence): boolean {
  return kind === 'customer' && ref === 'message';
}

const MAX_REMEMBERED_TEXTS = 1_000;
const readTexts = new Map<string, readonly Figure[]>();
const readOnce = new WeakMap<ClaimEvidence, readonly Figure[]>();

/** A draft has several sentences over the same evidence, and drafts share their passages: each text is read once. */
function figuresOf(evidence: ClaimEvidence): readonly Figure[] {
  const { kind, text } = evidence;
  const known = kind === 'knowledge' ? readTexts.get(text) : readOnce.get(evidence);
  if (known !== undefined) return known;
  const figures = findFigures(text);
  // What customers wrote is theirs: it is kept no longer than the turn.
  if (kind === 'knowledge') rememberText(text, figures);
  else readOnce.set(evidence, figures);
  return figures;
}

function rememberText(text: string, figures: readonly Figure[]): void {
  if (readTexts.size >= MAX_REMEMBERED_TEXTS) readTexts.clear();
  readTexts.set(text, figures);
}

function settleFigure(figure: Figure, known: readonly { item: ClaimEvidence; figures: readonly Figure[] }[]): Claim {
  const proof = known.find(({ item, figures }) => figures.some((stated) => statesSame(figure, stated, item.text)));
  return {
    text: figure.text.trim(),
    kind: KINDS[figure.kind],
    verdict: proof === undefined ? 'unsupported' : 'verified',
    evidence: proof === undefined ? null : { kind: proof.item.kind, ref: proof.item.ref },
  };
}

/** Kinds that are told apart by what they name. */
const NAMES: ReadonlySet<Figure['kind']> = new Set(['standard', 'link']);

function statesSame(claim: Figure, stated: Figure, evidenceText: string): boolean {
  if (claim.kind === 'date') return claim.dates.some((date) => stated.dates.some((other) => saysSameDate(date, other)));
  if (NAMES.has(claim.kind)) return namesSame(claim, stated);
  if (claim.kind === 'free') return isAboutSame(claim, stated);
  if (stated.kind === 'date' || Math.abs(claim.amount - stated.amount) > 1e-6) return false;
  if (claim.kind === stated.kind && claim.unit === stated.unit) return agreeOnPeriod(claim, stated);
  return isBareCellOf(claim, stated, evidenceText) || differsInWordingOnly(claim, stated);
}

/** A standard named alone stands for any of its parts: `ISO` in `ISO 27001`; a denied one does not prove it. */
function namesSame(claim: Figure, stated: Figure): boolean {
  const sameNumber = claim.amount === 0 || claim.amount === stated.amount;
  return claim.kind === stated.kind && claim.unit === stated.unit && sameNumber && claim.negated === stated.negated;
}

/** Something else that is free proves nothing: most words next to the one `free` stand next to the other. */
function isAboutSame(claim: Figure, stated: Figure): boolean {
  if (stated.kind !== 'free') return false;
  const shared = claim.nearby.filter((term) => stated.nearby.includes(term));
  return claim.nearby.length === 0 || shared.length * 2 > claim.nearby.length;
}

function agreeOnPeriod(claim: Figure, stated: Figure): boolean {
  return claim.period === null || stated.period === null || claim.period === stated.period;
}

/** A number in a table cell has its unit in the column's heading: the unit must at least be somewhere in the text. */
function isBareCellOf(claim: Figure, stated: Figure, evidenceText: string): boolean {
  if (!stated.inTable || stated.unit !== null) return false;
  if (claim.kind === 'percent') return /%|percent/i.test(evidenceText);
  if (claim.kind === 'money') return /[$€£¥₹]|\b(?:USD|EUR|GBP|CHF|JPY|INR)\b/.test(evidenceText);
  return true;
}

/**
 * Plain numbers: one side names no unit ("up to 50" for "50 seats") or has an adjective before it ("34 ready-made
 * integrations"). Prices and percentages are never plain.
 */
function differsInWordingOnly(claim: Figure, stated: Figure): boolean {
  if (claim.kind !== 'quantity' || stated.kind !== 'quantity') return false;
  if (claim.unit === null || stated.unit === null) return true;
  return stated.nearby.includes(claim.unit) || claim.nearby.includes(stated.unit);
}

function settleAction(action: Action, evidence: readonly ClaimEvidence[]): Claim {
  const proof = action.passive === null ? undefined : evidence.find((item) => statesDeed(action, item.text));
  return {
    text: action.text,
    kind: 'action',
    verdict: proof === undefined ? 'unsupported' : 'verified',
    evidence: proof === undefined ? null : { kind: proof.kind, ref: proof.ref },
  };
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
