import { type LlmTool, type LlmToolCall, type SalesReplyFacts } from '../../llm.port.js';
import { chooseEvidence } from './choose-evidence.js';
import { findEvidence } from './find-evidence.js';
import { readInEnglish } from './read-in-english.js';
import { synonymsOf } from './read-terms.js';
import { listQueries, MAX_SEARCHES } from './write-queries.js';

const MAX_SYNONYMS = 3;

/**
 * The tools to ask for before answering: the prospect's record and one search for each thing asked; when those found no
 * answer to something, one more search for it in other words; then none.
 */
export function chooseTools(given: SalesReplyFacts, offered: readonly LlmTool[]): LlmToolCall[] {
  const facts = readInEnglish(given);
  const wanted = facts.observations.length === 0 ? chooseFirst(facts) : chooseAgain(facts);
  return wanted
    .filter((call) => offered.some((tool) => tool.name === call.name))
    .map((call, index) => ({ id: `offline_${facts.observations.length + index + 1}`, ...call }));
}

type Wanted = Omit<LlmToolCall, 'id'>;

function chooseFirst(facts: SalesReplyFacts): Wanted[] {
  const wanted: Wanted[] = [];
  if (facts.prospectReference !== null) {
    wanted.push({ name: 'fetch_prospect_details', arguments: { prospect_id: facts.prospectReference } });
  }
  const searches = chooseEvidence(facts) === 'nothing' ? [] : listQueries(facts);
  return [...wanted, ...searches.map(toSearch)];
}

/** What stayed without an answer is looked for once more, by the other words there are for it; so is a name. */
function chooseAgain(facts: SalesReplyFacts): Wanted[] {
  const searches = facts.observations.filter(({ tool }) => tool === 'query_knowledge_base');
  const allWorked = searches.every(({ status }) => status === 'ok' || status === 'empty');
  if (searches.length === 0 || !allWorked || hasSearchedAgain(facts)) return [];
  const { answers, missing } = findEvidence(facts);
  const names = missing.map(({ name }) => name);
  const others = answers.filter(({ isAnswered }) => !isAnswered);
  const again = others
    .flatMap(({ question }) => {
      const terms = [...question.weights].filter(([, weight]) => weight >= HALF).map(([term]) => term);
      const synonyms = terms.flatMap((term) => synonymsOf(term, MAX_SYNONYMS));
      return synonyms.length === 0 ? [] : [`${question.text} ${synonyms.join(' ')}`];
    })
    .slice(0, MAX_SEARCHES);
  // "Nothing about X" has to be true of all documents, so the name is looked for by itself.
  return [...names, ...again].slice(0, MAX_SEARCHES).map(toSearch);
}

const HALF = 0.5;

/** Once is enough: any search that is none of the first ones was a second one. */
function hasSearchedAgain(facts: SalesReplyFacts): boolean {
  const first = listQueries(facts);
  return facts.observations.some((one) => one.tool === 'query_knowledge_base' && !first.includes(one.query));
}

function toSearch(query: string): Wanted {
  return { name: 'query_knowledge_base', arguments: { query } };
}
