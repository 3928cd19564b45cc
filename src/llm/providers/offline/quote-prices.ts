import { MONEY_TEXT, writeCalculation, type PricePer } from '../../../shared/calculation.js';
import { type DoubtFact, type PassageFact } from '../../llm.port.js';
import { doubtOf } from './doubt-of.js';
import { type SelectedSentence } from './list-candidates.js';
import { preparePassage, type PreparedRow, type PreparedSentence } from './prepare-passage.js';
import { rateSizeFit, rowHoldsSize } from './rate-size-fit.js';
import { renderRow } from './read-passage.js';
import { conceptOf, readTerms } from './read-terms.js';
import { LIGHT } from './light-words.js';
import { MAIN_WEIGHT, type Question } from './weigh-questions.js';

const UNIT = '(?:seat|user|person|agent|member|head|employee|licen[cs]e)';
const PER_UNIT = new RegExp(String.raw`\bper ${UNIT}\b|\/ ?${UNIT}\b|\b(?:each|every) ${UNIT}\b`, 'i');
const MONEY = new RegExp(MONEY_TEXT, 'g');
const PER_MONTH = /\b(?:per|a|each|every) (?:calendar )?month\b|\/ ?mo(?:nth)?\b|\bmonthly price\b/i;
const PER_YEAR = /\b(?:per|a|each|every) (?:year|annum)\b|\/ ?y(?:ea)?r\b/i;
/** What is saved or added is no price of its own. */
const COMPARES_PRICES =
  /\b(?:saves?|saved|savings?|cheaper|less than|more (?:per|than|on)|extra|instead of|difference|credit\w*)\b/i;
/** What a buyer names as a condition: a price that does not speak of it is not theirs. */
const SPECIAL_TERMS: readonly RegExp[] = [
  /\b(?:two|three|four|five|[2-5])[ -]?years?\b|\bmulti[ -]?year\b|\b(?:24|36|48|60) months\b/i,
  /\b(?:charit\w+|non-?profits?|not[ -]for[ -]profit|ngos?|foundations?|schools?|universit\w+|educat\w+)\b/i,
];
const YEARLY = /\b(?:yearly|annual(?:ly)?|per year|a year|whole year|up ?front|in advance|year by year)\b/i;
const MONTHLY =
  /\b(?:monthly|month[ -](?:by|to)[ -]month|by the month|every month|per month|each month|not (?:pay )?(?:it )?all (?:at once|in one go)|in one go)\b/i;
const CHEAPEST = /\b(?:cheapest|lowest|least expensive|smallest|entry)\b/i;
/** Stems a plain statement of a price may have besides the plan's name; anything else is a condition or another matter. */
const PLAIN =
  /^(?:plan|tier|edit|packag|seat|user|person|peopl|agent|member|licenc|licens|employe|head|month|monthli|year|yearli|annual|annualli|price|cost|bill|rate|list|drop|fall|start|come|invoic|minimum|pai|\d[\d.,]*)$/;
/** Beside it these say no more about the price. */
const MAX_PLANS = 2;
const MAX_STATEMENTS = 3;
/** Nobody wants the bill for a crowd of one million. */
const MAX_COUNT = 1_000_000;

interface Statement {
  marker: number;
  sentence: PreparedSentence;
  plan: string;
  prices: readonly PricePer[];
  text: string;
  /** Terms beyond price and plan, which the prospect has to have named. */
  conditions: readonly string[];
  sizeFit: number;
  cents: number;
}

/**
 * What the passages say a seat of the plans asked about costs, for the number asked about and worked out for it. Empty where
 * the question asks for more than a price, or the passages state none that holds for it.
 */
export function quotePrices(
  question: Question,
  passages: readonly PassageFact[],
  doubts: readonly DoubtFact[],
): SelectedSentence[] {
  const { size, plans } = question;
  if (question.wanted !== 'money' || (size === null && plans.length === 0)) return [];
  const subjects = [...new Set(passages.flatMap((passage) => preparePassage(passage).subjects))];
  const found = passages.flatMap((passage) => readStatements(passage, subjects, question, doubts));
  const unfit = new Set(found.filter(({ sizeFit }) => sizeFit === 0).map(({ plan }) => plan));
  // What a plan is not sold for is worked out for nobody.
  const statements = found.filter(({ plan, text }) => !unfit.has(plan) && meetsTerms(text, question));
  if (asksMore(question, statements)) return [];
  const special = statements.filter((one) => one.conditions.length > 0 && holds(one, question));
  const meant = question.plans.length > 0 || special.length === 0 ? statements : special;
  const chosen = choosePlans(meant, question).flatMap((plan) =>
    chooseForPlan(
      meant.filter((statement) => statement.plan === plan),
      question,
    ),
  );
  return chosen.slice(0, MAX_STATEMENTS).map(({ marker, text, prices }) => ({
    marker,
    text: size === null || size < 2 || size > MAX_COUNT ? text : writeCalculation(text, size, 'seats', prices),
  }));
}

