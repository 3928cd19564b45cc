import { findAll } from '../../../shared/find-all.js';
import { splitSentences, type Entity, type EntityType } from '../../../nlu/index.js';
import { type PassageFact, type SalesReplyFacts } from '../../llm.port.js';
import { preparePassage, type PreparedPassage } from './prepare-passage.js';
import { unifyNames } from './unify-names.js';

/** A name the prospect asks about that stands in none of the passages. `kind` is what they call it: "plan", "tier". */
export interface UnansweredName {
  name: string;
  kind: string | null;
}

const NAMED: ReadonlySet<EntityType> = new Set<EntityType>(['integration', 'competitor', 'product', 'plan', 'brand']);
/** A capital in mid-sentence; "Harrow & Finch" is one name. */
const CAPITALISED =
  /(?<=([\p{L}\p{N}'’-]+),? )\p{Lu}[\p{L}\p{N}.+-]{1,29}(?:(?: & | )\p{Lu}[\p{L}\p{N}.+-]{1,29}){0,2}/gu;
/** Behind one of these stands whom the prospect greets or speaks for, not what is asked about. */
const NOT_ASKED_BEHIND: ReadonlySet<string> = new Set(
  'hi hello hey dear thanks at am is called name by mr mrs ms dr and i we our my company'.split(' '),
);
const NO_NAMES: ReadonlySet<string> = new Set(
  (
    'i i’m i’ll i’d i’ve ai ml ui ux os pc kpi kpis roi nda sla slas rfp rfi poc ok mr mrs ms dr ceo cfo cto cio coo vp hr it asap fyi dpo faq faqs usd eur gbp pdf csv crm b2b q1 q2 q3 q4 ' +
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september ' +
    'october november december english christmas easter'
  ).split(' '),
);
/** "HM-500" */
const CODE = /\b[A-Z]{1,6}-\d{1,5}[A-Z]?\b/g;
const ACRONYM = /\b(?:[A-Z]{3,6}(?:[ -]?\d{1,5})?|SOC ?\d)\b/g;
/** "integrate with zendesk?": written small, but nothing else stands there. */
const SMALL_NAME_BEHIND =
  /\b(?:integrat\w+|connect\w*|sync\w*|connectors?) (?:it )?(?:with|to|for) ([a-z][a-z0-9.]{2,29})(?=\s*(?:[?!.,]|$)|\s+(?:and|or)\b)/g;
const KIND = /(?<![\p{L}\p{N}])([\p{L}\p{N}][\p{L}\p{N}+-]{1,29}) (plan|edition|tier|package)\b/giu;
/** What says how a plan is, not which one: articles, questions, sizes, prices, terms. */
const NO_PLAN_NAMES: ReadonlySet<string> = new Set(
  (
    'a an the this that these those which what whatever your our my their its his her any some each every no other another same ' +
    'one two three first second third last next right best better cheap cheaper cheapest expensive small smaller smallest big bigger biggest ' +
    'large larger largest high higher highest low lower lowest medium mid middle top entry full whole single current existing ' +
    'new old annual annually monthly yearly weekly quarterly paid free trial payment pricing price subscription data rollout ' +
    'migration onboarding implementation project support training business-case good suitable appropriate different separate ' +
    'specific certain particular custom special standard regular normal basic-level per-seat flat limited unlimited backup recovery ' +
    'action response security exit service family and or of for in on with to is do does have has if we you they it per by chosen ' +
    'recommended suggested available long-term multi-year three-year two-year one-year me us more most fitting upgraded'
  ).split(' '),
);
const WORD_CHARACTER = /[\p{L}\p{N}]/u;
/** In fewer words capitals are names. */
const MIN_SHOUTED = 8;
const MAX_NAMES = 3;
const MAX_CHARS = 2_000;

/**
 * Names asked about that stand in none of the passages. An answer that silently leaves them out reads as a yes ("Do you
 * connect to X?" - "We connect to Y and Z"), or gives one plan the price of another.
 */
export function findUnansweredNames(facts: SalesReplyFacts, passages: readonly PassageFact[]): UnansweredName[] {
  const asked = readAsked(facts.asked.slice(0, MAX_CHARS));
  const evidence = passages.map(preparePassage);
  const own = findOwnWords(facts);
  const misspelt = new Set(facts.analysis.entities.filter(isMisspelt).map(({ text }) => text.toLowerCase()));
  const names = new Map<string, UnansweredName>();
  for (const found of [...listKinds(asked), ...listNames(facts, asked)]) {
    // "CRMs" asks about CRM.
    const name = found.name.replace(/[.]+$/, '').replace(/(?<=[A-Z]{2})s$/, '');
    if (NO_NAMES.has(name.toLowerCase()) || misspelt.has(name.toLowerCase())) continue;
    const folded = unifyNames(name).toLowerCase();
    const isKnown = found.kind === null ? isMentioned(folded, evidence) : isOffered(name, found.kind, evidence);
    if (!isKnown && !own.includes(folded) && !names.has(folded)) names.set(folded, { name, kind: found.kind });
  }
  return [...names.values()].slice(0, MAX_NAMES);
}

/** A name the lexicon knows in another spelling is no unknown one. */
function isMisspelt({ type, text, value }: Entity): boolean {
  return NAMED.has(type) && text.toLowerCase() !== value.toLowerCase();
}

/** The questions of a message; all of it where nothing is asked. */
function readAsked(message: string): string {
  const sentences = splitSentences(message, 60);
  const questions = sentences.filter((sentence) => sentence.endsWith('?'));
  return (questions.length > 0 ? questions : sentences).join('\n');
}

function listKinds(asked: string): UnansweredName[] {
  return findAll(asked, KIND).flatMap(([, name = '', kind = '']): UnansweredName[] =>
    NO_PLAN_NAMES.has(name.toLowerCase()) || /^\d/.test(name) ? [] : [{ name, kind: kind.toLowerCase() }],
  );
}

function listNames({ analysis, message }: SalesReplyFacts, asked: string): UnansweredName[] {
  const named = analysis.entities
    .filter((entity) => NAMED.has(entity.type) && /^[\p{L}\p{N} .+-]{2,30}$/u.test(entity.text))
    .map((entity) => entity.text);
  const small = findAll(asked, SMALL_NAME_BEHIND).map(([, name = '']) => name);
  const dates = analysis.entities.filter(({ type }) => type === 'date').map(({ text }) => text);
  const written = [...listCapitalised(asked), ...(asked.match(ACRONYM) ?? []), ...(asked.match(CODE) ?? [])].filter(
    (name) =>
      !NO_NAMES.has(name.toLowerCase().replace(/s$/, '')) &&
      !NO_NAMES.has(name.toLowerCase()) &&
      !dates.some((date) => date.includes(name) || name.includes(date)),
  );
  return [...named, ...small, ...(shouts(message) ? [] : written)].map((name) => ({ name, kind: null }));
}

function listCapitalised(asked: string): string[] {
  return findAll(asked, CAPITALISED).flatMap((match) =>
    NOT_ASKED_BEHIND.has((match[1] ?? '').toLowerCase()) ? [] : [match[0].replace(/ (?:I|Plan|Tier|Edition)$/, '')],
  );
}

/** Where most words begin with a capital, capitals say nothing. */
function shouts(message: string): boolean {
  const words = message.slice(0, MAX_CHARS).match(/\p{L}{2,}/gu) ?? [];
  if (words.length > 2 && words.every((word) => word === word.toUpperCase())) return true;
  return words.length >= MIN_SHOUTED && words.filter((word) => /^\p{Lu}/u.test(word)).length > words.length / 2;
}

/** Whole, or word by word: "Microsoft Outlook" where "Microsoft 365" and "Outlook" stand. */
function isMentioned(folded: string, evidence: readonly PreparedPassage[]): boolean {
  const words = folded.split(/[ &]+/).filter((word) => word !== '');
  return words.every((word) => evidence.some((passage) => hasWord(passage.folded, word)));
}

/** As a word, its plural or the name of a standard ("SOC" of "SOC2"): "sap" does not stand in "whatsapp". */
function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const isStart = at === 0 || !WORD_CHARACTER.test(text.charAt(at - 1));
    const rest = text.slice(at + word.length, at + word.length + 2).replace(/^\d+/, '');
    if (isStart && !WORD_CHARACTER.test(rest.replace(/^s(?![\p{L}\p{N}])/u, '').charAt(0))) return true;
  }
  return false;
}

/** "growth" as an ordinary word is no plan: it has to be written as a name, or right before the kind. */
function isOffered(name: string, kind: string, evidence: readonly PreparedPassage[]): boolean {
  const written = name.charAt(0).toUpperCase() + name.slice(1).toLowerCase();
  const asName = new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:${escapeRegExp(written)}|${escapeRegExp(name)})(?![\p{L}\p{N}])`,
    'u',
  );
  const beforeKind = `${name.toLowerCase()} ${kind}`;
  return evidence.some(({ unified, folded }) => folded.includes(beforeKind) || asName.test(unified));
}

function escapeRegExp(text: string): string {
  return text.replace(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
}

/** The prospect's own company and name are not asked about. */
function findOwnWords(facts: SalesReplyFacts): string {
  for (const observation of facts.observations) {
    if (observation.tool !== 'fetch_prospect_details') continue;
    return `${observation.prospect?.company ?? ''} ${observation.prospect?.name ?? ''}`.toLowerCase();
  }
  return '';
}
