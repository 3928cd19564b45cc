import fc from 'fast-check';
import { sha256Hex } from '../../shared/hash.js';
import { embedText, EMBEDDING_DIMENSIONS } from './embed-text.js';
import { OfflineEmbeddingProvider } from './offline-embedding.provider.js';

const cosine = (a: string, b: string): number => {
  const other = embedText(b);
  return embedText(a).reduce((sum, value, i) => sum + value * (other[i] ?? 0), 0);
};

describe('embedText', () => {
  it('gives every text a vector of unit length, odd Unicode included', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const vector = embedText(text);
        expect(vector).toHaveLength(EMBEDDING_DIMENSIONS);
        expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
      }),
    );
  });

  it('is the same for the same text, whatever its case, spacing and accents', () => {
    expect(cosine('Data Résidency  in Europe', 'data residency in europe')).toBeCloseTo(1, 5);
  });

  it('brings misspelt and inflected words close', () => {
    const near = cosine('integration with salesforce', 'integrations to Sales Force');
    expect(near).toBeGreaterThan(0.5);
    expect(cosine('integration with salesforce', 'monthly price for a seat')).toBeLessThan(0.25);
  });

  it('does not let function words make texts alike', () => {
    expect(Math.abs(cosine('what is the price of it', 'where is the manual for it'))).toBeLessThan(0.2);
  });

  it('keeps its numbers: vectors stored by an earlier start stay comparable', () => {
    const signs = Array.from(embedText('enterprise plan'), (value) => (value === 0 ? '0' : value > 0 ? '+' : '-'));
    expect(sha256Hex(signs.join(''))).toBe('e904e54231814e5a106cb1f90b69af2f210de777423443b7ed1857c2468208c6');
  });
});

describe('OfflineEmbeddingProvider', () => {
  it('embeds many texts in order and stops when told to', async () => {
    const provider = new OfflineEmbeddingProvider();
    const texts = Array.from({ length: 70 }, (_, i) => `text number ${i}`);
    const vectors = await provider.embed(texts);
    expect(vectors).toHaveLength(70);
    expect(vectors[69]).toEqual(embedText('text number 69'));
    await expect(provider.embed(texts, AbortSignal.abort('gone'))).rejects.toBe('gone');
  });
});
