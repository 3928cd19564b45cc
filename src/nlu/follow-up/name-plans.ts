import { findEntities } from '../entities/find-entities.js';
import { type Lexicon } from '../message-analysis.js';
import { splitWords } from '../split-words.js';

/**
 * Says of the plans in a question put together from several messages that they are plans: "How much is Team for 60 people?"
 * becomes "How much is the Team plan for 60 people?". The names are known from the company's lexicon alone.
 */
export function namePlans(asked: string, now: Date, lexicon?: Lexicon): string {
  return findEntities(asked, splitWords(asked), now, lexicon)
    .filter(({ type }) => type === 'plan')
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end, value }) => {
      const [before, behind] = [text.slice(0, start), text.slice(end)];
      const article = /\b(?:the|a|an|your|our|their)\s+$/i.test(before) ? '' : 'the ';
      const noun = /^\s+(?:plan|tier|edition|package)\b/i.test(behind) ? '' : ' plan';
      return `${before}${article}${value}${noun}${behind}`;
    }, asked);
}
