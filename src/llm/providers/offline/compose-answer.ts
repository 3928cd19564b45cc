import { type Intent } from '../../../nlu/index.js';
import { type SalesReplyFacts, type ToolObservation } from '../../llm.port.js';
import { chooseApology } from './choose-apology.js';
import { chooseNextStep } from './choose-next-step.js';
import { type Answer, type Evidence, findEvidence, speakOf } from './find-evidence.js';
import { type UnansweredName } from './find-unanswered-names.js';
import { phrasesFor } from './intent-phrases.js';
import { isComplaint } from './is-complaint.js';
import { joinNames } from './join-names.js';
import { listOfferedNames } from './list-offered-names.js';
import { type Say } from './pick-variant.js';
import { PHRASES, type Variants } from './sales-phrases.js';
import { type SelectedSentence } from './select-sentences.js';

const MAX_QUOTED_CHARS = 90;
const MEANS_DEMO = /\b(?:demo\w*|show\w*|see|seeing|walk|walkthrough|present\w*|tour|look)\b/i;

/** The reply to what can be looked up: the evidence sentence by sentence, what is missing or doubtful, and a next step. */
export function composeAnswer(facts: SalesReplyFacts, meant: Intent, say: Say): string {
  const evidence = findEvidence(facts);
  const intent = wordedAs(facts, evidence, meant);
  const stated = evidence.answers.map(withoutDoubts);
  const hasStatement = stated.some((sentences) => sentences.length > 0);
  const explained = [explainDoubts(evidence, say), explainUnknown(evidence, say)];
  if (!hasStatement && explained.every((text) => text === ''))
    return composeWithoutEvidence(facts, evidence, intent, say);
  const [doubts = '', unknown = ''] = explained;
  const unanswered = admitUnanswered(evidence, say);
  const isOpen = evidence.missing.length > 0 || `${doubts}${unanswered}` !== '';
  const paragraphs = [
    hasStatement ? `${openingFor(facts, intent, say)} ${joinAnswers(stated)}` : '',
    doubts,
    admitNames(evidence, say),
    unanswered,
    unknown === '' ? say(closingFor(facts, intent, isOpen)) : unknown,
  ];
  return paragraphs.filter((paragraph) => paragraph !== '').join('\n\n');
}

/** Below this the wording must not presume what the message is about. */
const SURE_ENOUGH = 0.4;

function wordedAs({ analysis }: SalesReplyFacts, { need }: Evidence, meant: Intent): Intent {
  if (need === 'argument' && meant !== 'price_objection') return 'objection';
  const isSure = analysis.intents.some(({ intent, probability }) => intent === meant && probability >= SURE_ENOUGH);
  return isSure || meant === 'opt_out' ? meant : 'feature_inquiry';
}

/** The evidence alone, without a word around it; empty where there is none that may be repeated. */
export function stateEvidence(facts: SalesReplyFacts): string {
  return joinAnswers(findEvidence(facts).answers.map(withoutDoubts));
}

/** Names beside what was answered that stand in no passage. */
function admitNames({ missing }: Evidence, say: Say): string {
  const others = missing.filter(({ kind }) => kind === null).map(nameOf);
  return others.length === 0 ? '' : say(PHRASES.unknownName).replace('{names}', () => joinNames(others, 'or'));
}

/** What stays open goes to somebody who can check it; a complaint goes to a person as it is. */
function closingFor(facts: SalesReplyFacts, intent: Intent, isOpen: boolean): Variants {
  return isOpen && !isComplaint(facts, intent) ? PHRASES.checkName : chooseNextStep(facts, intent);
}

function openingFor(facts: SalesReplyFacts, intent: Intent, say: Say): string {
  if (isComplaint(facts, intent)) return say(chooseApology(facts.message));
  // A call is asked for in the same breath as a demo, but is not one.
  const isTalk = intent === 'demo_request' && !MEANS_DEMO.test(facts.message);
  return say(isTalk ? PHRASES.talk : phrasesFor(intent).opening);
}

function withoutDoubts({ sentences }: Answer): SelectedSentence[] {
  return sentences.filter(({ doubt }) => doubt === undefined);
}

/** One paragraph; where two things got long answers, one each. */
function joinAnswers(answers: readonly SelectedSentence[][]): string {
  const said = answers.filter((sentences) => sentences.length > 0);
  const between = said.length > 1 && said.every((sentences) => sentences.length > 1) ? '\n\n' : ' ';
  return said.map((sentences) => sentences.map(cite).join(' ')).join(between);
}

/** "It costs $49 per seat." -> "It costs $49 per seat [1]." The marker stays inside the sentence it supports. */
function cite({ marker, text }: SelectedSentence): string {
  const [body, end] = /[.!?]$/.test(text) ? [text.slice(0, -1), text.slice(-1)] : [text, '.'];
  return `${body} [${marker}]${end}`;
}

