import { type Intent } from '../../../nlu/index.js';
import { type SalesReplyFacts } from '../../llm.port.js';
import { chooseReplyKind, replyIntent } from './choose-reply-kind.js';
import { composeAnswer, stateEvidence } from './compose-answer.js';
import { foreignReply } from './foreign-phrases.js';
import { listUnsaid, pickVariant, type Say } from './pick-variant.js';
import { PHRASES, type Variants } from './sales-phrases.js';
import { writeSalutation } from './write-salutation.js';

/**
 * The offline model's answer: says only what stands in the passages, sentence by sentence with its `[marker]`, or that
 * it does not know. Pure: the same facts give the same text.
 */
export function composeSalesReply(facts: SalesReplyFacts): string {
  const answers = facts.history.filter(({ sender }) => sender === 'agent').map(({ content }) => content);
  const say: Say = (variants) =>
    pickVariant(listUnsaid(variants, answers), `${facts.history.length}|${facts.message}|${variants[0]}`);
  return [writeSalutation(facts), composeBody(facts, say)].filter((text) => text !== '').join('\n\n');
}

function composeBody(facts: SalesReplyFacts, say: Say): string {
  const intent = replyIntent(facts);
  switch (chooseReplyKind(facts)) {
    case 'farewell':
      return say(intent === 'not_interested' ? PHRASES.notInterested : PHRASES.optOut);
    case 'foreign':
      return [foreignReply(facts.analysis.language), stateEvidence(facts)].filter((text) => text !== '').join('\n\n');
    case 'confidential':
      return say(PHRASES.confidential);
    case 'instructed':
      return say(PHRASES.instructed);
    case 'person':
      return say(PHRASES.person);
    case 'courtesy':
      return say(courtesyFor(intent));
    case 'answer':
      return composeAnswer(facts, intent, say);
  }
}

function courtesyFor(intent: Intent): Variants {
  if (intent === 'thanks') return PHRASES.thanks;
  return intent === 'small_talk' ? PHRASES.smallTalk : PHRASES.greeting;
}
