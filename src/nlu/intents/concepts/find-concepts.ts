import { splitWords, type Word } from '../../split-words.js';
import { COMMERCE_CONCEPTS } from './commerce-concepts.js';
import { type ConceptTable } from './concept-table.js';
import { EVERYDAY_CONCEPTS } from './everyday-concepts.js';
import { PRODUCT_CONCEPTS } from './product-concepts.js';
import { SHOP_CONCEPTS } from './shop-concepts.js';

export const CONCEPTS: ConceptTable = {
  ...EVERYDAY_CONCEPTS,
  ...COMMERCE_CONCEPTS,
  ...PRODUCT_CONCEPTS,
  ...SHOP_CONCEPTS,
};

/** A phrase without its first word. */
interface Phrase {
  concept: string;
  rest: readonly string[];
}

/** A concept table made ready for looking words up. */
export interface ConceptIndex {
  byFirstWord: ReadonlyMap<string, readonly Phrase[]>;
  /** Words with any ending, by their first four letters. */
  byOpening: ReadonlyMap<string, readonly { concept: string; prefix: string }[]>;
}

const OPENING_CHARS = 4;

function addTo<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** Reads a table once, so that texts can be looked up in it in time proportional to their length. */
export function indexConcepts(table: ConceptTable): ConceptIndex {
  const byFirstWord = new Map<string, Phrase[]>();
  const byOpening = new Map<string, { concept: string; prefix: string }[]>();
  for (const [concept, entries] of Object.entries(table)) {
    for (const entry of new Set(entries.split(' '))) {
      const [first = '', ...rest] = entry.split('_').filter((word) => word !== '');
      if (first.endsWith('*')) {
        const prefix = first.slice(0, -1);
        addTo(byOpening, prefix.slice(0, OPENING_CHARS), { concept, prefix });
      } else addTo(byFirstWord, first, { concept, rest });
    }
  }
  return { byFirstWord, byOpening };
}

const INDEX = indexConcepts(CONCEPTS);

function isAt(rest: readonly string[], words: readonly Word[], at: number): boolean {
  return rest.every((word, offset) => words[at + offset]?.key === word);
}

/** The concepts that begin at each word, in the order of the words; words without any are left out. */
export function findConcepts(words: readonly Word[]): string[][] {
  return words.flatMap((_word, at) => {
    const here = new Set(matchAt(words, at, INDEX).map(({ concept }) => concept));
    return here.size > 0 ? [[...here]] : [];
  });
}

function* entriesAt(key: string, index: ConceptIndex): Generator<Phrase> {
  yield* index.byFirstWord.get(key) ?? [];
  for (const { concept, prefix } of index.byOpening.get(key.slice(0, OPENING_CHARS)) ?? []) {
    if (key.startsWith(prefix)) yield { concept, rest: [] };
  }
}

function matchAt(words: readonly Word[], at: number, index: ConceptIndex): Phrase[] {
  return [...entriesAt(words[at]?.key ?? '', index)].filter(({ rest }) => isAt(rest, words, at + 1));
}

/** A concept of a table, and the words of a text that stand for it. */
export interface SaidConcept {
  concept: string;
  said: string;
}

/** The concepts of a text with the words that stand for them, in order; a phrase outdoes the shorter ones inside it. */
export function listConcepts(text: string, index: ConceptIndex): SaidConcept[] {
  const words = splitWords(text);
  const found = words.flatMap((_word, at) =>
    matchAt(words, at, index).map(({ concept, rest }) => ({ concept, at, to: at + rest.length })),
  );
  return found
    .filter(({ at, to }) => !found.some((other) => other.at <= at && other.to >= to && other.to - other.at > to - at))
    .map(({ concept, at, to }) => ({ concept, said: text.slice(words[at]?.start, words[to]?.end) }));
}
