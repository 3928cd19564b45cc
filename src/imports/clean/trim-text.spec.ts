import fc from 'fast-check';
import { trimText } from './trim-text.js';

describe('trimText', () => {
  it.each([
    ['  a  b\t c \r\n', 'a b c'],
    ['\u00a0Email\u202f', 'Email'],
    ['\ufeffE\u200bmail', 'Email'],
    ['Cafe\u0301', 'Café'],
    ['soft\u00adhyphen', 'softhyphen'],
    ['\u200eabc\u200f', 'abc'],
    ['', ''],
    [' \u3000 ', ''],
  ])('makes %j %j', (value, text) => {
    expect(trimText(value)).toBe(text);
  });

  it('keeps what joins letters and pictures into one', () => {
    expect(trimText(' 👩‍💻 ')).toBe('👩‍💻');
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        expect(trimText(trimText(value))).toBe(trimText(value));
      }),
    );
  });
});
