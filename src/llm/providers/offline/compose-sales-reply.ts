import { splitSentences, type Intent } from '../../../nlu/index.js';
import { type PassageFact, type SalesReplyFacts, type ToolObservation } from '../../llm.port.js';
import { chooseReplyKind, replyIntent } from './choose-reply-kind.js';
import { findUnansweredNames, type UnansweredName } from './find-unanswered-names.js';
import { listOfferedNames } from './list-offered-names.js';
import { readFirstName } from './read-first-name.js';
import { pickVariant } from './pick-variant.js';
import { PHRASES, phrasesFor, type Variants } from './sales-phrases.js';
import { type SelectedSentence, selectSentences } from './select-sentences.js';
import { isQuestion, weighQuestions } from './weigh-questions.js';

/** Below this share of the question the sentences found are about something else. */
const MIN_COVERAGE = 0.35;
const MAX_SENTENCES = 5;
/** Where several things are asked, each gets so many. */
const MAX_SENTENCES_EACH = 2;
/** Who does not ask wants something done; then only evidence that fits well helps. */
const MIN_COVERAGE_UNASKED = 0.5;
/** What was taken for out of scope has to be met better before it counts as answered after all. */
const MIN_COVERAGE_OUT_OF_SCOPE = 0.6;
/** Below this nothing in the message speaks for anything, which is less than knowing that it is about something else. */
const CLEARLY_OUT_OF_SCOPE = 0.8;
const MAX_ASKED_CHARS = 4000;
const MAX_ASKED_SENTENCES = 60;
/** Far enough below zero that a cheerful opening would grate. */
const UPSET = -0.4;

/**
 * The offline model's answer: says only what stands in the passages, sentence by sentence with its `[marker]`, or that
 * it does not know. Pure: the same facts give the same text.
 */
export function composeSalesReply(facts: SalesReplyFacts): string {
  const say = (variants: Variants): string =>
    pickVariant(variants, `${facts.history.length}|${facts.message}|${variants[0]}`);
  const body = composeBody(facts, say);
  const name = readFirstName(findProspect(facts)?.name);
  return name === undefined ? body : `${say(PHRASES.salutation).replace('{name}', () => name)}\n\n${body}`;
}

type Say = (variants: Variants) => string;

function composeBody(facts: SalesReplyFacts, say: Say): string {
  const intent = replyIntent(facts);
  switch (chooseReplyKind(facts)) {
    case 'farewell':
      return say(intent === 'not_interested' ? PHRASES.notInterested : PHRASES.optOut);
    case 'foreign':
      return say(PHRASES.foreign);
    case 'confidential':
      return say(PHRASES.confidential);
    case 'instructed':
      return say(PHRASES.instructed);
    case 'courtesy':
      return say(courtesyFor(intent));
    case 'answer':
      return composeAnswer(facts, intent, say);
  }
}

function courtesyFor(intent: Intent): Variants {
  if (intent === 'thanks') return PHRASES.thanks;
  return intent === 'small_talk' ? PHRASES.smallTalk : PHRASES.greeting;
}

function composeAnswer(facts: SalesReplyFacts, intent: Intent, say: Say): string {
  const passages = listPassages(facts.observations);
  const missing = findUnansweredNames(facts, passages);
  const { sentences, isPartial } = findEvidence(facts, intent, passages, missing);
  const unknown = missing.filter(({ kind }) => kind !== null);
  if (sentences.length === 0 && unknown.length === 0) return composeWithoutEvidence(facts, intent, missing, say);
  const phrases = phrasesFor(intent);
  const opening = say(isUpset(facts) ? PHRASES.apology : phrases.opening);
  const others = missing.filter(({ kind }) => kind === null);
  const paragraphs = [
    sentences.length === 0 ? '' : `${opening} ${sentences.map(cite).join(' ')}`,
    others.length === 0
      ? ''
      : say(PHRASES.unknownName).replace('{names}', () => joinNames(others.map(({ name }) => name))),
    isPartial && missing.length === 0 ? say(PHRASES.partial) : '',
    unknown.length === 0 ? say(phrases.nextStep) : explainUnknown(unknown, passages, say),
  ];
  return paragraphs.filter((paragraph) => paragraph !== '').join('\n\n');
}

/** That there is no such plan, and which there are. */
function explainUnknown(unknown: readonly UnansweredName[], passages: readonly PassageFact[], say: Say): string {
  const kind = unknown[0]?.kind ?? '';
  const names = joinNames(
    unknown.map(({ name }) => withArticle(`${name} ${kind}`)),
    'or',
  );
  const admission = say(PHRASES.noSuchName).replace('{names}', () => names);
  const offered = listOfferedNames(kind, passages) ?? listOfferedNames('plan', passages);
  if (offered === undefined) return `${admission} ${say(PHRASES.checkName)}`;
  const markers = offered.markers.map((marker) => `[${marker}]`).join('');
  const list = say(PHRASES.offeredNames).replace('{names}', () => `${joinNames(offered.names)} ${markers}`);
  return `${admission} ${list} ${say(PHRASES.whichOne)}`;
}

function withArticle(name: string): string {
  return `${/^(?:[aeio]|u(?!n[ij]|s))/i.test(name) ? 'an' : 'a'} ${name}`;
}

