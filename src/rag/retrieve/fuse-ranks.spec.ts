import { fuseRanks, weighVectors } from './fuse-ranks.js';

describe('fuseRanks', () => {
  it('sums the reciprocal ranks of the arms that found the passage, words weighing more', () => {
    expect(fuseRanks({ keyword: 1, vector: null })).toBeCloseTo(1 / 11);
    expect(fuseRanks({ keyword: 1, vector: 2 })).toBeCloseTo(1 / 11 + 0.2 / 12);
    expect(fuseRanks({ keyword: null, vector: null })).toBe(0);
  });

  it('prefers a passage both arms rank well to one that only words rank as well', () => {
    expect(fuseRanks({ keyword: 3, vector: 3 })).toBeGreaterThan(fuseRanks({ keyword: 3, vector: null }));
  });

  it('lets spelling decide when a word of the question is unknown', () => {
    const misspelt = weighVectors(1, 2);
    const byVector = fuseRanks({ keyword: null, vector: 1 }, misspelt);
    expect(byVector).toBeGreaterThan(fuseRanks({ keyword: 5, vector: null }, misspelt));
    expect(weighVectors(2, 2)).toBeLessThan(misspelt);
  });

  it('keeps the first hit by words among the first five, whatever the vectors prefer', () => {
    const firstByWords = fuseRanks({ keyword: 1, vector: null });
    const rivals = [2, 3, 4, 5, 6].map((keyword, index) => fuseRanks({ keyword, vector: index + 1 }));
    expect(rivals.filter((rival) => rival > firstByWords).length).toBeLessThan(5);
  });
});
