import { findAll } from '../../../shared/find-all.js';
import { type SalesReplyFacts } from '../../llm.port.js';
import { chooseEvidence } from './choose-evidence.js';
import { replyIntent } from './choose-reply-kind.js';
import { ASKS_DEFINITION, ASKS_OVERVIEW, chooseWantedFigure } from './choose-wanted-figure.js';
import { readParaphrases } from './paraphrases.js';
import { readClauses } from './read-clauses.js';
import { PRICE_OBJECTION, readObjection } from './read-objection.js';
import { readTerms } from './read-terms.js';
import { dropSupportVerb, writeOutNames } from './unify-names.js';
import { asksForPrice } from './choose-wanted.js';
import { readSize } from './read-size.js';
import { comparesPlans, listSearches } from './weigh-questions.js';

const MAX_QUERY_CHARS = 1000;
/** What a cut through an emoji leaves at the end. */
const HALF_CHARACTER = /[\uD800-\uDBFF]$/;
export const MAX_SEARCHES = 6;

/** The first searches of a message, each once. */
export function listQueries(facts: SalesReplyFacts): string[] {
  const queries = [...new Set([...listQueriesByClause(facts), ...listPriceQueries(facts)])];
  return queries.slice(0, MAX_SEARCHES);
}

const PLAN = /\bthe (\p{Lu}[\p{L}\p{N}+-]{0,29}) plan\b/gu;

/** What so many seats cost is worked out from the price of one, which is looked up by itself. */
function listPriceQueries(facts: SalesReplyFacts): string[] {
  const asked = cut(facts.asked);
  if (readSize(facts) === null || chooseEvidence(facts) === 'argument') return [];
  const isAboutPrice = replyIntent(facts) === 'pricing_inquiry' || readClauses(asked).clauses.some(asksForPrice);
  if (!isAboutPrice) return [];
  const entities = facts.analysis.entities.filter(({ type }) => type === 'plan').map(({ value }) => value);
  const plans = [...new Set([...entities, ...findAll(asked, PLAN).map(([, name = '']) => name)])];
  const terms = [...new Set(findAll(asked, NAMED_TERMS).map(([term]) => term.toLowerCase()))];
  return [
    `${plans.join(' ')} plan price per seat billed yearly or monthly`.trim(),
    ...(terms.length > 0 ? [`${plans.join(' ')} price per seat with ${terms.join(' ')} discount`.trim()] : []),
  ];
}

const NAMED_TERMS =
  /\b(?:(?:two|three|four|five|[2-5])[ -]years?|charity|charities|non-?profit|foundation|schools?|university|volume)\b/gi;

/** The search for each thing asked, in the order of the clauses; one for the whole where there is a doubt to meet. */
export function listQueriesByClause(facts: SalesReplyFacts): string[] {
  const asked = cut(facts.asked);
  if (asked === '') return [];
  const queries = chooseEvidence(facts) === 'argument' ? [aboutDoubt(asked, facts)] : listSearches(asked);
  return queries.map((query) => completeQuery(query, facts));
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
  return [written, ...impliedByPrice(written, facts), ...readParaphrases(query)].join(' ');
}

/** What a question about money means without saying it. */
function impliedByPrice(query: string, facts: SalesReplyFacts): string[] {
  if (chooseWantedFigure(query, replyIntent(facts)) !== 'money') return [];
  const isBare = ASKS_PAY.test(query) || readTerms(query).length <= FEW_TERMS;
  const size = readSize(facts);
  return [
    ...(isBare && !SAYS_PRICE.test(query) ? ['price per seat'] : []),
    ...((size ?? 0) >= LARGE ? ['seats volume'] : []),
  ];
}
