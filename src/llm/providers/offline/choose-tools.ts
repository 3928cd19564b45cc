import { type LlmTool, type LlmToolCall, type SalesReplyFacts } from '../../llm.port.js';
import { chooseEvidence } from './choose-evidence.js';
import { replyIntent } from './choose-reply-kind.js';
import { ASKS_DEFINITION, ASKS_OVERVIEW, chooseWantedFigure } from './choose-wanted-figure.js';
import { findEvidence } from './find-evidence.js';
import { readInEnglish } from './read-in-english.js';
import { PRICE_OBJECTION, readObjection } from './read-objection.js';
import { readTerms, synonymsOf } from './read-terms.js';
import { dropSupportVerb, writeOutNames } from './unify-names.js';
import { comparesPlans, listSearches, readSize } from './weigh-questions.js';

const MAX_QUERY_CHARS = 1000;
/** What a cut through an emoji leaves at the end. */
const HALF_CHARACTER = /[\uD800-\uDBFF]$/;
const MAX_SEARCHES = 6;
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

function listQueries(facts: SalesReplyFacts): string[] {
  const asked = cut(facts.asked);
  if (asked === '') return [];
  const queries = chooseEvidence(facts) === 'argument' ? [aboutDoubt(asked, facts)] : listSearches(asked);
  return [...new Set(queries.map((query) => completeQuery(query, facts)))].slice(0, MAX_SEARCHES);
}

function cut(text: string): string {
  return text.slice(0, MAX_QUERY_CHARS).replace(HALF_CHARACTER, '').trim();
}

function aboutDoubt(asked: string, facts: SalesReplyFacts): string {
  const isPrice = replyIntent(facts) === 'price_objection';
  const words = (readObjection(facts.message) ?? (isPrice ? PRICE_OBJECTION : undefined))?.words ?? '';
  return `${asked} ${words} concern objection`;
}

const ASKS_PAY =
  /\b(?:what|how much) (?:would|will|do|should|must|does|can) (?:we|i|it|one|they) (?:have to )?(?:pay|be charged|spend)\b/i;
/** A name inside a question about what something is. */
const PRODUCT_NAME = /\p{Lu}\p{L}{2,29}/u;
/** From so many people on, prices by volume matter. */
const LARGE = 100;
const SAYS_PRICE = /\b(?:pric|cost)/i;
/** "And for 60 people?": so few words need the one they mean. */
const FEW_TERMS = 2;

/** The message with what its short words stand for and what it leaves unsaid. */
function completeQuery(query: string, facts: SalesReplyFacts): string {
  const written = writeOutNames(dropSupportVerb(query).trim());
  const plans = facts.analysis.entities.filter(({ type }) => type === 'plan').map(({ value }) => value);
  if (ASKS_OVERVIEW.test(query) || comparesPlans(query, plans)) return `${written} plans price seats`;
  if (ASKS_DEFINITION.test(query)) return `${PRODUCT_NAME.exec(query.slice(1))?.[0] ?? ''} product overview`.trim();
  return [written, ...impliedByPrice(written, facts)].join(' ');
}

/** What a question about money means without saying it. */
function impliedByPrice(query: string, facts: SalesReplyFacts): string[] {
  if (chooseWantedFigure(query, replyIntent(facts)) !== 'money') return [];
  const isBare = ASKS_PAY.test(query) || readTerms(query).length <= FEW_TERMS;
  return [
    ...(isBare && !SAYS_PRICE.test(query) ? ['price per seat'] : []),
    ...((readSize(facts) ?? 0) >= LARGE ? ['seats volume'] : []),
  ];
}
