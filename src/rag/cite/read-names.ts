import { type ReadWord } from './read-denials.js';

const CAPITALISED = /^\p{Lu}/u;
const INNER_CAPITAL = /^.+\p{Lu}/u;
const NO_NAMES: ReadonlySet<string> = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september ' +
    'october november december utc gmt usd eur gbp extra additional further another other others most more'
  ).split(' '),
);

/**
 * Terms of the capitalised words. A sentence's first word is capitalised anyway: it is listed too, because whether it is a
 * name shows only beside others (`belongsToOthers`).
 */
export function namesOf(words: readonly ReadWord[]): string[] {
  return words.flatMap((word) => (isNameLike(word) && word.term !== null ? [word.term] : []));
}

/** Whether a word is written as a name; the first word of a sentence always is. */
export function isNameLike({ word, lower, term }: ReadWord): boolean {
  return term !== null && word.length > 1 && CAPITALISED.test(word) && !NO_NAMES.has(lower);
}

const OPENING = /(?:^|[.!?…:\n•]\s{0,3}|^[-*]\s)["“(*]{0,3}$/;

/** Words that are names by their spelling, wherever they stand in `text`, which begins at `offset`. */
export function properNamesOf(words: readonly ReadWord[], text: string, offset = 0): ReadWord[] {
  return words.filter(({ word, lower, term, start }) => {
    if (term === null || word.length < 2 || !CAPITALISED.test(word) || NO_NAMES.has(lower)) return false;
    return INNER_CAPITAL.test(word) || !OPENING.test(text.slice(Math.max(0, start - offset - 6), start - offset));
  });
}

const JOINED = /^(?:,\s(?:and\s|or\s)?|\s(?:and|or|nor)\s|\s?[/&]\s?)(?:the\s)?$/;

/**
 * What names stand in: the word behind them (`>plan`) and the names beside them in a list. Two names with a slot in common
 * are of one kind, so that what is said of one is not said of the other.
 */
export function listSlots(words: readonly ReadWord[], text: string): Map<string, Set<string>> {
  const slots = new Map<string, Set<string>>();
  const names = words.flatMap((word, index) => (namesOf([word]).length > 0 ? [{ word, next: words[index + 1] }] : []));
  for (const [index, { word, next }] of names.entries()) {
    if (next !== undefined && next.term !== null && !CAPITALISED.test(next.word) && next.start === word.end + 1) {
      addSlot(slots, word.term, `>${next.term}`);
    }
    const following = names[index + 1]?.word;
    if (
      following !== undefined &&
      following.start - word.end < 12 &&
      JOINED.test(text.slice(word.end, following.start))
    ) {
      const pair = `&${word.lower}&${following.lower}`;
      addSlot(slots, word.term, pair);
      addSlot(slots, following.term, pair);
    }
  }
  return slots;
}

export function addSlot(slots: Map<string, Set<string>>, name: string | null, slot: string): void {
  if (name === null) return;
  const known = slots.get(name);
  if (known === undefined) slots.set(name, new Set([slot]));
  else known.add(slot);
}
