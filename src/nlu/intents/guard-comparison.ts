import { type Entity, type IntentScore } from '../message-analysis.js';

/** What somebody says who holds one offer against another. */
const COMPARES =
  /\b(?:compar\w+|versus|vs\.?|better|worse|stronger|differ\w*|instead of|rather than|over (?:them|you)|against|alternatives?|competit\w+|rivals?|switch\w*|shortlist\w*|other (?:vendors?|tools?|offers?|suppliers?)|why (?:you|should)|choose|chose|pick|cheaper|leav\w+|replac\w+|mov\w+ (?:away )?from)\b/i;
const DOUBTED_SHARE = 0.2;

/**
 * A tool somebody uses and wants connected is no rival: "I'm on HubSpot, does it talk to that?" compares nothing. A comparison
 * counts where a competitor is named or something is held against something else; else the other readings come first.
 */
export function guardComparison(
  scores: readonly IntentScore[],
  text: string,
  entities: readonly Entity[],
): IntentScore[] {
  const namesTool = entities.some(({ type }) => type === 'integration');
  const compares = COMPARES.test(text) || entities.some(({ type }) => type === 'competitor');
  if (!namesTool || compares) return [...scores];
  return scores
    .map((score) =>
      score.intent === 'competitor_comparison' ? { ...score, probability: score.probability * DOUBTED_SHARE } : score,
    )
    .sort((a, b) => b.probability - a.probability);
}
