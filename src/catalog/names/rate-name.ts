/** From here on a name is near enough to ask about it. */
export const MIN_SIMILARITY = 0.6;

/** What the asked words make out of the figure; the rest is how much of the name was asked for. */
const ASKED_SHARE = 0.85;
/** Names of one kind of cloth or of people are in half of all names. */
const COMMON_WORDS: ReadonlySet<string> = new Set([
  'men',
  'women',
  'boy',
  'girl',
  'kid',
  'unisex',
  'size',
  'color',
  'pack',
  'new',
]);
const COMMON_WEIGHT = 0.4;
/** A number that differs by a digit is another number. */
const NUMERIC = /\d/;

/**
 * How near a product is to the asked words, 0..1; words in any order, a slip in a long word is forgiven.
 * @param asked folded words of the question
 * @param words folded words of the product: its name, and its brand
 * @param known asked words that any product has: they are no slips (a shirt is no skirt)
 */
export function rateName(asked: readonly string[], words: readonly string[], known: ReadonlySet<string>): number {
  if (asked.length === 0 || words.length === 0) return 0;
  const matches = asked.map((word) => ({ weight: weigh(word), match: findNearest(word, words, known.has(word)) }));
  const total = matches.reduce((sum, { weight }) => sum + weight, 0);
  const found = matches.reduce((sum, { weight, match }) => sum + weight * match.closeness, 0);
  const hit = new Set(matches.filter(({ match }) => match.closeness > 0).map(({ match }) => match.word));
  const covered = [...hit].reduce((sum, word) => sum + weigh(word), 0);
  const whole = words.reduce((sum, word) => sum + weigh(word), 0);
  return ASKED_SHARE * (found / total) + (1 - ASKED_SHARE) * (covered / whole);
}

/** Whether a word tells products apart; others are in so many names that to look for them is waste. */
export function isTelling(word: string): boolean {
  return !COMMON_WORDS.has(word);
}

function weigh(word: string): number {
  return isTelling(word) ? 1 : COMMON_WEIGHT;
}

function findNearest(asked: string, words: readonly string[], isKnown: boolean): { word: string; closeness: number } {
  if (isKnown) return { word: asked, closeness: words.includes(asked) ? 1 : 0 };
  let nearest = { word: '', closeness: 0 };
  for (const word of words) {
    const closeness = compareWords(asked, word);
    if (closeness > nearest.closeness) nearest = { word, closeness };
  }
  return nearest;
}

/** 1 for the same word, less for a slip, 0 for another word. */
export function compareWords(a: string, b: string): number {
  if (a === b) return 1;
  const length = Math.min(a.length, b.length);
  if (length < 4 || Math.abs(a.length - b.length) > 2 || NUMERIC.test(a) || NUMERIC.test(b)) return 0;
  const slips = countSlips(a, b);
  const allowed = length >= 8 ? 2 : 1;
  return slips > allowed ? 0 : 1 - slips / (length + 1);
}

/** Edit distance with swapped neighbours as one slip (optimal string alignment). */
function countSlips(a: string, b: string): number {
  let [beforeLast, last]: number[][] = [[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, at(beforeLast, j - 2) + 1);
      row.push(least);
    }
    [beforeLast, last] = [last, row];
  }
  return at(last, b.length);
}

function at(row: readonly number[] | undefined, place: number): number {
  return row?.[place] ?? Infinity;
}
