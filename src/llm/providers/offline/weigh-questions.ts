import { type Intent } from '../../../nlu/index.js';
import { findAll } from '../../../shared/find-all.js';
import { type SalesReplyFacts } from '../../llm.port.js';
import { chooseWanted } from './choose-wanted.js';
import { type WantedFigure } from './choose-wanted-figure.js';
import { findParaphrases } from './paraphrases.js';
import { readSize, sizeTerms } from './read-size.js';
import { GENERIC, LIGHT } from './light-words.js';
import { type Asked, listNeeds, readClauses } from './read-clauses.js';
import { conceptOf, readTerms } from './read-terms.js';
import { dropSupportVerb } from './unify-names.js';

const MAX_QUESTION_CHARS = 4000;
/** What leads up to a question tells about the prospect more than about what is asked … */
const LEAD_UP_WEIGHT = 0.15;
/** … unless the question says little by itself: "Our lawyers want to change a clause. Who can approve that?" */
const NEEDED_LEAD_UP_WEIGHT = 0.6;
/** A figure in the question is the prospect's ("for 50 seats") and seldom stands in a document. */
const FIGURE_WEIGHT = 0.3;
/** A question with fewer words of its own is read together with what stands before it. */
const SHORT_QUESTION_TERMS = 3;
const EARLIER_MESSAGE_WEIGHT = 0.35;
const EARLIER_ANSWER_WEIGHT = 0.25;
/** "We need SSO. What would we pay?": what is needed says which answer is meant. */
const NEED_WEIGHT = 0.5;
/** Around a wish ("a demo with our team") the words matter less than the thing wished for. */
const AROUND_TOPIC_WEIGHT = 0.3;
const GENERIC_WEIGHT = 0.3;
const LIGHT_WEIGHT = 0.35;
/** A clause that says little by itself is about what stands around it. */
const SHORT_CLAUSE_CONTEXT_WEIGHT = 0.4;
/** From this weight on a term is the question's own. */
export const MAIN_WEIGHT = 0.5;
const WHICH_PLAN = /\b(?:which|what) (?:plan|tier|edition|package)s?\b/i;
/** "How long" may stand above a column as "time". */
const IMPLIED_WEIGHT = 0.4;
/** The document's words for an everyday phrase; several of them stand for it together. */
const PARAPHRASE_WEIGHT = 0.6;
/** The everyday words themselves stand in few documents, and there often for something else. */
const SAID_OTHERWISE = 0.5;
const COMPARES = /\b(?:differ\w*|compar\w*|versus|vs|between|better|or)\b/i;
const IS_FIGURE = /^\d/;
/** What pointed at a plan has become its name: "the middle one". */
const NAMED_PLAN = /\bthe (\p{Lu}[\p{L}\p{N}+-]{0,29}) plan\b/gu;
const MONEY_AMOUNT = /[$€£¥]\s?\d[\d.,]*/g;

/** What an intent is about, in the word documents use. */
export const TOPICS: Partial<Record<Intent, string>> = {
  demo_request: 'demo',
  trial_request: 'trial',
  discount_request: 'discount',
};

/** A clause that points back is about what the one before it is about: "and how long are they kept?" */
const POINTS_BACK = /\b(?:it|its|they|them|their|that|this|these|those)\b/i;
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
  /** The whole of what the message asks. */
  asked: string;
  wanted: WantedFigure;
  /** For how many people, where the message says so. */
  size: number | null;
  /** The terms of the competitors it asks to be better than. */
  rivals: readonly string[];
  /** The terms of the plans it names. */
  plans: readonly string[];
  weights: ReadonlyMap<string, number>;
  /** Those terms that it does not have itself: what its everyday words are called in documents. */
  implied: ReadonlySet<string>;
  /** Those terms that only stand around it. */
  borrowed: ReadonlySet<string>;
  /** Which of the message's clauses it is. */
  clause: number;
  /** Whether it wants a comparison, and whether it wants to hear of customers. */
  wantsKinds: { comparison: boolean; story: boolean };
  /** Names of places: no answer is about them alone. */
  places: readonly string[];
  /** How much a word counts that no passage has, 0..1. */
  unknownShare: number;
}

/**
 * What a message asks, thing by thing. Questions count more than what surrounds them; a short follow-up ("and for
 * support?") borrows from the prospect's message before it.
 */
export function weighQuestions(facts: SalesReplyFacts, context: QuestionContext): Question[] {
  const asked = readClauses(withoutDates(facts));
  return asked.clauses
    .map((text, i) => weighClause({ text, clause: i, before: asked.clauses[i - 1] }, asked, facts, context))
    .filter(({ text, weights }) => weights.size > 0 && !mentionsAny(text, context.unknown));
}

