import { type Entity, type Lexicon } from '../../message-analysis.js';
import { foldWord, type Word } from '../../split-words.js';
import {
  compileLexicon,
  listDeletions,
  MAX_NAME_WORDS,
  mayBeMistyped,
  shapeOf,
  type Name,
  type NameIndex,
} from './compile-lexicon.js';
import { isMeantAsName, isMeantMistyped } from './is-meant-as-name.js';
import { isOneSlipAway } from './is-one-slip-away.js';
import { ORDINARY_WORDS } from './ordinary-words.js';

/** What may stand between two words of one name. */
const SEPARATOR = /^(?:[\s\-_/.,&+'’\p{Cf}]{1,4})$/u;
/** Signs nobody sees, as pasted from web pages or put in to hide a word. */
const UNSEEN_ONLY = /^[\p{Cf}\u034f\ufe00-\ufe0f]{1,4}$/u;
const POSSESSIVE = /['’]s$/i;
/** A name written in pieces ("hub spot") has no piece that is a word of its own grammar. */
const SMALL_WORDS: ReadonlySet<string> = new Set(
  'a an the to in on at of or and is it as be by do go he if i me my no so up us we you for get her his not all out any can'.split(
    ' ',
  ),
);

/** Words that count as one word; where invisible signs split one, its pieces are put together again. */
export function joinUnseen(text: string, words: readonly Word[]): Word[] {
  if (!/[\p{Cf}\u034f]/u.test(text)) return [...words];
  const joined: Word[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    if (last !== undefined && UNSEEN_ONLY.test(text.slice(last.end, Math.min(word.start, last.end + 5))))
      joined[joined.length - 1] = { key: (last.key + word.key).slice(0, 64), start: last.start, end: word.end };
    else joined.push(word);
  }
  return joined;
}

/** A piece of the message that may be a name: so many words from `at`, run together. */
interface Span {
  at: number;
  count: number;
  key: string;
  end: number;
}

/** Spans from `at` that could be names: up to three words, and more where a longer name begins like that. */
function* listSpans(text: string, words: readonly Word[], at: number, index: NameIndex): Generator<Span> {
  let key = '';
  let end: number | undefined;
  for (const [offset, word] of words.slice(at, at + MAX_NAME_WORDS).entries()) {
    if (
      end !== undefined &&
      !isOneBlank(text, end, word) &&
      !SEPARATOR.test(text.slice(end, Math.min(word.start, end + 5)))
    )
      return;
    end = word.end;
    // "Harrow and" is not yet a name, and "&" and "and" are the same in one.
    if (word.key === 'and' && offset > 0) continue;
    key += word.key;
    const span = { at, count: offset + 1, key, end };
    yield span;
    yield* listBareForms(text, word, span);
    if (offset >= 2 && !index.prefixes.has(key)) return;
  }
}

/** What stands between most words. */
function isOneBlank(text: string, end: number, word: Word): boolean {
  return word.start === end + 1 && text.charAt(end) === ' ';
}

/** Without the possessive or the plural s of its last word. */
function* listBareForms(text: string, word: Word, span: Span): Generator<Span> {
  if (!span.key.endsWith('s') || span.key.length < 4) return;
  const isPossessive = POSSESSIVE.test(text.slice(word.end - 2, word.end));
  const cut = isPossessive ? 2 : 1;
  const key = span.key.slice(0, span.key.length - foldWord(text.slice(word.end - cut, word.end)).length);
  yield { ...span, key, end: isPossessive ? span.end - 2 : span.end };
}

function findExact(text: string, words: readonly Word[], span: Span, index: NameIndex): Entity[] {
  return (index.byKey.get(span.key) ?? []).flatMap((name): Entity[] => {
    const first = words[span.at];
    if (first === undefined || !fitsPieces(words, span, name) || !text.startsWith(name.tail, span.end)) return [];
    const end = span.end + name.tail.length;
    const isMeant = isMeantAsName({ text, words, at: span.at, count: span.count, name });
    return isMeant ? [toEntity(text, name, first.start, end)] : [];
  });
}

/** As many words as the name has, or the name written in fewer or more pieces, none of them a small word. */
function fitsPieces(words: readonly Word[], span: Span, name: Name): boolean {
  const pieces = words.slice(span.at, span.at + span.count).filter(({ key }) => key !== 'and');
  if (pieces.length <= name.wordCount) return true;
  return name.key.length >= 6 && pieces.every(({ key }) => key.length >= 2 && !SMALL_WORDS.has(key));
}

function toEntity(text: string, name: Name, start: number, end: number): Entity {
  return { type: name.type, value: name.value, text: text.slice(start, end), start, end };
}

/** Whether any name begins like the word and is as long, one letter more or less: a slip changes no more than that. */
function hasNeighbour(key: string, { shapes }: NameIndex): boolean {
  return [-1, 0, 1].some((more) => shapes.has(shapeOf(key, more)));
}

function findMistyped(text: string, words: readonly Word[], at: number, index: NameIndex): Entity[] {
  const word = words[at];
  if (word === undefined || !hasNeighbour(word.key, index)) return [];
  if (ORDINARY_WORDS.has(word.key) || !mayBeMistyped({ key: word.key, tail: '' })) return [];
  const near = new Set(listDeletions(word.key).flatMap((deletion) => index.byDeletion.get(deletion) ?? []));
  return [...near]
    .filter((name) => isOneSlipAway(word.key, name.key) && isMeantMistyped({ text, words, at, count: 1, name }))
    .map((name) => toEntity(text, name, word.start, word.end));
}

/**
 * Names of the lexicon in the text; the value is the entry's. Case, diacritics, hyphens, blanks inside, a plural or
 * possessive s and invisible signs do not matter, nor does one typing error in a name of five letters or more. A name that
 * is an ordinary word has to be meant as one: see `isMeantAsName`.
 */
export function matchLexicon(text: string, words: readonly Word[], lexicon: Lexicon): Entity[] {
  const index = compileLexicon(lexicon);
  if (index.byKey.size === 0) return [];
  const whole = joinUnseen(text, words);
  const found: Entity[] = [];
  for (const at of whole.keys()) {
    const exact: Entity[] = [];
    for (const span of listSpans(text, whole, at, index)) exact.push(...findExact(text, whole, span, index));
    found.push(...(exact.length > 0 ? exact : findMistyped(text, whole, at, index)));
  }
  return found;
}
