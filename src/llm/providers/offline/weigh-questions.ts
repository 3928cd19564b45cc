import { splitSentences, type Intent } from '../../../nlu/index.js';
import { type SalesReplyFacts } from '../../llm.port.js';
import { chooseWantedFigure, type WantedFigure } from './choose-wanted-figure.js';
import { readTerms } from './read-terms.js';
import { dropSupportVerb } from './unify-names.js';

const MAX_QUESTION_CHARS = 4000;
const MAX_SENTENCES = 60;
/** What leads up to a question tells about the prospect more than about what is asked … */
const LEAD_UP_WEIGHT = 0.15;
/** … unless the question says little by itself: "Our lawyers want to change a clause. Who can approve that?" */
const NEEDED_LEAD_UP_WEIGHT = 0.6;
/** A figure in the question is the prospect's ("for 50 seats") and seldom stands in a document. */
const FIGURE_WEIGHT = 0.3;
/** A question with fewer words of its own is read together with what stands before it. */
const SHORT_QUESTION_TERMS = 3;
const EARLIER_MESSAGE_WEIGHT = 0.35;
/** Around a wish ("a demo with our team") the words matter less than the thing wished for. */
const AROUND_TOPIC_WEIGHT = 0.3;
/** Nearly every sentence of a vendor's documents has one of these (stems). */
const GENERIC = /^(?:plan|tier|edit|packag|product|includ|avail|tool|softwar|system|servic|solut|compani)$/;
const GENERIC_WEIGHT = 0.3;
const WHICH_PLAN = /\b(?:which|what) (?:plan|tier|edition|package)s?\b/i;
const IS_FIGURE = /^\d/;
const MONEY_AMOUNT = /[$€£¥]\s?\d[\d.,]*/g;

/** What an intent is about, in the word documents use. */
const TOPICS: Partial<Record<Intent, string>> = {
  demo_request: 'demo',
  trial_request: 'trial',
  discount_request: 'discount',
};

/** Where one sentence asks two things: "What does it cost and is there a trial?" */
const NEXT_QUESTION =
  /[,;]?\s+(?:and|or|but|plus|&)\s+(?=(?:also\s+)?(?:is|are|do|does|did|can|could|will|would|(?:(?:in|on|at|for|to|by|with)\s+)?(?:what|how|which|where|when|who))\b)/i;
const MAX_CLAUSES = 3;
/** "My boss asks whether …": what stands before it leads up to the question. */
const INDIRECT =
  /^.{0,80}\b(?:ask(?:s|ed|ing)?|wonder(?:s|ing)?|know|tell (?:me|us)) (?=(?:whether|if|how|what|which|when|where)\b)/i;
const BEGINS_AS_QUESTION = /^(?:can|could|do|does|is|are|how|what|whats|which|where|who|why)\b/i;
/** "Our contract ends in May, how do we renew?": what stands before the question leads up to it. */
const LEAD_IN =
  /^(?!(?:if|when|for|with|on|as|in|assuming)\b)(.{8,}?)[,;:]\s+(?=(?:so )?(?:any|how|what|which|where|when|who|why|can|could|do|does|is|are|will|would)\b)/i;
/** A clause that points back is about what the one before it is about: "and how long are they kept?" */
const POINTS_BACK = /\b(?:us|it|its|they|them|their|that|this|these|those)\b/i;
const EARLIER_CLAUSE_WEIGHT = 0.6;

export interface QuestionContext {
  intent: Intent;
  /** Names the passages need not speak to. */
  settled: readonly string[];
  /** Names that do not exist: what is asked about them has no answer. */
  unknown: readonly string[];
}

/** One thing that is asked: its words as written, and the terms an answer should speak to with their weights 0..1. */
export interface Question {
  text: string;
  wanted: WantedFigure;
  weights: ReadonlyMap<string, number>;
}

/**
 * What a message asks, thing by thing. Questions count more than what surrounds them; a short follow-up ("and for
 * support?") borrows from the prospect's message before it.
 */
export function weighQuestions(facts: SalesReplyFacts, context: QuestionContext): Question[] {
  const asked = readClauses(withoutDates(facts));
  return asked.clauses
    .map((text, i) => weighClause(text, asked.clauses[i - 1], asked, facts, context))
    .filter(({ text, weights }) => weights.size > 0 && !mentionsAny(text, context.unknown));
}

