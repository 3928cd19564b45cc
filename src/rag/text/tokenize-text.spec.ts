import fc from 'fast-check';
import { tokenizeText, toTerms } from './tokenize-text.js';

describe('toTerms', () => {
  it('drops stop words and stems the rest', () => {
    expect(toTerms('How much are the running costs of the plans?')).toEqual(['run', 'cost', 'plan']);
  });

  it('keeps figures whole and drops their grouping', () => {
    expect(toTerms('99.95% of 1,200 seats')).toEqual(['99.95', '1200', 'seat']);
  });

  it('finds a word with and without accents, capitals and apostrophes', () => {
    expect(toTerms('Émigré’s CAFÉ')).toEqual(toTerms("emigres' cafe".replace("'", '')));
  });

  it('takes every sign of a script without spaces as a word', () => {
    expect(toTerms('価格は')).toEqual(['価', '格', 'は']);
  });

  it('bounds the length of a term without tearing a character', () => {
    const [term = ''] = toTerms('𝒶'.repeat(100) + 'é');
    expect(term.length).toBeLessThanOrEqual(48);
    expect(Buffer.from(term).toString()).toBe(term);
  });

  it('never makes a term the database would refuse', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        for (const term of toTerms(`${text}\0\uD800`)) {
          expect(term).not.toContain('\0');
          expect(Buffer.from(term).toString()).toBe(term);
          expect(term.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});

describe('tokenizeText', () => {
  it('says where each word stands', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const { word, start, end } of tokenizeText(text)) expect(text.slice(start, end)).toBe(word);
      }),
    );
  });
});