/** "We would commit to three years": the price for one year is not theirs. */
function meetsTerms(text: string, { asked }: Question): boolean {
  return SPECIAL_TERMS.every((terms) => !terms.test(asked) || terms.test(text));
}

/** A word of weight that is neither price nor plan nor known to any price: the question is about something else as well. */
function asksMore({ weights, implied, plans }: Question, statements: readonly Statement[]): boolean {
  const known = new Set(statements.flatMap(({ conditions }) => conditions));
  return [...weights].some(
    ([term, weight]) =>
      weight > MAIN_WEIGHT &&
      !LIGHT.test(term) &&
      !implied.has(term) &&
      !plans.includes(term) &&
      !isPlain(term) &&
      !known.has(term) &&
      !SPEAKS.test(term),
  );
}

/** Stems people put around a question for a price. */
const SPEAKS =
  /^(?:us|team|folk|whole|total|togeth|altogeth|amount|figur|number|budget|ballpark|roughli|approxim|pleas|quot|offer|cheapest|lowest|cheap|small|exactli|again|want|need|would|month|sign|today|guy|compani|group|crew|desk|colleagu|one|go|rather|upfront|reduct|discount|rebat|front|ballpark|lot|again|both|pl)$/;

function isPlain(term: string): boolean {
  return PLAIN.test(term) || conceptOf(term) === '~price';
}

function readStatements(
  passage: PassageFact,
  subjects: readonly string[],
  question: Question,
  doubts: readonly DoubtFact[],
): Statement[] {
  const { sentences, heading, kind } = preparePassage(passage);
  if (kind !== 'plain') return [];
  const above = onlyOne(subjects.filter((term) => heading.has(term)));
  return sentences.flatMap((sentence): Statement[] => {
    const { row } = sentence;
    const found = row === null ? readProse(sentence, subjects, above, question) : readOffer(row, question);
    if (found === undefined || isDoubtful(found.text, sentence, passage.marker, doubts)) return [];
    return [{ ...found, marker: passage.marker, sentence, sizeFit: rateSize(sentence, question.size) }];
  });
}

function isDoubtful(text: string, sentence: PreparedSentence, marker: number, doubts: readonly DoubtFact[]): boolean {
  return doubtOf({ ...sentence, text, marker }, doubts) !== undefined;
}

type Read = Pick<Statement, 'prices' | 'text' | 'cents' | 'plan' | 'conditions'>;

/** A sentence with a price per seat of one plan; where it has those of several, the price of the plan asked about. */
function readProse(
  { text }: PreparedSentence,
  subjects: readonly string[],
  above: string | undefined,
  { plans }: Question,
): Read | undefined {
  const terms = readTerms(text);
  const named = subjects.filter((term) => terms.includes(term));
  const plan = onlyOne(named) ?? (named.length === 0 ? above : named.find((term) => plans.includes(term)));
  const amount = plan === undefined ? undefined : amountFor(plan, subjects, text);
  if (plan === undefined || amount === undefined || !PER_UNIT.test(text) || COMPARES_PRICES.test(text))
    return undefined;
  return {
    text,
    plan,
    prices: [{ amount, period: readPeriod(text) }],
    cents: toNumber(amount),
    conditions: terms.filter((term) => !named.includes(term) && !isPlain(term)),
  };
}

/** The only amount, or the first one behind the plan's name where no other plan stands between. */
function amountFor(plan: string, subjects: readonly string[], text: string): string | undefined {
  const amounts = [...text.matchAll(MONEY)];
  if (new Set(amounts.map(([amount]) => amount)).size < 2) return amounts[0]?.[0];
  const names = [...text.matchAll(/\p{L}+/gu)].filter(([word]) =>
    readTerms(word).some((term) => subjects.includes(term)),
  );
  const own = names.findIndex(([word]) => readTerms(word).includes(plan));
  const [from, to] = [names[own]?.index ?? text.length, names[own + 1]?.index ?? text.length];
  return amounts.find(({ index }) => index > from && index < to)?.[0];
}

