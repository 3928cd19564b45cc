import fc from 'fast-check';
import { hashFeatures } from './hash-features.js';

describe('hashFeatures', () => {
  it('sees the same in texts that differ in case, accents and figures only', () => {
    expect(hashFeatures('Prix de 45 licences ?')).toEqual(hashFeatures('PRIX de 12 LICENCES ?'));
  });

  it('sees most of a misspelt word', () => {
    const right = new Set(hashFeatures('integration').grams);
    const shared = hashFeatures('integrtion').grams.filter((gram) => right.has(gram));
    expect(shared.length).toBeGreaterThan(right.size / 3);
  });

  it('sees that two words mean the same', () => {
    expect(hashFeatures('cheaper').concepts).toEqual(hashFeatures('billiger').concepts);
    expect(hashFeatures('how much').concepts).not.toEqual(hashFeatures('how long').concepts);
  });

  it('hands out 32-bit numbers, bounded in number, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 5_000 }), (text) => {
        const { words, grams, concepts, singles } = hashFeatures(text.repeat(20));
        expect(singles.length).toBeLessThanOrEqual(400);
        expect(words.length + grams.length).toBeLessThan(60_000);
        for (const hash of [...words, ...concepts]) expect(hash >>> 0).toBe(hash);
      }),
      { numRuns: 50 },
    );
  });
});
