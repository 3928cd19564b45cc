/** How many of a thing a price or term holds for, both ends included. */
export interface Tier {
  readonly from: number;
  readonly to: number;
}

const COUNTED = String.raw`(?:units?|pieces?|pcs|items?|pumps?|seats?|users?|licen[cs]es?|copies|orders?|people|persons?|guests?|Stück|St\.|pièces?|unités?)`;
const NUMBER = String.raw`(\d{1,6})`;

/** Bounded and anchored at digits, so that the whole stays linear. A heading needs no word for what is counted. */
const READERS: readonly [RegExp, (first: number, second: number) => Tier][] = [
  [rangeOf(String.raw`${NUMBER}\s?(?:-|–|—|to|bis|à)\s?${NUMBER}\s?${COUNTED}`), (from, to) => ({ from, to })],
  [rangeOf(String.raw`${NUMBER}\s?(?:\+|or more|and more|and up)\s?${COUNTED}?`), (from) => ({ from, to: Infinity })],
  [rangeOf(String.raw`(?:from|at least|ab|à partir de|minimum)\s${NUMBER}\s?${COUNTED}`), toOpen],
  [rangeOf(String.raw`(?:over|above|more than|>|über|plus de)\s?${NUMBER}\s?${COUNTED}`), (n) => toOpen(n + 1)],
  [rangeOf(String.raw`(?:up to|max\.?|bis zu|jusqu['’]à)\s?${NUMBER}\s?${COUNTED}`), (to) => ({ from: 1, to })],
  [rangeOf(String.raw`${NUMBER}\s${COUNTED}`), (n) => ({ from: n, to: n })],
];
const BARE: readonly [RegExp, (first: number, second: number) => Tier][] = [
  [/^\D{0,20}?(\d{1,6})\s?(?:-|–|—|to|bis)\s?(\d{1,6})\b(?!\s?%)/iu, (from, to) => ({ from, to })],
  [/^\D{0,20}?(\d{1,6})\s?\+/u, toOpen],
];
const ONE = /\b(?:an? )?(?:single|(?:one|1) (?:unit|piece|item|seat|user|copy))\b(?:\s(?:unit|piece|item)s?\b)?/i;

/** The tier a text names and where it stands in it, or null. Of a column's heading `10+` and `5-9` are enough. */
export function readTier(text: string, isHeading = false): { tier: Tier; start: number; end: number } | null {
  for (const [pattern, toTier] of isHeading ? [...READERS, ...BARE] : READERS) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const tier = toTier(Number(match[1]), Number(match[2] ?? match[1]));
    return { tier, start: match.index, end: match.index + match[0].length };
  }
  const one = ONE.exec(text);
  return one === null ? null : { tier: { from: 1, to: 1 }, start: one.index, end: one.index + one[0].length };
}

/** Whether two figures may hold for the same number of things; where nothing is said, it is one. */
export function tiersMeet(one: Tier | null, other: Tier | null): boolean {
  const [a, b] = [one ?? other, other ?? one];
  if (a === null || b === null) return true;
  if (one === null || other === null) return a.from <= 1;
  return a.from <= b.to && b.from <= a.to;
}

function rangeOf(source: string): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\d.,])${source}(?![\p{L}\d])`, 'iu');
}

function toOpen(from: number): Tier {
  return { from, to: Infinity };
}
