import { type SalesReplyFacts } from '../../llm.port.js';

/** Far enough below zero that a cheerful opening would grate. */
const UPSET = -0.4;

export function isUpset({ analysis }: Pick<SalesReplyFacts, 'analysis'>): boolean {
  return analysis.sentiment.score < UPSET;
}
