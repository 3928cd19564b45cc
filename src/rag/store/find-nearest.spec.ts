import fc from 'fast-check';
import { findNearest } from './find-nearest.js';

describe('findNearest', () => {
  it('finds what sorting all would find', () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: -5, max: 5 })), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 10 }), (vectors, limit) => {
        const matrix = {
          dimensions: 2,
          chunkNos: vectors.map((_, i) => i + 1),
          values: Float32Array.from(vectors.flat()),
        };
        const score = ([x, y]: [number, number]) => x * 2 + y;
        const sorted = vectors
          .map((vector, i) => ({ chunkNo: i + 1, score: score(vector) }))
          .sort((a, b) => b.score - a.score || a.chunkNo - b.chunkNo);
        const expected = sorted.slice(0, limit).map(({ chunkNo }) => chunkNo);
        expect(findNearest(matrix, Float32Array.of(2, 1), limit)).toEqual(expected);
      }),
    );
  });
});
