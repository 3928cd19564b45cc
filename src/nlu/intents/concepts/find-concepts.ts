import { type Word } from '../../split-words.js';
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

interface ConceptIndex {
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

function indexConcepts(table: ConceptTable): ConceptIndex {
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
  const found: string[][] = [];
  for (const [at, { key }] of words.entries()) {
    const here = new Set<string>();
    for (const { concept, rest } of INDEX.byFirstWord.get(key) ?? []) {
      if (isAt(rest, words, at + 1)) here.add(concept);
    }
    for (const { concept, prefix } of INDEX.byOpening.get(key.slice(0, OPENING_CHARS)) ?? []) {
      if (key.startsWith(prefix)) here.add(concept);
    }
    if (here.size > 0) found.push([...here]);
  }
  return found;
}
