import { type EntityType, type Lexicon } from '../../nlu/index.js';
import { type DocumentText } from '../../rag/index.js';

type Entry = Lexicon['entries'][number];
type NamedType = Extract<EntityType, 'plan' | 'integration' | 'competitor' | 'product'>;

interface Named {
  type: NamedType;
  value: string;
}

const MAX_NAMES = 2_000;
/** "Microsoft Dynamics 365", "HubSpot", "Team". */
const WORD = String.raw`\p{Lu}[\p{L}\p{N}.+&’'-]{1,29}`;
const NAME = String.raw`${WORD}(?: (?:\p{Lu}|\d)[\p{L}\p{N}.+&’'-]{0,29}){0,3}`;
const WHOLE_NAME = new RegExp(`^${NAME}$`, 'u');
const NAMES = new RegExp(NAME, 'gu');
const TABLE_ROW = /^\s*\|(.*)\|\s*$/;
const SEPARATOR = /^[\s|:-]+$/;
const HEADING = /^#{1,6}\s+(.*)$/;
const LIST_NAME = new RegExp(String.raw`^\s*[-*+•]\s+(?:\*\*)?(${NAME})(?:\*\*)?\s*(?:[:–—(,-]|$)`, 'u');

/** What the first column of a table has, by what it is called. */
const COLUMN_TYPES: readonly (readonly [RegExp, NamedType])[] = [
  [/^(?:plan|tier|edition|package)s?$/i, 'plan'],
  [/^(?:integration|connector|connected (?:tool|system)|app|works with)s?$/i, 'integration'],
  [/^(?:competitor|alternative|vendor)s?$/i, 'competitor'],
  [/^(?:product|module|add-on)s?$/i, 'product'],
];
/** "the Team plan", and "Starter, Team and Enterprise plans": one name before a plural is whose plans they are. */
const ONE_PLAN = new RegExp(String.raw`(${WORD}) (?:plan|tier|edition)\b`, 'gu');
const SEVERAL_PLANS = new RegExp(
  String.raw`(${WORD}(?:, ${WORD}){0,6},? (?:and|or) ${WORD}) (?:plan|tier|edition)s?\b`,
  'gu',
);
const COMPARED = new RegExp(
  String.raw`\b(?:[Cc]ompar(?:ed|ison|ing) (?:with|to)|vs\.?|versus|[Aa]lternatives? to|[Ii]nstead of|(?:[Ss]witch|[Cc]hang|[Mm]ov|[Mm]igrat)(?:ing|ed|e) from)\s+(${NAME})`,
  'gu',
);
const CONNECTS =
  /\b(?:integrat\w+ with|connectors? (?:for|to)|connects? (?:with|to)|connectors? exists? for|syncs? with)\b/gi;
const DENIES = /\b(?:no|not|without|never|cannot)\b[^.!?\n]{0,60}$/i;
const INTEGRATION_SECTION = /\b(?:integrations?|connectors?|connect|works with)\b/i;
const COMPARISON_TITLE = /\b(?:compar(?:ed|ison|ing)|vs\.?|versus|alternatives?|competitors?)\b/i;
/** How far a list of names behind "connectors for" may go on. */
const LIST_CHARS = 200;
const DENIAL_CHARS = 80;

/** Capitalised, but no names. */
const NO_NAMES: ReadonlySet<string> = new Set(
  (
    'the a an all any every each no our your their its this that these those we you they it in on at for from to of with and or but if when where ' +
    'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december security backup recovery action project rollout migration payment training response business marketing contact support ' +
    'which what who how why can do does did is are was will would may should must has have be yes not some both either neither one two three ' +
    'first second other more most many new old monthly annual annually yearly free paid others plan plans price prices api apis sso crm faq'
  ).split(' '),
);

/**
 * The names a company's documents use for its plans, integrations, competitors and products: from tables ("| Plan | …"),
 * lists under a heading about integrations, and set phrases ("the Team plan", "compared with …"). Pure; knows no company.
 */
export function readNames(documents: readonly DocumentText[]): Entry[] {
  const found = new Map<string, Entry>();
  for (const document of documents) {
    for (const { type, value } of [...readTables(document), ...readLists(document), ...readProse(document)]) {
      const name = value.replace(/[.,:’'-]+$/u, '').trim();
      const key = `${type}|${name.toLowerCase()}`;
      if (found.size >= MAX_NAMES) return [...found.values()];
      if (name.length < 2 || NO_NAMES.has(name.toLowerCase().split(' ')[0] ?? '') || found.has(key)) continue;
      found.set(key, { type, value: name, aliases: [] });
    }
  }
  return [...found.values()];
}

/** The first column of every table that says what its rows are. */
function readTables({ content }: DocumentText): Named[] {
  const named: Named[] = [];
  let header: string | undefined;
  for (const line of content.split('\n')) {
    const first = TABLE_ROW.exec(line)?.[1]
      ?.split('|')[0]
      ?.replace(/\*\*|`/g, '')
      .trim();
    if (first === undefined || header === undefined) {
      header = first;
      continue;
    }
    const type = typeOfColumn(header);
    if (type !== undefined && !SEPARATOR.test(line) && WHOLE_NAME.test(first)) named.push({ type, value: first });
  }
  return named;
}

function typeOfColumn(header: string): NamedType | undefined {
  return COLUMN_TYPES.find(([pattern]) => pattern.test(header))?.[1];
}

/** List items that begin with a name, where the section is about integrations. */
function readLists({ title, content }: DocumentText): Named[] {
  if (COMPARISON_TITLE.test(title)) return [];
  let section = title;
  return content.split('\n').flatMap((line): Named[] => {
    section = HEADING.exec(line)?.[1] ?? section;
    const item = INTEGRATION_SECTION.test(section) ? LIST_NAME.exec(line)?.[1] : undefined;
    return item === undefined ? [] : [{ type: 'integration', value: item }];
  });
}

/** Set phrases. */
function readProse({ title, content }: DocumentText): Named[] {
  const text = `${title}\n${content}`;
  const plans = [...text.matchAll(ONE_PLAN), ...text.matchAll(SEVERAL_PLANS)];
  const rivals = COMPARISON_TITLE.test(title) ? [...text.matchAll(COMPARED)] : [];
  return [
    ...plans.flatMap(([, names = '']) => toNames('plan', names)),
    ...rivals.flatMap(([, name = '']) => toNames('competitor', name)),
    ...[...text.matchAll(CONNECTS)].flatMap((match) => readConnected(text, match.index, match[0])),
  ];
}

/** The names behind "integrates with", as far as the sentence goes; none where it is denied. */
function readConnected(text: string, at: number, phrase: string): Named[] {
  if (DENIES.test(text.slice(Math.max(0, at - DENIAL_CHARS), at))) return [];
  const from = at + phrase.length;
  const sentence = text.slice(from, from + LIST_CHARS).split(/[.;:!?\n](?:\s|$)/)[0] ?? '';
  return toNames('integration', sentence.split(/\b(?:but|not|no|while|except)\b/)[0] ?? '');
}

function toNames(type: NamedType, list: string): Named[] {
  return [...list.matchAll(NAMES)].map(([value]) => ({ type, value }));
}