/** The cells with a price per seat, those for the way of paying asked about where it is. */
function readRow(row: PreparedRow, { text }: Question): Read | undefined {
  const priced = row.cells.flatMap((cell, i) => {
    const said = `${row.table.columns[i] ?? ''} ${cell}`;
    const [amount] = cell.match(MONEY) ?? [];
    return i > 0 && amount !== undefined && PER_UNIT.test(said) ? [{ i, said, amount }] : [];
  });
  const asked = priced.filter(({ said }) => billingFits(said, text));
  const wanted = asked.length > 0 ? asked : priced;
  if (wanted.length === 0) return undefined;
  const [plan] = row.names;
  if (plan === undefined) return undefined;
  return {
    plan,
    conditions: [],
    text: renderRow(row, new Set(wanted.map(({ i }) => i))),
    prices: wanted.map(({ amount, said }) => ({ amount, period: readPeriod(said) })),
    cents: Math.min(...wanted.map(({ amount }) => toNumber(amount))),
  };
}

/** The rows of other tables (discounts, limits) are about no plan alone. */
function readOffer(row: PreparedRow, question: Question): Read | undefined {
  return row.isOffer ? readRow(row, question) : undefined;
}

function readPeriod(said: string): PricePer['period'] {
  if (PER_MONTH.test(said)) return 'month';
  return PER_YEAR.test(said) ? 'year' : null;
}

/** Whether a price is for the way of paying the question names; any is where it names none, or both. */
function billingFits(said: string, asked: string): boolean {
  const [yearly, monthly] = [YEARLY.test(asked), MONTHLY.test(asked)];
  if (yearly === monthly) return true;
  const bill = said.replace(/\bper (?:month|year)\b/gi, '');
  return yearly ? !MONTHLY.test(bill) : !YEARLY.test(bill);
}

function rateSize({ text, row }: PreparedSentence, size: number | null): number {
  if (row === null) return rateSizeFit(text, size);
  return rowHoldsSize(row, size) === false ? 0 : 1;
}

/** The plans the question names; else those that the number fits, the cheapest first. */
function choosePlans(statements: readonly Statement[], { plans, text }: Question): string[] {
  if (plans.length > 0) return [...plans];
  const fitting = statements.filter((one) => one.sizeFit >= 1 && (one.sentence.row !== null || rateSpecial(one) > 0));
  const byPrice = [...fitting].sort((a, b) => a.cents - b.cents).map(({ plan }) => plan);
  return [...new Set(byPrice)].slice(0, CHEAPEST.test(text) ? 1 : MAX_PLANS);
}

/** Of one plan what holds under the conditions named, the most special first; else the plain prices, each once. */
function chooseForPlan(statements: readonly Statement[], question: Question): Statement[] {
  const { text } = question;
  const holding = statements.filter((one) => holds(one, question));
  const special = holding.filter((one) => rateSpecial(one) > 0);
  if (special.length > 0) return [special.reduce((most, one) => (isMoreSpecial(one, most) ? one : most))];
  const prose = holding.filter(({ sentence, text: said }) => sentence.row === null && billingFits(said, text));
  const once = prose.filter((one, i) => prose.findIndex(({ cents }) => cents === one.cents) === i);
  return once.length > 0
    ? once.slice(0, MAX_PLANS)
    : holding.filter(({ sentence }) => sentence.row !== null).slice(0, 1);
}

/** Whether a price holds for the number and under the conditions the question names. */
function holds({ conditions, sizeFit }: Statement, { weights }: Question): boolean {
  return sizeFit >= 1 && isNamed(conditions, weights);
}

/** "With the charity and school price": who names one of the two means it. */
function isNamed(conditions: readonly string[], weights: Question['weights']): boolean {
  return conditions.filter((term) => weights.has(term)).length * 2 >= conditions.length;
}

function isMoreSpecial(one: Statement, other: Statement): boolean {
  // Of two that hold, the lower price is the one with the further condition: "from 200 seats on" beside "at least 25".
  return rateSpecial(one) > rateSpecial(other) || (rateSpecial(one) === rateSpecial(other) && one.cents < other.cents);
}

function rateSpecial({ conditions, sizeFit }: Statement): number {
  return conditions.length + (sizeFit > 1 ? 1 : 0);
}

function onlyOne(terms: readonly string[]): string | undefined {
  return new Set(terms).size === 1 ? terms[0] : undefined;
}

function toNumber(amount: string): number {
  return Number(amount.replace(/[^\d.]/g, ''));
}
