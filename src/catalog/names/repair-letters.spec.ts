import fc from 'fast-check';
import { repairLetters } from './repair-letters.js';

/** What a program makes of UTF-8 that takes every byte for a letter. */
const misread = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

describe('repairLetters', () => {
  it.each([
    ['PiquÃ© Polo', 'Piqué Polo'],
    ['DÃƒÂ©cor V-neck', 'Décor V-neck'],
    ['Leviâ€™s 501', 'Levi’s 501'],
  ])('reads %j as %j', (broken, right) => {
    expect(repairLetters(broken)).toBe(right);
  });

  it.each(['Piqué Polo', 'São Paulo', 'Ã la carte', 'Größe', '100 €', ''])('leaves %j as it is', (text) => {
    expect(repairLetters(text)).toBe(text);
  });

  it('puts right what was misread, however often', () => {
    const name = fc.stringMatching(/^[a-zäöüéèêñç ]{1,20}$/);
    fc.assert(
      fc.property(name, (text) => {
        expect(repairLetters(misread(text))).toBe(text);
        expect(repairLetters(misread(misread(text)))).toBe(text);
      }),
    );
  });
});