function weighClause(
  { text, clause, before }: { text: string; clause: number; before: string | undefined },
  { clauses, leadUp, asks }: Asked,
  facts: SalesReplyFacts,
  { intent, settled }: QuestionContext,
): Question {
  const alone = clauses.length === 1;
  const size = readSize(facts);
  const plans = readPlans(text, facts);
  const wanted = comparesPlans(text, plans) ? 'overview' : chooseWanted(text, { intent, alone, plans, size, before });
  const weights = weighOwnWords(text, asks ? undefined : TOPICS[intent]);
  if (before !== undefined && POINTS_BACK.test(text)) addTerms(weights, before, EARLIER_CLAUSE_WEIGHT);
  implyFigure(weights, wanted);
  const implied = addParaphrases(weights, text, PARAPHRASE_WEIGHT);
  const own = new Set([...weights.keys()].filter((term) => !saidOtherwise(text).has(term)));
  if (alone || facts.history.length > 0) addContext(weights, text, facts, leadUp);
  for (const term of addSurroundings(weights, leadUp, before ?? '')) implied.add(term);
  for (const term of [...sizeTerms(size), ...settled.flatMap(readTerms)]) weights.delete(term);
  return {
    text,
    asked: facts.asked,
    wanted,
    size,
    plans: meantPlans(plans, wanted, facts),
    rivals: readRivals(text, facts),
    places: readPlaces(facts),
    wantsKinds: readKinds(text, intent, facts),
    unknownShare: unknownShareOf(intent),
    weights,
    implied,
    borrowed: new Set([...weights.keys()].filter((term) => !own.has(term))),
    clause,
  };
}

/** The words of a text that documents would replace: answered are they by what replaces them. */
function saidOtherwise(text: string): ReadonlySet<string> {
  const found = findParaphrases(text);
  const meant = new Set(found.flatMap(({ concept }) => readTerms(concept)));
  return new Set(found.flatMap(({ said }) => readTerms(said)).filter((term) => !meant.has(term)));
}

/** Adds what stands around a clause, with more weight where the clause says little; returns what that is called in documents. */
function addSurroundings(weights: Map<string, number>, leadUp: string, before: string): Set<string> {
  const isShort = countMain(weights) < SHORT_QUESTION_TERMS - 1;
  const weight = isShort ? SHORT_CLAUSE_CONTEXT_WEIGHT : LEAD_UP_WEIGHT;
  if (countMain(weights) === 0) addTerms(weights, before, weight);
  addTerms(weights, listNeeds(leadUp), NEED_WEIGHT);
  addTerms(weights, leadUp, weight);
  return addParaphrases(weights, leadUp, weight);
}

/** How many terms a question itself has. */
export function countMain(weights: ReadonlyMap<string, number>): number {
  return [...weights.values()].filter((weight) => weight >= MAIN_WEIGHT).length;
}

/** Adds what the everyday words of a text are called in documents, and tells which terms are new by it. */
function addParaphrases(weights: Map<string, number>, text: string, weight: number): Set<string> {
  const before = new Set(weights.keys());
  for (const { concept, said } of findParaphrases(text)) {
    const meant = readTerms(concept);
    addTerms(weights, concept, weight);
    for (const term of readTerms(said)) {
      if (!meant.includes(term)) weights.set(term, Math.min(weights.get(term) ?? 0, weight * SAID_OTHERWISE));
    }
  }
  return new Set([...weights.keys()].filter((term) => !before.has(term)));
}

/** @param topic what a wish is about, where the message is one: "a demo with our team" is about the demo */
function weighOwnWords(text: string, topic: string | undefined): Map<string, number> {
  const weights = new Map<string, number>();
  const terms = readTerms(text);
  const namesTopic = topic !== undefined && terms.some((term) => conceptOf(term) === conceptOf(topic));
  // "I would love to see how call logging works" wishes for a demo and asks about something else.
  const isAboutTopic = namesTopic || terms.length === 0;
  addTerms(weights, isAboutTopic ? (topic ?? '') : '', 1);
  addTerms(weights, dropSupportVerb(text), namesTopic ? AROUND_TOPIC_WEIGHT : 1);
  // "Which plan has it" wants a sentence that names one.
  if (WHICH_PLAN.test(text)) weights.set('plan', 1);
  return weights;
}

/** Each thing that is asked, as a search of its own; the whole text where it asks one thing or none. */
export function listSearches(text: string): string[] {
  const { clauses, leadUp, asks } = readClauses(text);
  const needs = asks ? listNeeds(leadUp) : '';
  if (clauses.length < 2) return needs === '' ? [text] : [text, needs];
  return clauses.map((clause, i) => {
    const before = POINTS_BACK.test(clause) ? (clauses[i - 1] ?? needs) : needs;
    return `${before} ${clause}`.trim();
  });
}

function mentionsAny(text: string, names: readonly string[]): boolean {
  return names.some((name) => text.toLowerCase().includes(name.toLowerCase()));
}

