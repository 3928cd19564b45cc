import { isOneSlipAway } from './is-one-slip-away.js';

describe('isOneSlipAway', () => {
  it.each([
    ['entreprise', 'enterprise'],
    ['enterpise', 'enterprise'],
    ['enterprrise', 'enterprise'],
    ['enterprize', 'enterprise'],
    ['starterr', 'starter'],
  ])('takes "%s" for "%s"', (word, name) => {
    expect(isOneSlipAway(word, name)).toBe(true);
  });

  it.each([
    ['started', 'starter'],
    ['starters', 'starter'],
    ['narrow', 'harrow'],
    ['starter', 'starter'],
    ['enterpsire', 'entreprise'],
    ['team', 'steam'],
  ])('does not take "%s" for "%s"', (word, name) => {
    expect(isOneSlipAway(word, name)).toBe(false);
  });
});
