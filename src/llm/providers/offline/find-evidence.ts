import { type Intent } from '../../../nlu/index.js';
import { type PassageFact, type SalesReplyFacts } from '../../llm.port.js';
import { chooseEvidence, WISHES, type EvidenceNeed } from './choose-evidence.js';
import { replyIntent } from './choose-reply-kind.js';
import { doubtOf } from './doubt-of.js';
import { findUnansweredNames, type UnansweredName } from './find-unanswered-names.js';
import { readInEnglish } from './read-in-english.js';
import { PRICE_OBJECTION, readObjection } from './read-objection.js';
import { readTerms } from './read-terms.js';
import { selectArgument } from './select-argument.js';
import { type SelectedSentence, selectSentences } from './select-sentences.js';
import { quotePrices } from './quote-prices.js';
import { preparePassage } from './prepare-passage.js';
import { listQueriesByClause } from './write-queries.js';
import { GENERIC } from './light-words.js';
import { countMain, MAIN_WEIGHT, type Question, TOPICS, weighQuestions } from './weigh-questions.js';

/** One thing asked and what the passages say to it. */
export interface Answer {
  question: Question;
  isAnswered: boolean;
  /** Empty for an unanswered question, and where another answer says it already. */
  sentences: SelectedSentence[];
}

export interface Evidence {
  need: EvidenceNeed;
  passages: PassageFact[];
  /** Names asked about that stand in no passage. */
  missing: UnansweredName[];
  answers: Answer[];
}

/** Below this share of the question the sentences found are about something else. */
const MIN_COVERAGE = 0.4;
/** Who does not ask wants something done; then only evidence that fits well helps. */
/** Of a question with several words of its own, this share of them has to be met by one sentence: one shared word is chance. */
const MIN_SHARE = 0.33;
const MIN_COVERAGE_UNASKED = 0.5;
/** What was taken for out of scope has to be met better before it counts as answered after all. */
const MIN_COVERAGE_OUT_OF_SCOPE = 0.6;
/** Below this nothing in the message speaks for anything, which is less than knowing that it is about something else. */
const CLEARLY_OUT_OF_SCOPE = 0.8;
/** Who wants a deed and asks in passing is not answered by the mention of a single word. */
const MIN_MAIN_TERMS = 2;
const MIN_COVERAGE_UNANSWERABLE = 0.65;
const SURE_WISH = 0.65;
const MAX_SENTENCES = 5;
/** Where several things are asked, each gets so many. */
const MAX_SENTENCES_EACH = 2;
/** Here the next step is the answer, and the documents only add to it. */
const MAX_SENTENCES_BESIDE = 2;

const found = new WeakMap<SalesReplyFacts, Evidence>();

/** What the passages of a turn say to what is asked. Pure; remembered per facts, which are asked twice. */
export function findEvidence(given: SalesReplyFacts): Evidence {
  const facts = readInEnglish(given);
  let evidence = found.get(facts);
  if (evidence === undefined) {
    evidence = search(facts);
    found.set(facts, evidence);
  }
  return evidence;
}

function search(facts: SalesReplyFacts): Evidence {
  const need = chooseEvidence(facts);
  const passages = listPassages(facts);
  if (need === 'nothing') return { need, passages, missing: [], answers: [] };
  const intent = replyIntent(facts);
  const argument = need === 'argument' ? findArgument(facts, passages) : [];
  if (argument.length > 0)
    return { need, passages, missing: [], answers: [{ question: WHOLE, isAnswered: true, sentences: argument }] };
  const missing = findUnansweredNames(facts, passages);
  return {
    need,
    passages,
    missing,
    answers: withoutOptional(findAnswers(facts, { need, intent, passages, missing }), need, intent, facts),
  };
}

/** Where the next step is the answer, a question the documents say nothing to is not left open. */
function withoutOptional(
  answers: readonly Answer[],
  need: EvidenceNeed,
  intent: Intent,
  facts: SalesReplyFacts,
): Answer[] {
  const isOptional = need === 'topic' || isWish(intent, facts);
  return answers.filter(({ isAnswered }) => isAnswered || !isOptional);
}

/** An argument meets a doubt as a whole. */
const WHOLE: Question = {
  text: '',
  asked: '',
  wanted: null,
  size: null,
  plans: [],
  rivals: [],
  places: [],
  unknownShare: 1,
  wantsKinds: { comparison: false, story: false },
  weights: new Map(),
  implied: new Set(),
  borrowed: new Set(),
  clause: 0,
};

function findArgument(facts: SalesReplyFacts, passages: readonly PassageFact[]): SelectedSentence[] {
  const isPrice = replyIntent(facts) === 'price_objection';
  const objection = readObjection(facts.message) ?? (isPrice ? PRICE_OBJECTION : { topic: 'any', words: '' });
  const isUsable = (marker: number, text: string) => doubtOf({ marker, text, row: null }, facts.doubts) === undefined;
  return selectArgument(facts.message, objection, passages, isUsable);
}

