import { type Intent } from '../../../nlu/index.js';
import { type SalesReplyFacts } from '../../llm.port.js';
import { chooseReplyKind } from './choose-reply-kind.js';

/** What a message in another language is about, in the words English documents use. */
const TOPICS: Partial<Record<Intent, string>> = {
  pricing_inquiry: 'What is the price per seat?',
  discount_request: 'Which discounts are there?',
  trial_request: 'How long is the free trial?',
  demo_request: 'How long is a demo?',
  security_compliance: 'Which certifications are held, and where is data stored?',
  onboarding_inquiry: 'How long does onboarding take?',
  contract_legal: 'How can the contract be cancelled?',
  renewal_inquiry: 'How does renewal work?',
};
/** A guess at what somebody asks would answer another question. */
const SURE = 0.5;

const read = new WeakMap<SalesReplyFacts, SalesReplyFacts>();
const translated = new WeakSet<SalesReplyFacts>();

/**
 * The facts with a question of the documents' language in place of one the offline model cannot read: the plainest one its
 * intent stands for, with the plans it names. The same facts where it can read them or cannot tell.
 */
export function readInEnglish(facts: SalesReplyFacts): SalesReplyFacts {
  const known = read.get(facts);
  if (known !== undefined) return known;
  const asked = chooseReplyKind(facts) === 'foreign' ? translate(facts) : undefined;
  const readable = asked === undefined ? facts : { ...facts, asked };
  read.set(facts, readable);
  if (readable !== facts) translated.add(readable);
  read.set(readable, readable);
  return readable;
}

/** Whether these are facts whose message in another language was put in English. */
export function isTranslated(facts: SalesReplyFacts): boolean {
  return translated.has(facts);
}

function translate({ analysis }: SalesReplyFacts): string | undefined {
  const [top] = analysis.intents;
  const topic = top === undefined || top.probability < SURE ? undefined : TOPICS[top.intent];
  if (topic === undefined) return undefined;
  const plans = analysis.entities.filter(({ type }) => type === 'plan').map(({ value }) => `${value} plan`);
  return plans.length === 0 ? topic : topic.replace(/\?$/, ` of the ${plans.join(' and the ')}?`);
}
