import { type ShopReplyFacts, type ShopToolObservation, type ShopWant } from '../../../shop-reply.facts.js';
import { composeOrders } from './compose-orders.js';
import { composePolicy, findSentence } from './compose-policy.js';
import { composeProducts } from './compose-products.js';
import { isAboutOrders, observationsOf } from './list-calls.js';
import { MISSING_PHRASES, sayLanguage, SHOP_PHRASES } from './shop-phrases.js';

/**
 * The offline model's answer to a customer of the shop: says what the look-ups of this turn found, what they did not, and
 * what the data does not have. Pure: the same facts give the same text.
 */
export function composeShopReply(facts: ShopReplyFacts): string {
  if (facts.refusal === 'other_people') return SHOP_PHRASES.otherPeople;
  if (facts.refusal === 'instructions') return SHOP_PHRASES.instructions;
  const parts = facts.wants.length === 0 ? [courtesy(facts)] : facts.wants.map((want) => composeWant(want, facts));
  return joinParts([sayLanguage(facts.language), ...new Set(parts)].filter((text) => text !== ''));
}

/** Answers of one line stand below each other; a list has room around it. */
function joinParts(parts: readonly string[]): string {
  return parts.join(parts.some((part) => part.includes('\n')) ? '\n\n' : '\n');
}

function courtesy({ intent }: ShopReplyFacts): string {
  switch (intent) {
    case 'greeting':
      return SHOP_PHRASES.greeting;
    case 'thanks':
      return SHOP_PHRASES.thanks;
    case 'small_talk':
      return SHOP_PHRASES.smallTalk;
    default:
      return SHOP_PHRASES.outOfScope;
  }
}

function composeWant(want: ShopWant, facts: ShopReplyFacts): string {
  if (isAboutOrders(want) && !facts.isSignedIn) return SHOP_PHRASES.signIn;
  const observations = observationsOf(want, facts);
  const documents = observations.find(({ tool }) => tool === 'query_knowledge_base');
  const records = observations.find((one): one is ShopToolObservation => one.tool !== 'query_knowledge_base');
  switch (want.intent) {
    case 'policy_question':
      return want.missing.length > 0 ? sayMissing(want, documents) : composePolicy(want, documents);
    case 'talk_to_person':
      return records?.status === 'ok' ? SHOP_PHRASES.handedOff : SHOP_PHRASES.notLookedUp;
    default: {
      const answer = isAboutOrders(want) ? composeOrders(want, records) : composeProducts(want, records);
      const parts = [answer, sayMissing(want, documents)].filter((text) => text !== '');
      return parts.join(answer.includes('\n') ? '\n' : ' ');
    }
  }
}

/** What the data does not have, unless a document has it. */
function sayMissing(want: ShopWant, documents: Parameters<typeof composePolicy>[1]): string {
  if (want.missing.length === 0) return '';
  const found = documents?.tool === 'query_knowledge_base' ? findSentence(want.text, documents) : undefined;
  return found ?? want.missing.map((attribute) => MISSING_PHRASES[attribute]).join(' ');
}
