import { readLadder } from './read-ladder.js';

const document = (content: string) => ({ title: 'Prices', content });

describe('readLadder', () => {
  it('reads the plans of a price list, the cheapest first', () => {
    const table =
      '# Prices\n\n| Plan | Price per user |\n|---|---|\n| **Fleet** | $1,064.50 |\n| Solo | $19 or $23 |\n\n| Plan | Storage |\n|---|---|\n| Solo | 5 GB |';
    expect(readLadder([document('No table here.'), document(table)])).toEqual([
      { name: 'Solo', prices: [19, 23] },
      { name: 'Fleet', prices: [1064.5] },
    ]);
  });

  it('finds none where a price is missing or the rows are no plans', () => {
    expect(readLadder([document('| Plan | Price |\n|---|---|\n| Solo | |\n| Crew | $5 |')])).toEqual([]);
    expect(readLadder([document('| Month | Price |\n|---|---|\n| May | $5 |\n| June | $6 |')])).toEqual([]);
  });
});
