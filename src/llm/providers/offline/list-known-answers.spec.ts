import fc from 'fast-check';
import { SAMPLE_PASSAGES, salesFacts } from '../../../../test/support/sales-facts.js';
import { type EntityType } from '../../../nlu/index.js';
import { listKnownAnswers } from './list-known-answers.js';

const known = (message: string, sketch: Parameters<typeof salesFacts>[1] = {}): string[] =>
  [...listKnownAnswers(salesFacts(message, sketch))].sort();
const entity = (type: EntityType) => ({ type, value: 'x', text: 'x', start: 0, end: 1 });

describe('listKnownAnswers', () => {
  it.each(['Prices?', 'What do you charge?', 'Can you send me a quote please?'])(
    'knows nothing from "%s"',
    (message) => {
      expect(known(message)).toEqual([]);
    },
  );

  it.each([
    ['How much is it for 40 pumps?', 'size'],
    ['there are twelve of us', 'size'],
    ['What is the price of a zirconia crown?', 'which'],
    ['How much from next month?', 'date'],
    ['Could we start in May?', 'date'],
    ['Is it possible by 12 March?', 'date'],
    ['We do not accept section 9', 'clause'],
    ['What about the liability cap?', 'clause'],
  ])('knows from "%s" the %s', (message, expected) => {
    expect(known(message)).toContain(expected);
  });

  it.each(['How much is it for 3 weeks?', 'I pay 400 euros today', 'Is a 10 percent rebate usual?', 'We may buy one'])(
    'takes no time, money or share for a quantity in "%s"',
    (message) => {
      expect(known(message)).not.toContain('size');
    },
  );

  it.each([
    ['quantity', 'size'],
    ['company_size', 'size'],
    ['plan', 'which'],
    ['competitor', 'which'],
    ['date', 'date'],
    ['integration', 'system'],
  ] as const)('takes an entity %s as an answer to %s', (type, asked) => {
    expect(known('Prices?', { entities: [entity(type)] })).toContain(asked);
  });

  it('remembers what the prospect said before, not what we said', () => {
    const content = 'We need 40 units by Friday.';
    expect(known('Prices?', { history: [{ sender: 'prospect', content }] })).toEqual(['date', 'size', 'which']);
    expect(known('Prices?', { history: [{ sender: 'agent', content }] })).toEqual([]);
  });

  it('knows the name of an offer that stands in a passage', () => {
    expect(known('growth?', { passages: SAMPLE_PASSAGES })).toContain('which');
  });

  it('reads any message', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (message) => {
        expect(listKnownAnswers(salesFacts(message)).size).toBeLessThanOrEqual(5);
      }),
    );
  });
});