/** The sentences for each thing that was asked; `isPartial` when there are some, but not for everything. */
function findEvidence(
  facts: SalesReplyFacts,
  intent: Intent,
  passages: readonly PassageFact[],
  missing: readonly UnansweredName[],
): { sentences: SelectedSentence[]; isPartial: boolean } {
  const questions = weighQuestions(facts, {
    intent,
    settled: missing.map(({ name }) => name),
    unknown: missing.flatMap(({ name, kind }) => (kind === null ? [] : [name])),
  });
  const floor = minCoverage(facts, intent);
  const answered = questions
    .map(({ weights, wanted }) => selectSentences(weights, passages, wanted))
    .filter(({ coverage }) => coverage >= floor);
  const share = answered.length > 1 ? MAX_SENTENCES_EACH : MAX_SENTENCES;
  const sentences = answered.flatMap((selection) => selection.sentences.slice(0, share));
  const unique = sentences.filter((one, i) => sentences.findIndex(({ text }) => text === one.text) === i);
  return { sentences: unique, isPartial: answered.length > 0 && answered.length < questions.length };
}

function minCoverage({ analysis, message }: SalesReplyFacts, intent: Intent): number {
  if (intent === 'out_of_scope') {
    const isClear = (analysis.intents[0]?.probability ?? 0) >= CLEARLY_OUT_OF_SCOPE;
    return isClear ? MIN_COVERAGE_OUT_OF_SCOPE : MIN_COVERAGE_UNASKED;
  }
  return splitSentences(message.slice(0, MAX_ASKED_CHARS), MAX_ASKED_SENTENCES).some(isQuestion)
    ? MIN_COVERAGE
    : MIN_COVERAGE_UNASKED;
}

function composeWithoutEvidence(
  facts: SalesReplyFacts,
  intent: Intent,
  missing: readonly UnansweredName[],
  say: Say,
): string {
  if (intent === 'out_of_scope') return `${say(PHRASES.offTopic)} ${say(PHRASES.offTopicOffer)}`;
  const phrases = phrasesFor(intent);
  const failed = facts.observations.some(hasFailed);
  // Who only wants a date or has decided needs no documentation: then the next step is the answer.
  if (!failed && NEEDS_NO_EVIDENCE.has(intent)) {
    const next = ASKS_BACK.has(intent) ? phrases.question : phrases.nextStep;
    return `${say(isUpset(facts) ? PHRASES.apology : phrases.opening)} ${say(next)}`;
  }
  const feeling = isUpset(facts) ? `${say(PHRASES.apology)} ` : '';
  if (failed) return `${feeling}${say(PHRASES.lookupFailed)} ${say(phrases.question)} ${say(PHRASES.offerPerson)}`;
  const admission = admitIgnorance(missing, say);
  // Criteria can be compared without knowing the other one; about anything else the name is what matters.
  const isName = missing.length > 0 && intent !== 'competitor_comparison';
  const further = isName ? say(PHRASES.checkName) : `${say(phrases.question)} ${say(PHRASES.offerPerson)}`;
  return `${feeling}${admission} ${further}`;
}

function hasFailed({ tool, status }: ToolObservation): boolean {
  return tool === 'query_knowledge_base' && (status === 'error' || status === 'denied');
}

function admitIgnorance(missing: readonly UnansweredName[], say: Say): string {
  if (missing.length === 0) return say(PHRASES.noEvidence);
  return say(PHRASES.nothingAbout).replace('{names}', () =>
    joinNames(
      missing.map(({ name }) => name),
      'or',
    ),
  );
}

function isUpset(facts: SalesReplyFacts): boolean {
  return facts.analysis.sentiment.score < UPSET;
}

/** Here the next step would refer to evidence that is not there. */
const ASKS_BACK: ReadonlySet<Intent> = new Set<Intent>(['support_issue', 'objection', 'price_objection']);

const NEEDS_NO_EVIDENCE: ReadonlySet<Intent> = new Set<Intent>([
  'demo_request',
  'trial_request',
  'discount_request',
  'decision_process',
  'buying_signal',
  'support_issue',
  'objection',
  'price_objection',
  'follow_up',
]);

/** "It costs $49 per seat." -> "It costs $49 per seat [1]." The marker stays inside the sentence it supports. */
function cite({ marker, text }: SelectedSentence): string {
  const [body, end] = /[.!?]$/.test(text) ? [text.slice(0, -1), text.slice(-1)] : [text, '.'];
  return `${body} [${marker}]${end}`;
}

function listPassages(observations: readonly ToolObservation[]): PassageFact[] {
  const byMarker = new Map<number, PassageFact>();
  for (const observation of observations) {
    if (observation.tool !== 'query_knowledge_base') continue;
    for (const passage of observation.passages) byMarker.set(passage.marker, passage);
  }
  return [...byMarker.values()];
}

function findProspect(facts: SalesReplyFacts) {
  return facts.observations.find((observation) => observation.tool === 'fetch_prospect_details')?.prospect;
}

function joinNames(names: readonly string[], word: 'and' | 'or' = 'and'): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${word} ${last}`;
}
