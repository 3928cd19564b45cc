import fc from 'fast-check';
import { varyWord } from './vary-word.js';

const word = fc.stringMatching(/^[a-e]{5,12}$/);

function share(a: string, b: string): boolean {
  const variants = new Set(varyWord(a));
  return varyWord(b).some((variant) => variants.has(variant));
}

describe('varyWord', () => {
  it('leaves short words and numbers alone', () => {
    expect([varyWord('cap'), varyWord('1234'), varyWord('501s')]).toEqual([['cap'], ['1234'], ['501s']]);
  });

  it('makes any two words meet that are one slip apart', () => {
    fc.assert(
      fc.property(word, fc.nat(), fc.constantFrom('x', 'y'), (text, seed, letter) => {
        const at = seed % (text.length - 1);
        const [head, tail] = [text.slice(0, at), text.slice(at + 1)];
        const swapped = `${head}${text[at + 1] ?? ''}${text[at] ?? ''}${text.slice(at + 2)}`;
        for (const slip of [head + tail, head + letter + tail, head + letter + text.slice(at), swapped])
          expect(share(text, slip)).toBe(true);
      }),
    );
  });
});