/** That a figure was found and is not repeated, and why. */
function explainDoubts({ answers }: Evidence, say: Say): string {
  const reasons = new Set(answers.flatMap(({ sentences }) => sentences.flatMap(({ doubt }) => doubt ?? [])));
  if (reasons.size === 0) return '';
  if (reasons.has('contradicted')) return say(PHRASES.contradicted);
  if (reasons.has('garbled')) return say(PHRASES.garbled);
  // That there is something internal, or something said to the model, is nothing to be told.
  return say(reasons.has('outdated') ? OUTDATED : PHRASES.noEvidence);
}

const OUTDATED: Variants = [
  'What our documents say on this is no longer valid, so a colleague has to confirm what holds today.',
  'I only find this in a document that is out of date. A colleague can confirm the current figure.',
];

/** Which of several questions stays open, in the prospect's own words. */
function admitUnanswered({ missing, answers }: Evidence, say: Say): string {
  const open = answers.filter(({ isAnswered }) => !isAnswered);
  if (missing.length > 0 || open.length === 0 || open.length === answers.length) return '';
  const quoted = open.map(({ question }) => `“${shortenQuestion(question.text)}”`);
  return say(PHRASES.partial).replace('{questions}', () => joinNames(quoted));
}

function shortenQuestion(text: string): string {
  const bare = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\s?.!,;:]+$/, '');
  return bare.length <= MAX_QUOTED_CHARS ? bare : `${bare.slice(0, MAX_QUOTED_CHARS).replace(/\s+\S*$/, '')} …`;
}

/** That there is no such plan, and which there are. */
function explainUnknown({ missing, passages }: Evidence, say: Say): string {
  const unknown = missing.filter((name) => name.kind !== null);
  const kind = unknown[0]?.kind;
  if (kind === undefined || kind === null) return '';
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

function nameOf({ name }: UnansweredName): string {
  return name;
}

function composeWithoutEvidence(facts: SalesReplyFacts, evidence: Evidence, intent: Intent, say: Say): string {
  const { need, missing } = evidence;
  const feeling = isComplaint(facts, intent) ? say(chooseApology(facts.message)) : '';
  if (intent === 'out_of_scope' && isClearlyOffTopic(facts, evidence)) return composeOffTopic(feeling, say);
  if (facts.observations.some(hasFailed)) {
    return joinText(feeling, say(PHRASES.lookupFailed), say(PHRASES.offerPerson));
  }
  // Who only wants a date or has decided needs no documentation: then the next step is the answer.
  if (need === 'nothing' || NEEDS_NO_EVIDENCE.has(intent)) {
    const next = chooseNextStep(facts, intent, ASKS_BACK.has(intent) ? 'question' : 'nextStep');
    return joinText(openingFor(facts, intent, say), say(next));
  }
  return joinText(feeling, admitIgnorance(missing, say), say(askFurther(facts, missing, intent)));
}

/** Less than this says that nothing was recognised, which a serious question can share with nonsense. */
const CLEARLY_OFF_TOPIC = 0.4;

/** "How loud is the HM-150?" may look like nothing a seller is asked, but the documents speak of it. */
function isClearlyOffTopic({ analysis, message }: SalesReplyFacts, { passages, answers }: Evidence): boolean {
  if (!message.includes('?')) return true;
  const isKnown = answers.some(({ question }) => speakOf(passages, question));
  return !isKnown && (analysis.intents[0]?.probability ?? 0) >= CLEARLY_OFF_TOPIC;
}

function composeOffTopic(feeling: string, say: Say): string {
  return feeling === ''
    ? joinText(say(PHRASES.offTopic), say(PHRASES.offTopicOffer))
    : joinText(feeling, say(PHRASES.tellMe));
}

/** Criteria can be compared without knowing the other one; about anything else the name is what matters. */
function askFurther(facts: SalesReplyFacts, missing: readonly UnansweredName[], intent: Intent): Variants {
  const needsNoName = intent === 'competitor_comparison' || isComplaint(facts, intent);
  return missing.length > 0 && !needsNoName ? PHRASES.checkName : chooseNextStep(facts, intent, 'question');
}

function joinText(...parts: string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}

function hasFailed({ tool, status }: ToolObservation): boolean {
  return tool === 'query_knowledge_base' && (status === 'error' || status === 'denied');
}

function admitIgnorance(missing: readonly UnansweredName[], say: Say): string {
  if (missing.length === 0) return say(PHRASES.noEvidence);
  return say(PHRASES.nothingAbout).replace('{names}', () => joinNames(missing.map(nameOf), 'or'));
}

/** Here the next step would refer to evidence that is not there. */
const ASKS_BACK: ReadonlySet<Intent> = new Set<Intent>([
  'support_issue',
  'objection',
  'price_objection',
  'timing_inquiry',
]);

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
  'timing_inquiry',
]);