function weighClause(
  text: string,
  before: string | undefined,
  { clauses, leadUp, asks }: Asked,
  facts: SalesReplyFacts,
  { intent, settled }: QuestionContext,
): Question {
  const weights = new Map<string, number>();
  const alone = clauses.length === 1;
  const topic = alone ? TOPICS[intent] : undefined;
  const wanted = chooseWantedFigure(text, alone ? intent : null);
  addTopic(weights, topic, text);
  addTerms(weights, dropSupportVerb(text), topic === undefined || asks ? 1 : AROUND_TOPIC_WEIGHT);
  if (before !== undefined && POINTS_BACK.test(text)) addTerms(weights, before, EARLIER_CLAUSE_WEIGHT);
  implyFigure(weights, wanted);
  if (alone) addContext(weights, text, facts, leadUp);
  addTerms(weights, leadUp, LEAD_UP_WEIGHT);
  for (const term of settled.flatMap(readTerms)) weights.delete(term);
  return { text, wanted, weights };
}

function addTopic(weights: Map<string, number>, topic: string | undefined, text: string): void {
  addTerms(weights, topic ?? '', 1);
  // "Which plan has it" wants a sentence that names one.
  if (WHICH_PLAN.test(text)) weights.set('plan', 1);
}

interface Asked {
  clauses: string[];
  leadUp: string;
  asks: boolean;
}

/** The things asked, and what leads up to them; a message without a question is one thing. */
function readClauses(message: string): Asked {
  const sentences = splitSentences(message, MAX_SENTENCES);
  const questions = sentences.filter(isQuestion);
  if (questions.length === 0) return { clauses: [sentences.join(' ')], leadUp: '', asks: false };
  const leadIns = questions.map((question) => (LEAD_IN.exec(question) ?? INDIRECT.exec(question))?.[0] ?? '');
  const clauses = questions.flatMap((question, i) => question.slice(leadIns[i]?.length ?? 0).split(NEXT_QUESTION));
  const statements = sentences.filter((sentence) => !isQuestion(sentence));
  return { clauses: clauses.slice(0, MAX_CLAUSES), leadUp: [...statements, ...leadIns].join(' ').trim(), asks: true };
}

/** With its mark, or as people type who leave it out. */
export function isQuestion(sentence: string): boolean {
  return sentence.endsWith('?') || BEGINS_AS_QUESTION.test(sentence) || INDIRECT.test(sentence);
}

function mentionsAny(text: string, names: readonly string[]): boolean {
  return names.some((name) => text.toLowerCase().includes(name.toLowerCase()));
}

/** Figures are asked for in words that need not stand beside them: "what would we pay", "is there a minimum". */
function implyFigure(weights: Map<string, number>, wanted: WantedFigure): void {
  if (wanted === 'money') addTerms(weights, 'price', 1);
  const saidAnyway = wanted === 'money' ? 'pay' : wanted === 'amount' ? 'minimum maximum number' : '';
  for (const term of readTerms(saidAnyway)) weights.delete(term);
}

function addContext(weights: Map<string, number>, text: string, facts: SalesReplyFacts, leadUp: string): void {
  if (weights.size >= SHORT_QUESTION_TERMS) return;
  if (POINTS_BACK.test(text)) addTerms(weights, leadUp, NEEDED_LEAD_UP_WEIGHT);
  addTerms(weights, lastWordsOf(facts), EARLIER_MESSAGE_WEIGHT);
}

function addTerms(weights: Map<string, number>, text: string, weight: number): void {
  for (const term of readTerms(text)) {
    if (!weights.has(term)) weights.set(term, weight * ownWeight(term));
  }
}

function ownWeight(term: string): number {
  if (IS_FIGURE.test(term)) return FIGURE_WEIGHT;
  return GENERIC.test(term) ? GENERIC_WEIGHT : 1;
}

/** A day the prospect names and an amount they offer stand in no document. */
function withoutDates({ message, analysis }: SalesReplyFacts): string {
  let text = message.slice(0, MAX_QUESTION_CHARS);
  for (const { type, start, end } of analysis.entities) {
    if (type === 'date')
      text = text.slice(0, start) + ' '.repeat(Math.max(0, Math.min(end, text.length) - start)) + text.slice(end);
  }
  return text.replace(MONEY_AMOUNT, ' ');
}

function lastWordsOf({ history }: SalesReplyFacts): string {
  const earlier = history.findLast(({ sender }) => sender === 'prospect');
  return (earlier?.content ?? '').slice(0, MAX_QUESTION_CHARS);
}
