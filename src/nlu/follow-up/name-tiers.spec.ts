import { nameTiers } from './name-tiers.js';

const ladder = [
  { name: 'Solo', prices: [19, 23] },
  { name: 'Crew', prices: [39, 47] },
  { name: 'Fleet', prices: [64] },
];

describe('nameTiers', () => {
  it.each([
    ['What would the middle one cost?', 'What would the Crew plan cost?'],
    ['if we take the mid-size package and not the big one', 'if we take the Crew plan and not the Fleet plan'],
    ['Is the cheapest plan enough?', 'Is the Solo plan enough?'],
    ['if I take the 19 dollar one', 'if I take the Solo plan'],
    ['the $39 plan, please', 'the Crew plan, please'],
  ])('reads %j', (message, named) => {
    expect(nameTiers(message, ladder)).toBe(named);
  });

  it.each(['the one with the API', 'the $25 plan', 'a big team', 'the middle of June'])(
    'leaves %j alone',
    (message) => {
      expect(nameTiers(message, ladder)).toBe(message);
    },
  );

  it('knows no middle of two, and nothing without a price list', () => {
    expect(nameTiers('the middle one', ladder.slice(0, 2))).toBe('the middle one');
    expect(nameTiers('the cheapest plan', [])).toBe('the cheapest plan');
  });
});
