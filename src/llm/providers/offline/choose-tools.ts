import { type LlmTool, type LlmToolCall, type SalesReplyFacts } from '../../llm.port.js';
import { chooseReplyKind, replyIntent } from './choose-reply-kind.js';
import { chooseWantedFigure } from './choose-wanted-figure.js';
import { readTerms } from './read-terms.js';
import { dropSupportVerb, writeOutNames } from './unify-names.js';

const MAX_QUERY_CHARS = 1000;
/** What a cut through an emoji leaves at the end. */
const HALF_CHARACTER = /[\uD800-\uDBFF]$/;

/** The tools to ask for before answering: none once anything came back, for the offline model looks once. */
export function chooseTools(facts: SalesReplyFacts, offered: readonly LlmTool[]): LlmToolCall[] {
  if (facts.observations.length > 0) return [];
  const wanted: Omit<LlmToolCall, 'id'>[] = [];
  if (facts.prospectReference !== null) {
    wanted.push({ name: 'fetch_prospect_details', arguments: { prospect_id: facts.prospectReference } });
  }
  const query = facts.message.slice(0, MAX_QUERY_CHARS).replace(HALF_CHARACTER, '').trim();
  if (query !== '' && chooseReplyKind(facts) === 'answer') {
    wanted.push({ name: 'query_knowledge_base', arguments: { query: completeQuery(query, facts) } });
  }
  return wanted
    .filter((call) => offered.some((tool) => tool.name === call.name))
    .map((call, index) => ({ id: `offline_${index + 1}`, ...call }));
}

const SAYS_PRICE = /\b(?:pric|cost)/i;
/** "And for 60 people?": so few words need the one they mean. */
const FEW_TERMS = 2;

/** The message with what its short words stand for and what it leaves unsaid. */
function completeQuery(query: string, facts: SalesReplyFacts): string {
  const written = writeOutNames(dropSupportVerb(query).trim());
  const meansPrice = chooseWantedFigure(query, replyIntent(facts)) === 'money' && readTerms(query).length <= FEW_TERMS;
  return meansPrice && !SAYS_PRICE.test(written) ? `${written} price per seat` : written;
}
