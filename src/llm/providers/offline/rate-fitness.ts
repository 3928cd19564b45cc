import { type WantedFigure } from './choose-wanted-figure.js';
import { type PreparedRow, type PreparedSentence } from './prepare-passage.js';

const MONEY = /[$€£¥]\s?\d|\b(?:USD|EUR|GBP|CHF)\b/;
const PER_UNIT = /\bper (?:seat|user|person|agent|licen[cs]e|month|year)\b|\/(?:seat|user|month|mo|year)\b/i;
/** What is saved or paid extra is not what it costs. */
const COMPARES_PRICES = /\b(?:saves?|savings?|cheaper|less than|more than|discount|extra|instead of)\b/i;
const DURATION =
  /\d+(?:[.,]\d+)?[\s-]?(?:minute|hour|day|week|month|year|business day|working day)|\b(?:one|two|three|four|five|six|ten|twelve) (?:minute|hour|day|week|month)s?\b/i;
/** How long something takes, and not just any span of time. */
const LASTS =
  /\b(?:takes?|lasts?|within|live (?:in|after)|in|after|up to) (?:about |around |approximately |typically )?(?:\d+|one|two|three|four|five|six|ten|twelve)(?: to \w+)? (?:business |working )?(?:minute|hour|day|week|month)/i;
/** "Acme is a shared inbox for sales teams." */
const DEFINES =
  /^\p{Lu}[\p{L}\p{N}]+(?: \p{Lu}[\p{L}\p{N}]+)? (?:is|are|helps|lets|brings) (?:an? |the |one |all )?\p{Ll}/u;
const APPROVAL = /\b(?:approv\w+|authori[sz]\w+|sign-?off|decided by|decides)\b/i;
/** A sentence that leans on the one before it does not stand well alone. */
const POINTS_BACK = /^(?:\S+ ){1,5}(?:these|this|those|such) \p{Ll}/u;
const LEANS_BACK = /^(?:it|this|that|these|those|they|he|she|both|such|however|also|otherwise|instead)\b/i;

/** What speaks for a sentence whatever the words of the question: its figure, its brevity, its passage's rank. */
export function rateFitness({ text, row }: PreparedSentence, passageRank: number, wanted: WantedFigure): number {
  const rank = 1 + 0.25 / passageRank;
  const leaning = LEANS_BACK.test(text) ? 0.5 : POINTS_BACK.test(text) ? 0.4 : 1;
  return (rank * leaning * rateFigure(text, wanted, row)) / (0.85 + (0.15 * text.length) / 120);
}

/** Above 1 for a sentence that has what the question is after. */
function rateFigure(text: string, wanted: WantedFigure, row: PreparedRow | null): number {
  return wanted === null ? 1 : RATES[wanted](text, row);
}

const RATES: Record<NonNullable<WantedFigure>, (text: string, row: PreparedRow | null) => number> = {
  money: (text) => (!MONEY.test(text) ? 0.7 : COMPARES_PRICES.test(text) ? 0.9 : PER_UNIT.test(text) ? 2.1 : 1.6),
  duration: (text, row) => (!DURATION.test(text) ? 1 : row !== null || LASTS.test(text) ? 1.9 : 1.4),
  approval: (text) => (APPROVAL.test(text) ? 1.35 : 1),
  amount: (text) => (/\d/.test(text) ? 1.15 : 1),
  definition: (text) => (DEFINES.test(text) ? 2.5 : 1),
  overview: (_text, row) => (row?.isOffer === true ? 2.5 : 1),
};