function findAnswers(
  facts: SalesReplyFacts,
  { need, intent, passages, missing }: Omit<Evidence, 'answers'> & { intent: Intent },
): Answer[] {
  const questions = weighQuestions(facts, {
    intent,
    settled: missing.map(({ name }) => name),
    unknown: missing.flatMap(({ name, kind }) => (kind === null ? [] : [name])),
  });
  const floor = minCoverage(facts, intent, need);
  const isBeside = need === 'topic' || isWish(intent, facts);
  // Beside the name that is missing, one sentence of what there is will do.
  const share =
    missing.length > 0
      ? 1
      : need === 'topic'
        ? MAX_SENTENCES_BESIDE
        : questions.length > 1
          ? MAX_SENTENCES_EACH
          : MAX_SENTENCES;
  const said = new Set<string>();
  const searches = listQueriesByClause(facts);
  const choose = (question: Question, query: string | undefined): readonly SelectedSentence[] => {
    const selection = selectSentences(question, passages, facts.doubts, rankPassages(query, facts));
    const isAlone = (missing.length > 0 || isUnanswerable(facts)) && countMain(question.weights) < MIN_MAIN_TERMS;
    if (
      isAlone ||
      selection.coverage < floor ||
      selection.share < MIN_SHARE ||
      !hasWanted(question, selection.sentences)
    )
      return [];
    const isMeant = !isBeside || namesTopic(question, intent) || countMain(question.weights) >= MIN_MAIN_TERMS;
    return isMeant ? selection.sentences : [];
  };
  return questions.map((question) => {
    const prices = quotePrices(question, passages, facts.doubts);
    const fits = prices.length > 0 ? prices : choose(question, searches[question.clause]).slice(0, share);
    const sentences = fits.filter(({ text }) => !said.has(text));
    for (const { text } of sentences) said.add(text);
    return { question, isAnswered: fits.length > 0, sentences };
  });
}

/** The places of the passages, from 1, in the search made for a question; the best one where several searches were. */
function rankPassages(query: string | undefined, { observations }: SalesReplyFacts): ReadonlyMap<number, number> {
  const ranks = new Map<number, number>();
  for (const observation of observations) {
    if (observation.tool !== 'query_knowledge_base' || observation.query !== query) continue;
    observation.passages.forEach(({ marker }, index) => ranks.set(marker, index + 1));
  }
  return ranks;
}

function namesTopic({ weights }: Question, intent: Intent): boolean {
  return readTerms(TOPICS[intent] ?? '').some((term) => weights.get(term) === 1);
}

const SAYS_PRICE =
  /[$€£¥₹]\s?\d|\d\s?(?:[€£$%]|USD|EUR|GBP|CHF)|\b(?:free|included|no (?:extra |additional )?(?:charge|cost|fee)s?|not offered|on request)\b|\b(?:USD|EUR|GBP|CHF)\s?\d/i;

/** Who asks for a price is not answered by a sentence without one. */
function hasWanted({ wanted }: Question, sentences: readonly SelectedSentence[]): boolean {
  return wanted !== 'money' || sentences.some(({ text, doubt }) => doubt !== undefined || SAYS_PRICE.test(text));
}

/** Whether the passages have a word of what a question is about, though they may not answer it. */
export function speakOf(passages: readonly PassageFact[], { weights }: Question): boolean {
  const main = [...weights]
    .filter(([term, weight]) => weight >= MAIN_WEIGHT && !GENERIC.test(term))
    .map(([term]) => term);
  const sentences = passages.flatMap((passage) => preparePassage(passage).sentences);
  return main.some((term) => sentences.some(({ terms }) => terms.has(term)));
}

/** Only where it is rather sure that a deed is wanted does the deed outweigh a question. */
function isWish(intent: Intent, { analysis, asked, message }: SalesReplyFacts): boolean {
  return asked === message && WISHES.has(intent) && (analysis.intents[0]?.probability ?? 0) >= SURE_WISH;
}

/** Retrieval found nothing that speaks to any of the searches: a shared word is then no answer. */
function isUnanswerable({ observations }: SalesReplyFacts): boolean {
  const searches = observations.filter((one) => one.tool === 'query_knowledge_base');
  return searches.length > 0 && searches.every(({ verdict }) => verdict === 'unanswerable');
}

function minCoverage(facts: SalesReplyFacts, intent: Intent, need: EvidenceNeed): number {
  if (isUnanswerable(facts)) return MIN_COVERAGE_UNANSWERABLE;
  if (intent === 'out_of_scope') {
    const isClear = (facts.analysis.intents[0]?.probability ?? 0) >= CLEARLY_OUT_OF_SCOPE;
    return isClear ? MIN_COVERAGE_OUT_OF_SCOPE : MIN_COVERAGE_UNASKED;
  }
  if (isWish(intent, facts)) return MIN_COVERAGE_UNASKED;
  return need === 'question' ? MIN_COVERAGE : MIN_COVERAGE_UNASKED;
}

function listPassages({ observations }: SalesReplyFacts): PassageFact[] {
  const byMarker = new Map<number, PassageFact>();
  for (const observation of observations) {
    if (observation.tool !== 'query_knowledge_base') continue;
    for (const passage of observation.passages) byMarker.set(passage.marker, passage);
  }
  return [...byMarker.values()];
}
