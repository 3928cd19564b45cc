import { type Word } from '../split-words.js';

/** A phrase ready to be matched: each step tests one word, after at most `gap` words in between. */
interface Step {
  gap: number;
  words: ReadonlySet<string>;
  prefixes: readonly string[];
}

type Variant = readonly Step[];

export interface Cue<T> {
  label: T;
  weight: number;
  /** One of these must occur; more than one where an alternative of the phrase has several words. */
  variants: readonly Variant[];
}

/** Cues by the first two letters of their first word, so that a word meets only the few that may begin with it. */
export type CueIndex<T> = ReadonlyMap<string, readonly Entry<T>[]>;

interface Entry<T> {
  cue: Cue<T>;
  variant: Variant;
}

const GAP_WORDS = 4;

/** Reads a phrase of the little language described at `CueList`. */
export function readCue<T>(phrase: string, label: T, weight: number): Cue<T> {
  let openings: string[][] = [[]];
  for (const part of phrase.split(' ')) {
    const options = part.split('|');
    const single = options.filter((option) => !option.includes('_')).join('|');
    const several = options.filter((option) => option.includes('_')).map((option) => option.split('_'));
    const continuations = single === '' ? several : [[single], ...several];
    openings = openings.flatMap((opening) => continuations.map((continuation) => [...opening, ...continuation]));
  }
  return { label, weight, variants: openings.map(readSteps) };
}

function readSteps(parts: readonly string[]): Step[] {
  const steps: Step[] = [];
  let gap = 0;
  for (const part of parts) {
    if (part === '...') {
      gap = GAP_WORDS;
      continue;
    }
    const options = part.split('|');
    steps.push({
      gap,
      words: new Set(options.filter((option) => !option.endsWith('*'))),
      prefixes: options.filter((option) => option.endsWith('*')).map((option) => option.slice(0, -1)),
    });
    gap = 0;
  }
  return steps;
}

export function indexCues<T>(cues: readonly Cue<T>[]): CueIndex<T> {
  const index = new Map<string, Entry<T>[]>();
  for (const cue of cues) {
    for (const variant of cue.variants) {
      const [first] = variant;
      const openings = [...(first?.words ?? []), ...(first?.prefixes ?? [])].map((word) => word.slice(0, 2));
      for (const opening of new Set(openings)) index.set(opening, [...(index.get(opening) ?? []), { cue, variant }]);
    }
  }
  return index;
}

function accepts(step: Step, word: string): boolean {
  return step.words.has(word) || step.prefixes.some((prefix) => word.startsWith(prefix));
}

/** Whether the steps from `step` on match at word `at`; the gaps are bounded, so the work per word is too. */
function matchesFrom(variant: Variant, step: number, words: readonly Word[], at: number): boolean {
  const wanted = variant[step];
  if (wanted === undefined) return true;
  for (let position = at; position <= at + wanted.gap; position += 1) {
    const word = words[position];
    if (word === undefined) return false;
    if (accepts(wanted, word.key) && matchesFrom(variant, step + 1, words, position + 1)) return true;
  }
  return false;
}

/** The cues that occur anywhere in the words, each once. */
export function matchCues<T>(words: readonly Word[], index: CueIndex<T>): Set<Cue<T>> {
  const found = new Set<Cue<T>>();
  for (const [at, word] of words.entries()) {
    for (const { cue, variant } of index.get(word.key.slice(0, 2)) ?? []) {
      if (!found.has(cue) && matchesFrom(variant, 0, words, at)) found.add(cue);
    }
  }
  return found;
}
