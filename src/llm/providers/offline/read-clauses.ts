import { findAll } from '../../../shared/find-all.js';
import { splitSentences } from '../../../nlu/index.js';
import { saysNothing } from './light-words.js';
import { readTerms } from './read-terms.js';

/** What a message asks, thing by thing, and what leads up to it. */
export interface Asked {
  clauses: string[];
  leadUp: string;
  /** Whether anything is asked; without a question the message, or what it says is needed, is the one clause. */
  asks: boolean;
}

const MAX_CHARS = 4_000;
const MAX_SENTENCES = 60;
const MAX_CLAUSES = 6;
/** "1) is there an app 2) do you …", "(3) …" */
const ENUMERATION = /(?:^|\s)\(?\d{1,2}\)\s*/g;
/** Where one sentence asks two things: "What does it cost and is there a trial?" */
const NEXT_QUESTION =
  /(?:[,;]?\s+(?:and|or|but|plus|&)|[,;])\s+(?=(?:also\s+)?(?:is|are|do|does|did|can|could|will|would|(?:(?:in|on|at|for|to|by|with)\s+)?(?:what|how|which|where|when|who))\b)/i;
const JOINS = /^\W*(?:(?:and|or|but|plus|also|then|so)\b\W*)+/i;
/** "My boss asks whether …": what stands before it leads up to the question. */
const INDIRECT =
  /^.{0,80}\b(?:ask(?:s|ed|ing)?|wonder(?:s|ing)?|know|tell (?:me|us)) (?=(?:whether|if|how|what|which|when|where)\b)/i;
const BEGINS_AS_QUESTION =
  /^(?:(?:and|or|also|so|but)\s+)*(?:can|could|do|does|is|are|how|what|whats|which|where|who|why|any)\b/i;
/** "if I hire two more do I have to pay for the whole year": typed without its mark. */
const ASKS_INSIDE = /\b(?:do|does|can|could|should|would|will|is|are) (?:i|we|you|u|it|they|there)\b/i;
/** "Our contract ends in May, how do we renew?": what stands before the question leads up to it. */
const LEAD_IN =
  /^(?!(?:if|when|for|with|on|as|in|assuming)\b)(.{8,}?)[,;:]\s+(?=(?:so )?(?:any|how|what|which|where|when|who|why|can|could|do|does|is|are|will|would)\b)/i;
/** "Could you call me on Monday?" has a question mark, and asks for a deed. */
const ASKS_FOR_DEED =
  /\b(?:can|could|would|will|may|shall) (?:you|we|i|someone|somebody|anyone)(?: please| kindly| also)? (?:please )?(?:call|ring|phone|book|schedule|arrange|set up|get back|have (?:a|the) (?:call|chat|demo|meeting|conversation|quick)|talk|speak|meet|hop on|jump on|sign|order|go ahead|get started|move forward|proceed)\b/i;
const NEED = /\b(?:needs?|requires?|must have|wants?|looking for|use|using)\b:?([^.!?\n]{2,200})/gi;
/** From so many things on, what is needed is a list: "signed DPA, list of sub-processors, and …". */
const MIN_LISTED = 3;
const LISTED = /,\s*(?:and\s+|or\s+)?|\s+and\s+/i;

/** With its mark, or as people type who leave it out; a request for a deed is none. */
export function isQuestion(sentence: string): boolean {
  if (ASKS_FOR_DEED.test(sentence)) return false;
  return (
    sentence.endsWith('?') || BEGINS_AS_QUESTION.test(sentence) || INDIRECT.test(sentence) || ASKS_INSIDE.test(sentence)
  );
}

/** Whether anything is asked that could be looked up. */
export function asksSomething(text: string): boolean {
  return readSentences(text).some(isQuestion);
}

/** The things asked, and what leads up to them; a message without a question is one thing, or the list of what it needs. */
export function readClauses(message: string): Asked {
  const sentences = readSentences(message);
  const questions = sentences.filter(isQuestion);
  if (questions.length === 0) return readStatement(sentences);
  const leadIns = questions.map(readLeadIn);
  const clauses = questions
    .flatMap((question, i) => question.slice(leadIns[i]?.length ?? 0).split(NEXT_QUESTION))
    .reduce(joinFragments, [])
    .map((clause) => clause.replace(JOINS, ''));
  const statements = sentences.filter((sentence) => !isQuestion(sentence));
  const meant = clauses.filter((clause) => readTerms(clause).length > 0 || clauses.length === 1);
  return {
    clauses: (meant.length > 0 ? meant : clauses).slice(0, MAX_CLAUSES),
    leadUp: [...statements, ...leadIns].join(' ').trim(),
    asks: true,
  };
}

const CONDITION = /^(?:(?:and|but|so|what)\s+)?(?:if|when|once|suppose|supposing|in case|assuming|say)\b[^?]*$/i;

/** "…, and how often", "great, …", "If we pay for a year, …": what asks nothing by itself belongs to what stands beside it. */
function joinFragments(clauses: readonly string[], clause: string): string[] {
  const before = clauses.at(-1);
  if (before === undefined || !(saysNothing(clause) || saysNothing(before) || CONDITION.test(before)))
    return [...clauses, clause];
  return [...clauses.slice(0, -1), `${before}, ${clause}`];
}

/** The things a message says are needed. */
export function listNeeds(text: string): string {
  return findAll(text, NEED)
    .map(([, need = '']) => need)
    .join(' ');
}

function readSentences(text: string): string[] {
  return splitSentences(text.slice(0, MAX_CHARS).replace(ENUMERATION, '\n'), MAX_SENTENCES);
}

/** Of a message that asks nothing, what it says is needed; all of it where it does not say so. */
function readStatement(sentences: readonly string[]): Asked {
  const whole = sentences.join(' ');
  const needs = listNeeds(whole).trim();
  if (needs === '') return { clauses: [whole], leadUp: '', asks: false };
  const listed = needs.split(LISTED).filter((need) => readTerms(need).length > 0);
  return { clauses: listed.length >= MIN_LISTED ? listed.slice(0, MAX_CLAUSES) : [needs], leadUp: whole, asks: false };
}

/** What stands before the question in its sentence; a question before it is no lead-in. */
function readLeadIn(sentence: string): string {
  const leadIn = (LEAD_IN.exec(sentence) ?? INDIRECT.exec(sentence))?.[0] ?? '';
  return BEGINS_AS_QUESTION.test(leadIn) ? '' : leadIn;
}
