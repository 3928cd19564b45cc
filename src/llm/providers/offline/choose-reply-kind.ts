import { asksForInternalData, asksForPerson, givesModelInstructions, type Intent } from '../../../nlu/index.js';
import { type SalesReplyFacts } from '../../llm.port.js';
import { readTerms } from './read-terms.js';

/**
 * `answer` looks something up; the others need no evidence: `courtesy` for a message that only greets, thanks or
 * chats, `foreign` for another language, `farewell` for somebody who wants no more messages or is not interested,
 * `person` for somebody who asks for one and for nothing else, `confidential` for what is kept about them or others, `instructed` for somebody who tries to direct the model.
 */
export type ReplyKind = 'answer' | 'person' | 'courtesy' | 'foreign' | 'farewell' | 'confidential' | 'instructed';

const COURTESIES: ReadonlySet<Intent> = new Set<Intent>(['greeting', 'thanks', 'small_talk']);
/** A second intent this likely is meant as well: "Thanks! What does the large plan cost?" */
const MEANT_AS_WELL = 0.25;
/** Around the wish for a person so few words of a topic say nothing else. */
const FEW_TERMS = 4;
/** Below this a second intent that was recognised says more about the message. */
const CLEARLY_OUT_OF_SCOPE = 0.6;

const kinds = new WeakMap<SalesReplyFacts, ReplyKind>();

/** Pure; remembered per facts, which are asked several times. */
export function chooseReplyKind(facts: SalesReplyFacts): ReplyKind {
  const kind = kinds.get(facts) ?? chooseKind(facts);
  kinds.set(facts, kind);
  return kind;
}

function chooseKind(facts: SalesReplyFacts): ReplyKind {
  const { language } = facts.analysis;
  const intent = topIntent(facts);
  if (wantsNoContact(facts)) return 'farewell';
  if (givesModelInstructions(facts.message)) return 'instructed';
  if (asksForInternalData(facts.message, facts.analysis.entities)) return 'confidential';
  if (language !== 'en' && language !== 'und') return 'foreign';
  if (asksForPerson(facts.message) && readTerms(facts.message).length <= FEW_TERMS) return 'person';
  return kindOf(intent, facts);
}

/** Asked for in one breath with something else, it still holds. */
function wantsNoContact({ analysis }: SalesReplyFacts): boolean {
  return analysis.intents.some(({ intent, probability }) => intent === 'opt_out' && probability >= MEANT_AS_WELL);
}

function kindOf(intent: Intent, facts: SalesReplyFacts): ReplyKind {
  const topics = readTerms(facts.message).length;
  const asks = facts.message.includes('?') && topics > 1;
  switch (intent) {
    case 'not_interested':
      return asks ? 'answer' : 'farewell';
    case 'greeting':
    case 'thanks':
      return answerIf(asks || meansMore(facts));
    case 'small_talk':
      return answerIf(meansMore(facts));
    case 'out_of_scope':
      // Emoji or filler words alone hold nothing that could be looked up.
      return answerIf(topics > 0);
    default:
      return 'answer';
  }
}

function answerIf(needsEvidence: boolean): ReplyKind {
  return needsEvidence ? 'answer' : 'courtesy';
}

function meansMore(facts: SalesReplyFacts): boolean {
  return facts.analysis.intents.some(
    ({ intent, probability }) =>
      probability >= MEANT_AS_WELL && intent !== 'out_of_scope' && intent !== 'opt_out' && !COURTESIES.has(intent),
  );
}

/** The intent the reply is about: the likeliest one that is more than a courtesy, else the likeliest. */
export function replyIntent(facts: SalesReplyFacts): Intent {
  if (wantsNoContact(facts)) return 'opt_out';
  const meant = facts.analysis.intents.find(
    ({ intent, probability }) =>
      probability >= (intent === 'out_of_scope' ? CLEARLY_OUT_OF_SCOPE : MEANT_AS_WELL) && !COURTESIES.has(intent),
  );
  return meant?.intent ?? topIntent(facts);
}

function topIntent(facts: SalesReplyFacts): Intent {
  return facts.analysis.intents[0]?.intent ?? 'out_of_scope';
}
