import fc from 'fast-check';
import { SentenceStream } from './sentence-stream.js';

const cut = (text: string, size = text.length): string[] => {
  const stream = new SentenceStream();
  const sentences: string[] = [];
  for (let at = 0; at < text.length; at += size) sentences.push(...stream.push(text.slice(at, at + size)));
  return [...sentences, ...stream.flush()];
};

describe('SentenceStream', () => {
  it('cuts at full stops, question marks and line ends', () => {
    expect(cut('It costs $49. Is that fine? Yes!\nGood.')).toEqual([
      'It costs $49. ',
      'Is that fine? ',
      'Yes!\n',
      'Good.',
    ]);
  });

  it('leaves decimals and abbreviations whole', () => {
    expect(cut('We promise 99.9 percent, e.g. for Dr. Lopez. Done.')).toEqual([
      'We promise 99.9 percent, e.g. for Dr. Lopez. ',
      'Done.',
    ]);
  });

  it('keeps a list number with its text, and an amount with the currency sign on the line above', () => {
    expect(cut('1. Sign in. Then:\n2. Call us.')).toEqual(['1. Sign in. ', 'Then:\n', '2. Call us.']);
    expect(cut('Per month:\n$\n49. Shall we?')).toEqual(['Per month:\n', '$\n49. ', 'Shall we?']);
  });

  it('keeps a marker with the sentence it supports, before or behind the full stop', () => {
    expect(cut('It costs $49 [1]. It is safe. [2] Fine.')).toEqual(['It costs $49 [1]. ', 'It is safe. [2] ', 'Fine.']);
  });

  it('cuts the same however the text arrives', () => {
    const text = 'It costs $49 [1]. It is safe. [2] Really, e.g. in court?\n\nYes… 3.5 times so!';
    for (let size = 1; size < 9; size += 1) expect(cut(text, size)).toEqual(cut(text));
  });

  it('loses and adds nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (pieces) => {
        const stream = new SentenceStream();
        const out = pieces.flatMap((piece) => stream.push(piece));
        expect([...out, ...stream.flush()].join('')).toBe(pieces.join(''));
      }),
    );
  });

  it('does not hold back a text without any boundary', () => {
    expect(cut('x'.repeat(5_000), 100).every((part) => part.length <= 2_000)).toBe(true);
  });
});
