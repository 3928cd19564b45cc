import fc from 'fast-check';
import { chooseChunkSize } from './choose-chunk-size.js';

describe('chooseChunkSize', () => {
  it('begins small and grows while it is fast', () => {
    expect(chooseChunkSize(null)).toBe(16);
    expect(chooseChunkSize({ size: 16, tookMs: 5 })).toBe(32);
    expect(chooseChunkSize({ size: 400, tookMs: 100 })).toBe(500);
  });

  it('shrinks to what fits', () => {
    expect(chooseChunkSize({ size: 100, tookMs: 4_000 })).toBe(10);
    expect(chooseChunkSize({ size: 16, tookMs: 60_000 })).toBe(1);
  });

  it('is always between one customer and a bound', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1e7, noNaN: true }), (size, tookMs) => {
        const next = chooseChunkSize({ size, tookMs });
        expect(next).toBeGreaterThanOrEqual(1);
        expect(next).toBeLessThanOrEqual(500);
        expect(Number.isInteger(next)).toBe(true);
      }),
    );
  });
});
