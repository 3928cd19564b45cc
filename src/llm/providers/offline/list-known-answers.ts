import { type EntityType } from '../../../nlu/index.js';
import { type SalesReplyFacts } from '../../llm.port.js';
import { listOfferedNames } from './list-offered-names.js';
import { readTerms } from './read-terms.js';
import { ASKED, type Asked } from './sales-phrases.js';

const ENTITIES: Readonly<Record<Asked, readonly EntityType[]>> = {
  size: ['quantity', 'company_size'],
  which: ['plan', 'product', 'integration', 'competitor', 'product_id', 'category'],
  date: ['date'],
  clause: [],
  system: ['integration', 'product', 'competitor'],
};

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const FORMS: Partial<Record<Asked, RegExp>> = {
  // "40 pumps", "twelve of us": a number of anything but time, money or a share.
  size: /(?<![\p{L}\d.,$€£#/:-])(?:\d[\d.,]{0,11}|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|(?:a |one )?(?:hundred|dozen)) (?!(?:days?|weeks?|months?|years?|hours?|hrs?|minutes?|mins?|seconds?|times?|per|percent|dollars?|euros?|pounds?|usd|eur|gbp|am|pm|o['’]clock|more|or|and|to|in|on|at|is|for|things?|questions?|points?|jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|jun\w*|jul\w*|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*)\b)\p{L}/iu,
  date: new RegExp(
    String.raw`\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|asap|q[1-4]|quarter|christmas|easter|(?:next|this|coming|following) (?:week|month|year|spring|summer|autumn|fall|winter)|(?:in|by|on|until|from|before|since|early|mid|late|\d{1,2}) (?:may|${MONTH})|${MONTH} \d|as soon as possible|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?)\b`,
    'i',
  ),
  clause:
    /§|\b(?:clauses?|sections?|paragraphs?|articles?|annex(?:es)?|appendix|appendices|liability|indemnit(?:y|ies)|indemnification|warrant(?:y|ies)|termination|jurisdiction|governing law|confidentiality|notice period|payment terms?|force majeure)\b/i,
};

/** Words that say that a price or a purchase is meant, but not of what. */
const NAMES_NOTHING: ReadonlySet<string> = new Set(
  readTerms(
    'price charge quote quotation buy order purchase plan tier package product service option list table detail budget discount business company firm today tomorrow',
  ),
);
/** Enough of a message to find a number, a date or a clause in; nobody reads on to see whether it was said at the very end. */
const MAX_CHARS = 4000;
const MAX_MESSAGES = 10;

/** What a next step could ask for and the prospect has said already: in this message, its entities or those before it. */
export function listKnownAnswers(facts: SalesReplyFacts): ReadonlySet<Asked> {
  const said = listSaid(facts);
  const types = new Set(facts.analysis.entities.map(({ type }) => type));
  const known = ASKED.filter(
    (asked) => ENTITIES[asked].some((type) => types.has(type)) || said.some((text) => FORMS[asked]?.test(text)),
  );
  return new Set(namesThing(facts, said) ? [...known, 'which'] : known);
}

/** The prospect's own words: what we said of minimum quantities or dates does not tell theirs. */
function listSaid({ history, message, asked }: SalesReplyFacts): string[] {
  const before = history.filter(({ sender }) => sender === 'prospect').slice(-MAX_MESSAGES);
  return [...before.map(({ content }) => content), asked, message].map((text) => text.slice(0, MAX_CHARS));
}

function namesThing({ observations }: SalesReplyFacts, said: readonly string[]): boolean {
  if (said.some((text) => readTerms(text).some((term) => !NAMES_NOTHING.has(term)))) return true;
  const passages = observations.flatMap((found) => (found.tool === 'query_knowledge_base' ? found.passages : []));
  const names = listOfferedNames('plan', passages)?.names ?? [];
  const words = new Set(said.flatMap((text) => text.toLowerCase().match(/[\p{L}\p{N}+-]+/gu) ?? []));
  return names.some((name) => words.has(name.toLowerCase()));
}
