import { type DoubtFact } from '../../llm/index.js';

/** The text without its parts that are in doubt for one of the reasons; where one stood a blank is left. */
export function maskDoubts(
  text: string,
  doubts: readonly Pick<DoubtFact, 'text' | 'reason'>[],
  reasons: ReadonlySet<DoubtFact['reason']>,
): string {
  return doubts
    .filter(({ reason, text: doubted }) => reasons.has(reason) && doubted !== '')
    .reduce((masked, { text: doubted }) => masked.replaceAll(doubted, ' '), text);
}
