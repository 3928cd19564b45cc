import { type LlmTool, type LlmToolCall } from '../../../llm.port.js';
import { type ShopReplyFacts } from '../../../shop-reply.facts.js';
import { answers, isAboutOrders, listCalls } from './list-calls.js';

/** A message with more questions than this is answered in part. */
const MAX_CALLS = 8;

/** The look-ups the wants of the message need and that were not made yet. */
export function chooseShopTools(facts: ShopReplyFacts, offered: readonly LlmTool[]): LlmToolCall[] {
  if (facts.refusal !== null) return [];
  const wanted = facts.wants.filter((want) => facts.isSignedIn || !isAboutOrders(want)).flatMap(listCalls);
  const unique = wanted.filter(
    (call, i) => wanted.findIndex((other) => JSON.stringify(other) === JSON.stringify(call)) === i,
  );
  return unique
    .filter(({ name }) => offered.some((tool) => tool.name === name))
    .filter((call) => !facts.observations.some((one) => answers(one, call)))
    .slice(0, MAX_CALLS)
    .map((call, i) => ({ id: `offline_${facts.observations.length + i + 1}`, ...call }));
}
