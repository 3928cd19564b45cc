import { findAll } from '../../../shared/find-all.js';
import { isCode, type PreparedSentence } from './prepare-passage.js';
import { rateSizeFit } from './rate-size-fit.js';
import { readTerms, stem } from './read-terms.js';
import { type Question } from './weigh-questions.js';

/** The things the passages' tables and names compare (plans, models), and which of them the question is about. */
export interface Named {
  asked: readonly string[];
  others: readonly string[];
}

/** A sentence that begins with what is asked about is about it … */
const BEGINS_WITH_IT = 1.15;
/** … and one that names another plan than the one asked for is not. */
const ABOUT_ANOTHER = 0.35;
/** What one plan has says something about the other; its figures do not. */
const ABOUT_ANOTHER_TOO = 0.7;
const LASTS_ITSELF = 1.5;
/** What holds only under a condition nobody named. */
const OTHER_CONDITION = 0.6;
const OPPOSED = 0.25;

type Asked = Pick<Question, 'text' | 'weights' | 'wanted' | 'size'>;

interface Prose extends Pick<PreparedSentence, 'text' | 'terms'> {
  context: ReadonlySet<string>;
}

/** Whether a sentence is about what was asked, above 1 where it says so itself; 0 for one about another thing altogether. */
export function rateProse(prose: Prose, asked: Asked, named: Named): number {
  const { text } = prose;
  const itself = asked.wanted === 'duration' && lastsItself(text, asked.weights) ? LASTS_ITSELF : 1;
  const sizeFit = rateSizeFit(text, asked.size);
  const counted = asked.wanted === 'amount' ? rateCount(text, asked.weights) : 1;
  const condition = meetsCondition(text, asked) ? 1 : OTHER_CONDITION;
  const opposed = saysOpposite(asked.text, text) ? OPPOSED : 1;
  return itself * counted * opposed * rateSubject(prose, asked, named) * sizeFit * condition;
}

function rateSubject(prose: Prose, asked: Asked, named: Named): number {
  const [first = '', second = ''] = prose.terms;
  const beginning = asked.weights.has(first) || asked.weights.has(second) ? BEGINS_WITH_IT : 1;
  return isAboutAnother(prose, named) ? beginning * rateOther(prose, asked, named) : beginning;
}

function isAboutAnother({ terms, context }: Prose, { asked, others }: Named): boolean {
  const names = (name: string): boolean => terms.has(name) || context.has(name);
  return others.some(names) && !asked.some(names);
}

/** Another model is another thing altogether. */
function rateOther({ terms }: Prose, { wanted }: Asked, { asked, others }: Named): number {
  if (asked.some(isCode) && others.some((other) => isCode(other) && terms.has(other))) return 0;
  return wanted === null || wanted === 'approval' ? ABOUT_ANOTHER_TOO : ABOUT_ANOTHER;
}

const COUNTED = /\d[\d.,]*\s+(?:\p{L}+\s+)?(\p{L}+)/gu;
const COUNTS_IT = 1.7;
const COUNTS_NOTHING = 0.7;

/** "How many customers": a sentence that counts them answers, and one without a number cannot. */
function rateCount(text: string, weights: Question['weights']): number {
  const counted = findAll(text, COUNTED).flatMap(([phrase]) => readTerms(phrase));
  if (counted.some((term) => (weights.get(term) ?? 0) >= 1)) return COUNTS_IT;
  return /\d/.test(text) ? 1 : COUNTS_NOTHING;
}

/** One of a pair excludes the other: what holds for used pumps does not for new ones. */
const OPPOSITES: readonly (readonly [RegExp, RegExp])[] = [
  [/\bnew \p{L}/iu, /\b(?:used|second-hand|refurbished) \p{L}/iu],
  [/\b(?:hire|rent|rental|lease|hiring|renting)\b/i, /\b(?:buy|buying|purchase|for sale|bought)\b/i],
  [/\b(?:inbound|incoming)\b/i, /\b(?:outbound|outgoing)\b/i],
];

function saysOpposite(asked: string, said: string): boolean {
  return OPPOSITES.some(([one, other]) => differ(asked, said, one, other) || differ(asked, said, other, one));
}

function differ(asked: string, said: string, one: RegExp, other: RegExp): boolean {
  return one.test(asked) && !other.test(asked) && other.test(said) && !one.test(said);
}

const CONDITION = /^(?:with|for|if|when|after|during|from|in case of|without|as)\s([^,]{3,60}),/i;

/** "With three years, it costs …" answers who asks for three years. */
function meetsCondition(text: string, { weights, size }: Asked): boolean {
  const condition = CONDITION.exec(text)?.[0];
  if (condition === undefined || rateSizeFit(condition, size) > 1) return true;
  return readTerms(condition).some((term) => weights.has(term));
}

/** "The trial lasts …": how long the very thing takes. */
function lastsItself(text: string, question: Question['weights']): boolean {
  const subject = /(\p{L}+)\s+(?:lasts?|takes?|runs?)\b/u.exec(text)?.[1];
  return subject !== undefined && question.has(stem(subject.toLowerCase()));
}