/** Figures are asked for in words that need not stand beside them: "what would we pay", "is there a minimum". */
function implyFigure(weights: Map<string, number>, wanted: WantedFigure): void {
  if (wanted === 'overview') {
    addTerms(weights, 'seats price', IMPLIED_WEIGHT);
    for (const term of readTerms('fit fits suit suits suitable recommend best right choose')) weights.delete(term);
  }
  if (wanted === 'money') addTerms(weights, 'price', 1);
  if (wanted === 'duration') addTerms(weights, 'time', IMPLIED_WEIGHT);
  const saidAnyway = wanted === 'money' ? 'pay' : wanted === 'amount' ? 'minimum maximum number' : '';
  for (const term of readTerms(saidAnyway)) weights.delete(term);
}

function addContext(weights: Map<string, number>, text: string, facts: SalesReplyFacts, leadUp: string): void {
  if (countMain(weights) >= SHORT_QUESTION_TERMS) return;
  if (POINTS_BACK.test(text)) addTerms(weights, leadUp, NEEDED_LEAD_UP_WEIGHT);
  addTerms(weights, lastWordsOf(facts), EARLIER_MESSAGE_WEIGHT);
  // What we answered about is what "that" means: "And what if you miss that?"
  addTerms(weights, plansIn(facts), EARLIER_ANSWER_WEIGHT);
}

function addTerms(weights: Map<string, number>, text: string, weight: number): void {
  for (const term of readTerms(text)) {
    if (!weights.has(term)) weights.set(term, weight * ownWeight(term));
  }
}

function ownWeight(term: string): number {
  if (IS_FIGURE.test(term)) return FIGURE_WEIGHT;
  if (LIGHT.test(term)) return LIGHT_WEIGHT;
  return GENERIC.test(term) ? GENERIC_WEIGHT : 1;
}

/** "Why should we choose you over them?" */
const WHY_US = /\b(?:better than|why (?:should|would|you)|advantages?|over|instead of|rather than|switch from|beat)\b/i;

function readRivals(text: string, { analysis, message }: SalesReplyFacts): string[] {
  if (!WHY_US.test(`${text} ${message}`)) return [];
  return analysis.entities.filter(({ type }) => type === 'competitor').flatMap(({ value }) => readTerms(value));
}

/** "What is the difference between Starter and Team?" */
export function comparesPlans(text: string, plans: readonly string[]): boolean {
  return plans.length > 1 && COMPARES.test(text);
}

const ASKS_FOR_STORY =
  /\b(?:customers?|clients?|references?|case stud\w+|examples?|success|companies like|who else|results?|proof)\b/i;

function readKinds(text: string, intent: Intent, { analysis }: SalesReplyFacts): Question['wantsKinds'] {
  const named = analysis.entities.some(({ type }) => type === 'competitor');
  return { comparison: named || intent === 'competitor_comparison', story: ASKS_FOR_STORY.test(text) };
}

/**
 * A word that no passage has is more often another word for the same than another matter (names are looked at elsewhere);
 * but of what was taken for out of scope it is what shows that it is.
 */
function unknownShareOf(intent: Intent): number {
  return intent === 'out_of_scope' ? 1 : 0.55;
}

function readPlaces({ analysis }: SalesReplyFacts): string[] {
  return analysis.entities.filter(({ type }) => type === 'location').flatMap(({ text }) => readTerms(text));
}

/** Who asks for a price means the plan they have named anywhere. */
function meantPlans(plans: readonly string[], wanted: WantedFigure, facts: SalesReplyFacts): readonly string[] {
  return wanted === 'money' && plans.length === 0 ? readPlans(facts.asked, facts) : plans;
}

/** The plans a question names, as the lexicon knows them. */
function readPlans(text: string, { analysis }: SalesReplyFacts): string[] {
  const terms = new Set(readTerms(text));
  const named = analysis.entities.filter(({ type }) => type === 'plan').flatMap(({ value }) => readTerms(value));
  const pointedAt = findAll(text, NAMED_PLAN).flatMap(([, name = '']) => readTerms(name));
  return [...new Set([...named.filter((term) => terms.has(term)), ...pointedAt])];
}

/** A day the prospect names and an amount they offer stand in no document. */
function withoutDates({ message, asked, analysis }: SalesReplyFacts): string {
  let text = asked.slice(0, MAX_QUESTION_CHARS);
  for (const { type, start, end } of analysis.entities) {
    if (type === 'date' && asked === message)
      text = text.slice(0, start) + ' '.repeat(Math.max(0, Math.min(end, text.length) - start)) + text.slice(end);
  }
  return text.replace(MONEY_AMOUNT, ' ');
}

/** The plans our last answer was about. */
function plansIn({ history, plans }: SalesReplyFacts): string {
  const last = history.at(-1);
  const words = new Set(last?.sender === 'agent' ? last.content.match(/[\p{L}\p{N}]+/gu) : []);
  return plans.filter((plan) => words.has(plan)).join(' ');
}

function lastWordsOf({ history }: SalesReplyFacts): string {
  const earlier = history.findLast(({ sender }) => sender === 'prospect');
  return (earlier?.content ?? '').slice(0, MAX_QUESTION_CHARS);
}
