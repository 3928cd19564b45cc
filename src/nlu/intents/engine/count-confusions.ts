import { isOutOfScope, type JudgedText } from './measure-model.js';
import { OUT_OF_SCOPE } from './intent-model.js';

/** Two labels that are taken for each other, and how often either way. */
export interface Confusion {
  labels: readonly [string, string];
  count: number;
}

/** The most confusable pairs first; ties A-Z. */
export function countConfusions(judged: readonly JudgedText[], max: number): Confusion[] {
  const counts = new Map<string, Confusion>();
  for (const { text, classification } of judged) {
    const predicted = classification.ranking[0]?.label ?? OUT_OF_SCOPE;
    const expected = isOutOfScope(text) ? [OUT_OF_SCOPE] : text.labels;
    if (expected.includes(predicted)) continue;
    const [first = '', second = ''] = [expected[0] ?? OUT_OF_SCOPE, predicted].sort();
    const key = JSON.stringify([first, second]);
    const known = counts.get(key) ?? { labels: [first, second] as const, count: 0 };
    counts.set(key, { ...known, count: known.count + 1 });
  }
  return [...counts]
    .sort(([a, one], [b, other]) => other.count - one.count || (a < b ? -1 : 1))
    .slice(0, max)
    .map(([, confusion]) => confusion);
}
