import { salesFacts } from '../../../../test/support/sales-facts.js';
import { SALES_INTENTS } from '../../../nlu/index.js';
import { chooseNextStep } from './choose-next-step.js';
import { phrasesFor } from './intent-phrases.js';
import { PHRASES } from './sales-phrases.js';

describe('chooseNextStep', () => {
  it('may ask for anything that nobody has said', () => {
    const { always, size = [], which = [], date = [] } = phrasesFor('pricing_inquiry').nextStep;
    expect(chooseNextStep(salesFacts('Prices?'), 'pricing_inquiry')).toEqual([...always, ...size, ...which, ...date]);
  });

  it('asks for nothing the message or the history has said', () => {
    const history = [{ sender: 'prospect' as const, content: 'We would start next month.' }];
    const steps = chooseNextStep(salesFacts('What do 40 pumps cost?', { history }), 'pricing_inquiry');
    expect(steps).toEqual(phrasesFor('pricing_inquiry').nextStep.always);
  });

  it('does not ask which clause when one was named', () => {
    const text = chooseNextStep(salesFacts('We cannot accept section 9.'), 'contract_legal').join(' ');
    expect(text).not.toMatch(/which clause/i);
  });

  it('always has something to say', () => {
    const facts = salesFacts('For 40 pumps under clause 9 from next week', { intents: ['feature_inquiry'] });
    for (const intent of SALES_INTENTS) {
      expect(chooseNextStep(facts, intent).length).toBeGreaterThan(1);
      expect(chooseNextStep(facts, intent, 'question').length).toBeGreaterThan(1);
    }
  });

  it('puts a person in charge for somebody who is upset, and for what cannot wait', () => {
    const upset = salesFacts('This is a disgrace, where is my order?', { sentiment: -0.8 });
    expect(chooseNextStep(upset, 'timing_inquiry')).toBe(PHRASES.takeOver);
    expect(chooseNextStep(upset, 'support_issue', 'question')).toBe(PHRASES.takeOver);
    expect(chooseNextStep(salesFacts('Urgent: any news?'), 'follow_up')).toBe(PHRASES.takeOver);
    expect(chooseNextStep(salesFacts('Any news?'), 'follow_up').join(' ')).toContain('check with a colleague');
  });

  it('talks with somebody who objects, however strongly they put it', () => {
    const facts = salesFacts('That is outrageously expensive', { sentiment: -0.8 });
    expect(chooseNextStep(facts, 'price_objection')).not.toBe(PHRASES.takeOver);
  });
});
