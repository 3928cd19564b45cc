import fc from 'fast-check';
import { splitSentences } from './split-sentences.js';

describe('splitSentences', () => {
  it('splits at full stops, question marks and line breaks, not in figures and abbreviations', () => {
    expect(splitSentences('It costs $49.50, e.g. for Mr. Ito. Right?\n\n- yes!  Go', 10)).toEqual([
      'It costs $49.50, e.g. for Mr. Ito.',
      'Right?',
      '- yes!',
      'Go',
    ]);
  });

  it('stops at the limit', () => {
    expect(splitSentences('A. B. C.', 2)).toEqual(['A.', 'B.']);
  });

  it('loses nothing but white space, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const without = (part: string): string => part.replace(/\s/gu, '');
        expect(without(splitSentences(text, 10_000).join(''))).toBe(without(text));
      }),
    );
  });
});
