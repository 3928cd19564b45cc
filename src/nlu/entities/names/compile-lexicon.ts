import { type EntityType, type Lexicon } from '../../message-analysis.js';
import { splitWords } from '../../split-words.js';
import { ORDINARY_WORDS } from './ordinary-words.js';

export interface Name {
  type: EntityType;
  value: string;
  /** Its words run together, the form names are compared by. */
  key: string;
  /** Signs that belong to the name after its last word, such as the `++` of `C++`. */
  tail: string;
  wordCount: number;
  /** The name as it was handed in. */
  written: string;
  /** One word that occurs in sentences about other things, or a plan's name, which nearly always does. */
  isOrdinary: boolean;
}

export interface NameIndex {
  byKey: ReadonlyMap<string, readonly Name[]>;
  /** What the first two and more words of longer names come to, so that a search stops early. */
  prefixes: ReadonlySet<string>;
  /** Every name of enough letters with one letter left out, for typing errors. */
  byDeletion: ReadonlyMap<string, readonly Name[]>;
  /** First letters and lengths of those names, so that most words are not looked up letter by letter. */
  shapes: ReadonlySet<string>;
}

export const MAX_NAME_WORDS = 8;
/** Shorter names are one letter away from too many words. */
export const MIN_TYPO_CHARS = 5;
const MAX_TYPO_CHARS = 24;
const LEGAL_FORM =
  /,? (?:gmbh(?: & co\.? kg)?|ag|kg|se|inc\.?|ltd\.?|limited|llc|llp|plc|corp\.?|corporation|s\.?a\.?|s\.?r\.?l\.?|s\.?p\.?a\.?|b\.?v\.?|n\.?v\.?|ab|as|oy|pty ltd|sas|sarl)$/i;

/** Compiled once per lexicon object: the same lexicon serves every message until the company's names change. */
const compiled = new WeakMap<Lexicon, NameIndex>();

function toName(type: EntityType, value: string, written: string): Name | undefined {
  const words = splitWords(written, MAX_NAME_WORDS + 1);
  const last = words.at(-1);
  if (last === undefined || words.length > MAX_NAME_WORDS) return undefined;
  // "&" and "and" are the same in a name.
  const keys = words.map(({ key }) => key).filter((key) => key !== 'and' || words.length < 3);
  const key = keys.join('');
  const isOrdinary = words.length === 1 && (type === 'plan' || type === 'category' || ORDINARY_WORDS.has(key));
  return { type, value, key, tail: written.slice(last.end).trim(), wordCount: keys.length, written, isOrdinary };
}

/** The value, its aliases, and a company without its legal form. */
function listSpellings(type: EntityType, value: string, aliases: readonly string[]): Set<string> {
  const all = [value, ...aliases];
  const short = type === 'company' ? all.map((name) => name.replace(LEGAL_FORM, '')) : [];
  return new Set([...all, ...short.filter((name) => name.length >= 3)]);
}

function push<K>(map: Map<K, Name[]>, key: K, name: Name): void {
  const bucket = map.get(key);
  if (bucket === undefined) map.set(key, [name]);
  else bucket.push(name);
}

/** A word with each of its letters left out once, and whole. */
export function listDeletions(key: string): string[] {
  const deletions = new Set([key]);
  for (let at = 0; at < key.length; at += 1) deletions.add(key.slice(0, at) + key.slice(at + 1));
  return [...deletions];
}

/** The first letter of a word and its length, or that of a word so much longer. */
export function shapeOf(key: string, more = 0): string {
  return `${key.charAt(0)}${key.length + more}`;
}

export function mayBeMistyped({ key, tail }: { key: string; tail: string }): boolean {
  return tail === '' && key.length >= MIN_TYPO_CHARS && key.length <= MAX_TYPO_CHARS && !/\d/.test(key);
}

export function compileLexicon(lexicon: Lexicon): NameIndex {
  const known = compiled.get(lexicon);
  if (known !== undefined) return known;
  const byKey = new Map<string, Name[]>();
  const prefixes = new Set<string>();
  const byDeletion = new Map<string, Name[]>();
  const shapes = new Set<string>();
  for (const { type, value, aliases } of lexicon.entries) {
    for (const spelling of listSpellings(type, value, aliases)) {
      const name = toName(type, value, spelling);
      if (name === undefined) continue;
      push(byKey, name.key, name);
      addPrefixes(prefixes, spelling);
      if (!mayBeMistyped(name)) continue;
      shapes.add(shapeOf(name.key));
      for (const deletion of listDeletions(name.key)) push(byDeletion, deletion, name);
    }
  }
  const index = { byKey, prefixes, byDeletion, shapes };
  compiled.set(lexicon, index);
  return index;
}

function addPrefixes(prefixes: Set<string>, spelling: string): void {
  let prefix = '';
  for (const { key } of splitWords(spelling, MAX_NAME_WORDS)) {
    if (key !== 'and') prefix += key;
    prefixes.add(prefix);
  }
}
