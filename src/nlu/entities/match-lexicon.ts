import { type Entity, type EntityType, type Lexicon } from '../message-analysis.js';
import { foldWord, splitWords, type Word } from '../split-words.js';

interface Name {
  type: EntityType;
  value: string;
  keys: readonly string[];
  /** Signs that belong to the name after its last word, such as the `++` of `C++`. */
  tail: string;
}

const MAX_NAME_WORDS = 8;
/** What may stand between two words of one name. */
const SEPARATOR = /^[\s\-_/.,&+'’]{1,3}$/;
const POSSESSIVE = /['’]s$/i;

/** Compiled once per lexicon object: the same lexicon serves every message until the company's names change. */
const compiled = new WeakMap<Lexicon, ReadonlyMap<string, readonly Name[]>>();

function toName(type: EntityType, value: string, alias: string): Name | undefined {
  const words = splitWords(alias, MAX_NAME_WORDS);
  const last = words.at(-1);
  if (last === undefined) return undefined;
  return { type, value, keys: words.map((word) => word.key), tail: alias.slice(last.end).trim() };
}

function compile(lexicon: Lexicon): ReadonlyMap<string, readonly Name[]> {
  const known = compiled.get(lexicon);
  if (known !== undefined) return known;
  const index = new Map<string, Name[]>();
  for (const { type, value, aliases } of lexicon.entries) {
    for (const alias of new Set([value, ...aliases])) {
      const name = toName(type, value, alias);
      const first = name?.keys[0];
      if (name === undefined || first === undefined) continue;
      const bucket = index.get(first);
      if (bucket === undefined) index.set(first, [name]);
      else bucket.push(name);
    }
  }
  compiled.set(lexicon, index);
  return index;
}

/** The end of the name that starts at word `at`, or undefined. A possessive `'s` after it is not part of it. */
function endOfName(text: string, words: readonly Word[], at: number, name: Name): number | undefined {
  let end: number | undefined;
  for (const [offset, key] of name.keys.entries()) {
    const word = words[at + offset];
    if (word === undefined || (end !== undefined && !SEPARATOR.test(text.slice(end, word.start)))) return undefined;
    const isLast = offset === name.keys.length - 1;
    end = endOfWord(text, word, key, isLast);
    if (end === undefined) return undefined;
  }
  return end !== undefined && text.startsWith(name.tail, end) ? end + name.tail.length : undefined;
}

function endOfWord(text: string, word: Word, key: string, mayBePossessive: boolean): number | undefined {
  if (word.key === key) return word.end;
  const bare = mayBePossessive ? bareWord(text, word) : undefined;
  return bare?.key === key ? bare.end : undefined;
}

function bareWord(text: string, word: Word): { key: string; end: number } | undefined {
  const written = text.slice(word.start, word.end);
  if (!POSSESSIVE.test(written)) return undefined;
  return { key: foldWord(written.slice(0, -2)), end: word.end - 2 };
}

function namesAt(text: string, word: Word, index: ReadonlyMap<string, readonly Name[]>): readonly Name[] {
  const bare = bareWord(text, word);
  const possessive = bare === undefined ? [] : (index.get(bare.key) ?? []);
  return [...(index.get(word.key) ?? []), ...possessive];
}

/** Names of the lexicon in the text: whole words, whatever the case and the diacritics; the value is the entry's. */
export function matchLexicon(text: string, words: readonly Word[], lexicon: Lexicon): Entity[] {
  const index = compile(lexicon);
  const found: Entity[] = [];
  for (const [at, word] of words.entries()) {
    for (const name of namesAt(text, word, index)) {
      const end = endOfName(text, words, at, name);
      if (end === undefined) continue;
      found.push({ type: name.type, value: name.value, text: text.slice(word.start, end), start: word.start, end });
    }
  }
  return found;
}
