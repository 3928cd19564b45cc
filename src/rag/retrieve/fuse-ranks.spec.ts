import { fuseRanks } from './fuse-ranks.js';

describe('fuseRanks', () => {
  it('sums the reciprocal ranks of the arms that found the passage', () => {
    expect(fuseRanks({ keyword: 1, vector: null })).toBeCloseTo(1 / 61);
    expect(fuseRanks({ keyword: 1, vector: 2 })).toBeCloseTo(1 / 61 + 1 / 62);
    expect(fuseRanks({ keyword: null, vector: null })).toBe(0);
  });

  it('prefers a passage both arms rank well to the first of one arm', () => {
    expect(fuseRanks({ keyword: 5, vector: 5 })).toBeGreaterThan(fuseRanks({ keyword: 1, vector: null }));
  });
});
