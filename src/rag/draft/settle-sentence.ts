import { findAll } from '../../shared/find-all.js';
import { guessLanguage, splitWords } from '../../nlu/index.js';
import { checkClaims } from '../cite/check-claims.js';
import { checkGrounding } from '../cite/check-grounding.js';
import { citePassage } from '../cite/cite-passage.js';
import { type Citation, type Claim } from '../passage.js';
import { isSound, readCalculation, type Calculation } from '../../shared/calculation.js';
import { shorten } from '../../shared/text.js';
import { isConversational } from './is-conversational.js';
import { type DraftEvidence } from './draft-evidence.js';

/** A sentence after it was checked: what may be shown, or why it may not. */
export type SettledSentence =
  { verdict: 'keep'; text: string; citations: Citation[]; claims: Claim[] } | { verdict: 'drop'; claims: Claim[] };

const MAX_CLAIM_CHARS = 120;
const MARKERS = /\s?\[(\d{1,3})\]/g;

/**
 * Settles one sentence of a draft against the evidence of the turn. A sentence with a figure, or with a "done", that
 * nothing supports is dropped whole, and so is one that tells of the offer what no passage says; a marker that names no
 * passage is removed; a figure found in a passage that the sentence forgot to cite gets its marker.
 */
export function settleSentence(sentence: string, evidence: DraftEvidence): SettledSentence {
  const markers = [...new Set(findAll(sentence, MARKERS).map((match) => Number(match[1])))];
  const valid = markers.filter((marker) => evidence.passage(marker) !== undefined);
  const whole = sentence.replaceAll(MARKERS, '');
  const calculation = readCalculation(whole);
  if (!followsFrom(calculation, evidence)) return { verdict: 'drop', claims: [ungrounded(whole)] };
  // What is worked out follows from the statement, which has to stand in a passage like any other.
  const bare = calculation?.statement ?? whole;

  const inOther = evidence.language !== 'en' && isForeign(bare, evidence.language);
  const stated = checkClaims(bare, evidence.texts(valid), evidence.texts([])).filter(
    (claim) => !inOther || !isWording(claim),
  );
  const claims = [...stated, ...claimResults(calculation, stated)];
  if (claims.some((claim) => claim.verdict !== 'verified')) return { verdict: 'drop', claims };
  if (!isGrounded(bare, valid, evidence)) return { verdict: 'drop', claims: [...claims, ungrounded(bare)] };

  const forgotten = valid.length > 0 ? [] : markersOfClaims(claims, evidence);
  return {
    verdict: 'keep',
    text: forgotten.length > 0 ? withMarkers(whole, forgotten) : withoutUnknown(sentence, valid),
    citations: [...valid, ...forgotten].flatMap((marker) => citationFor(marker, bare, evidence)),
    claims,
  };
}

/** Whether what is worked out is right, and for a number that the prospect has named. */
function followsFrom(calculation: Calculation | undefined, evidence: DraftEvidence): boolean {
  return calculation === undefined || (isSound(calculation) && evidence.hasCount(calculation.count));
}

/** The results of a sound calculation are as true as the price it starts from. */
function claimResults(calculation: Calculation | undefined, stated: readonly Claim[]): Claim[] {
  const price = stated.find(({ kind, verdict }) => kind === 'price' && verdict === 'verified');
  return (calculation?.equations ?? []).map(({ resultText }) => ({
    text: resultText,
    kind: 'price',
    verdict: price === undefined ? 'unsupported' : 'verified',
    evidence: price?.evidence ?? null,
  }));
}

/** "Happy to help, Ingrid [2].": a courtesy with a marker is one all the same; a statement is held against what it cites. */
const COURTESY =
  /^\W*(?:(?:we|i) (?:can|would be glad to|would be happy to) help|(?:happy|glad) to help|thanks?|thank you|hello|hi|dear)\b[^.!?:;]{0,40}[.!?,\s]*$/i;

/** What only carries the conversation needs no passage; everything else has to stand in those cited, or in any. */
function isGrounded(sentence: string, cited: readonly number[], evidence: DraftEvidence): boolean {
  // Words are compared, so what is said in another language than the documents' cannot be.
  if (
    isForeign(sentence, evidence.language) ||
    COURTESY.test(sentence) ||
    (cited.length === 0 && isConversational(sentence))
  )
    return true;
  return checkGrounding(sentence, evidence.groundTexts(cited)).grounded;
}

const FIGURE_OR_STANDARD = /\d|:\/\/|^\p{Lu}{2,}/u;

/** A name or a word no passage has, found by comparing English words: in German every noun would be such a name. */
function isWording({ kind, verdict, text }: Claim): boolean {
  return kind === 'policy' && verdict === 'unsupported' && !FIGURE_OR_STANDARD.test(text);
}

const BEYOND_ASCII_LETTER = /[^\p{ASCII}\P{L}]/u;

/** A sentence too short to tell its language is in the one that was asked for. */
function isForeign(sentence: string, asked: string): boolean {
  const language = guessLanguage(sentence, splitWords(sentence));
  return language === 'und' ? asked !== 'en' || BEYOND_ASCII_LETTER.test(sentence) : language !== 'en';
}

function ungrounded(sentence: string): Claim {
  return { text: shorten(sentence.trim(), MAX_CLAIM_CHARS), kind: 'policy', verdict: 'unsupported', evidence: null };
}

function markersOfClaims(claims: readonly Claim[], evidence: DraftEvidence): number[] {
  const markers = claims.flatMap((claim) =>
    claim.evidence?.kind === 'knowledge' ? (evidence.markerOf(claim.evidence.ref) ?? []) : [],
  );
  return [...new Set(markers)];
}

function citationFor(marker: number, sentence: string, evidence: DraftEvidence): Citation[] {
  const passage = evidence.passage(marker);
  if (passage === undefined) return [];
  const found = citePassage(sentence, passage);
  if (found === null) return [];
  const { documentId, title, source } = passage;
  const { quote, start, end } = found;
  return [{ marker, documentId, title, source, quote, start, end }];
}

function withoutUnknown(sentence: string, valid: readonly number[]): string {
  return sentence.replaceAll(MARKERS, (marker, number: string) => (valid.includes(Number(number)) ? marker : ''));
}

/** Before the closing punctuation and the white space that follows. */
function withMarkers(sentence: string, markers: readonly number[]): string {
  const tail = /[.!?…"'”’)\]]*\s*$/.exec(sentence)?.[0] ?? '';
  const body = sentence.slice(0, sentence.length - tail.length);
  return `${body} ${markers.map((marker) => `[${marker}]`).join('')}${tail}`;
}
