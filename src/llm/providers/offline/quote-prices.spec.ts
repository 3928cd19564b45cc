import { type PassageFact } from '../../llm.port.js';
import { quotePrices } from './quote-prices.js';
import { type Question } from './weigh-questions.js';

const passage = (marker: number, heading: string, text: string): PassageFact => ({
  marker,
  title: 'Prices',
  heading,
  source: 'prices.md',
  text,
});

const LIST = passage(
  1,
  'Plans',
  [
    '| Plan | Price per user, billed yearly | Price per user, billed monthly | Users |',
    '|---|---|---|---|',
    '| Solo | €12 per month | €15 per month | 1 to 5 |',
    '| Crew | €30 per month | €36 per month | 3 to 100 |',
    '| Fleet | €55 per month | not offered | 50 or more |',
  ].join('\n'),
);
const FLEET = passage(
  2,
  'What the Fleet plan costs',
  'The Fleet plan costs €55 per user per month. From 200 users on, the price drops to €48 per user per month. With three years, Fleet costs €50 per user per month.',
);

function ask(text: string, more: Partial<Question> = {}): Question {
  return {
    text,
    asked: text,
    wanted: 'money',
    size: null,
    rivals: [],
    plans: [],
    weights: new Map(),
    implied: new Set(),
    borrowed: new Set(),
    clause: 0,
    wantsKinds: { comparison: false, story: false },
    places: [],
    unknownShare: 1,
    ...more,
  };
}

const texts = (question: Question): string[] => quotePrices(question, [LIST, FLEET], []).map(({ text }) => text);

describe('quotePrices', () => {
  it('works the price out for the number, for the plans that number fits', () => {
    expect(texts(ask('What would 14 users pay per year?', { size: 14 }))).toEqual([
      'Crew – price per user, billed yearly: €30 per month, so for 14 seats: 14 × €30 = €420 per month and 12 × €420 = €5,040 per year.',
    ]);
  });

  it('takes the cheapest plan that fits where that is asked', () => {
    expect(texts(ask('the cheapest for 4, billed monthly?', { size: 4 }))[0]).toContain('4 × €15 = €60 per month');
  });

  it('takes the price whose condition is met, and no other one', () => {
    const fleet = { plans: ['fleet'] };
    expect(texts(ask('Fleet for 60?', { ...fleet, size: 60 }))[0]).toContain('60 × €55 = €3,300');
    expect(texts(ask('Fleet for 250?', { ...fleet, size: 250 }))[0]).toContain('250 × €48 = €12,000');
    const threeYears = new Map([['three', 1]]);
    expect(texts(ask('Fleet for 60, three years?', { ...fleet, size: 60, weights: threeYears }))[0]).toContain(
      '60 × €50 = €3,000',
    );
  });

  it('works no other price out than the one for the term named', () => {
    expect(texts(ask('Crew for 14 and three years?', { size: 14, plans: ['crew'] }))).toEqual([]);
  });

  it('takes neither a saving nor the price of another plan for the price', () => {
    const savings = passage(
      3,
      'Savings',
      'Paying yearly saves €3 per user per month on the Solo plan and €6 on the Crew plan. Monthly billing costs €3 more per user on the Solo plan and €6 more on the Crew plan.',
    );
    const both = passage(
      4,
      'Schools',
      'With the school price, Solo costs €9 per user per month and Crew costs €24 per user per month.',
    );
    const question = ask('Crew for 14 at a school?', { size: 14, plans: ['crew'], weights: new Map([['school', 1]]) });
    expect(quotePrices(question, [LIST, savings], [])).toEqual([]);
    expect(quotePrices(question, [LIST, both], [])[0]?.text).toContain('14 × €24 = €336');
  });

  it('works nothing out for a plan that is not sold for the number', () => {
    expect(texts(ask('Solo for 12?', { size: 12, plans: ['solo'] }))).toEqual([]);
  });

  it('says nothing where something else than a price is asked, or neither a plan nor a number is named', () => {
    expect(texts(ask('How many users?', { size: 14, wanted: 'amount' }))).toEqual([]);
    expect(texts(ask('What does it cost?'))).toEqual([]);
    expect(texts(ask('What do 14 phones cost?', { size: 14, weights: new Map([['phone', 1]]) }))).toEqual([]);
  });
});
