import { costOfTokens } from './cost-of-tokens.js';
import { sumUsage } from './sum-usage.js';

describe('costOfTokens', () => {
  it('is unknown for a model without a price', () => {
    expect(costOfTokens('some-model', { inputTokens: 10, outputTokens: 10 })).toBeNull();
  });

  it('prices input and output by the million', () => {
    const prices = new Map([['m', { inputUsd: 2, outputUsd: 8 }]]);
    expect(costOfTokens('m', { inputTokens: 500_000, outputTokens: 250_000 }, prices)).toBe(3);
  });
});

describe('sumUsage', () => {
  const free = { inputTokens: 1, outputTokens: 2, costUsd: 0 };

  it('adds tokens and costs', () => {
    expect(sumUsage([free, { inputTokens: 10, outputTokens: 20, costUsd: 0.5 }])).toEqual({
      inputTokens: 11,
      outputTokens: 22,
      costUsd: 0.5,
    });
  });

  it('does not know the cost of a sum with an unknown part', () => {
    expect(sumUsage([{ ...free, costUsd: null }, free]).costUsd).toBeNull();
  });
});
