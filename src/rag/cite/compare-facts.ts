import { areRivalHeadings, type Headings } from './are-rival-headings.js';
import { type Fact } from './list-facts.js';
import { tiersMeet } from './read-tier.js';
import { isComparable, saysSame } from './settle-figure.js';

/** Further apart, two figures of one unit are hardly values of one thing. */
const MAX_RATIO = 4;
/** The same where one names more than the other, or does not say for how long a price is. */
const MAX_RATIO_UNSURE = 1.6;

/** The facts of a text with what stands above it. */
export interface StatedFacts {
  readonly headings: Headings;
  readonly facts: readonly Fact[];
}

/** The pairs of facts with which two texts say different things of the same. */
export function compareFacts(one: StatedFacts, other: StatedFacts): [Fact, Fact][] {
  const headings = [one.headings, other.headings] as const;
  return one.facts.flatMap((first) =>
    other.facts
      .filter((second) => contradictFacts(first, second, headings))
      .filter((second) => !knowsBoth(one.facts, first, second) && !knowsBoth(other.facts, second, first))
      .map((second): [Fact, Fact] => [first, second]),
  );
}

/** The text has the other value of such a thing as well, perhaps under another condition. */
function knowsBoth(facts: readonly Fact[], own: Fact, { figure }: Fact): boolean {
  return facts.some(
    (fact) =>
      fact !== own &&
      equalSets(own.codes, fact.codes) &&
      (own.codes.size > 0 || [...own.subject].some((term) => fact.subject.has(term))) &&
      isComparable(figure, fact.figure) &&
      saysSame(figure, fact.figure),
  );
}

/**
 * Whether two facts give different values for one thing: the same unit, model codes, words of their subject and conditions.
 * Other tiers, periods and headings for other things make it another one. Prefers silence.
 */
function contradictFacts(one: Fact, other: Fact, headings: readonly [Headings, Headings]): boolean {
  if (!isSameMeasure(one, other) || saysSame(one.figure, other.figure) || saysSame(other.figure, one.figure))
    return false;
  if (!equalSets(one.codes, other.codes) || !hasSameTerms(one, other)) return false;
  const match = matchSubjects(one, other);
  if (match === 'none' || !isNear(one, other, match)) return false;
  return one.codes.size > 0 || !areRivalHeadings(headings[0], headings[1], one.subject);
}

function hasSameTerms(one: Fact, other: Fact): boolean {
  if (!equalSets(one.conditions, other.conditions)) return false;
  return one.others.join() === other.others.join() && tiersMeet(one.tier, other.tier);
}

function isSameMeasure(one: Fact, other: Fact): boolean {
  const [a, b] = [one.figure, other.figure];
  if (a.kind !== b.kind || a.unit !== b.unit || a.bound !== b.bound || a.direction !== b.direction) return false;
  if (a.kind !== 'money') return a.period === b.period && isComparable(a, b);
  return (a.per === b.per || one.inTable || other.inTable) && agree(one.period, other.period);
}

function agree(one: string | null, other: string | null): boolean {
  return one === null || other === null || one === other;
}

/** A code is a name: beside it a table may describe the model further. Without one the words have to be the same. */
function matchSubjects(one: Fact, other: Fact): 'same' | 'described' | 'none' {
  if (equalSets(one.subject, other.subject)) return one.subject.size + one.codes.size > 0 ? 'same' : 'none';
  if (one.codes.size === 0) return 'none';
  return isSubset(one.subject, other.subject) || isSubset(other.subject, one.subject) ? 'described' : 'none';
}

function isNear(one: Fact, other: Fact, match: 'same' | 'described'): boolean {
  const { kind, amount } = one.figure;
  if (kind === 'date' || kind === 'time') return match === 'same';
  const [low, high] = [Math.min(amount, other.figure.amount), Math.max(amount, other.figure.amount)];
  const isSure = match === 'same' && (kind !== 'money' || one.period === other.period);
  return low > 0 && high / low <= (isSure ? MAX_RATIO : MAX_RATIO_UNSURE);
}

function equalSets(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && isSubset(one, other);
}

function isSubset(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return [...one].every((term) => other.has(term));
}
