import { type RowFinding } from '../import-dataset.js';

const ADVERSE = /\badverse[\s_-]*(?:drug[\s_-]*)?(?:events?|reactions?|effects?)\b/i;
const POSITIVE = /^(?:very[\s_-]+)?positive$/i;

/**
 * A report of harm marked as positive is more likely a slip than good news. The values are kept as given: somebody who
 * knows the case decides.
 */
export function findContradiction(topic: string, sentiment: string): RowFinding | undefined {
  if (!ADVERSE.test(topic) || !POSITIVE.test(sentiment)) return undefined;
  return { code: 'contradictory_values', column: 'sentiment', value: `${topic}: ${sentiment}` };
}
