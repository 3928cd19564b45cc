import { alignWords } from './align-words.js';

const align = (said: string, written: string) => alignWords(said.split(' '), written.split(' '));

describe('alignWords', () => {
  it('finds nothing between equal texts', () => {
    expect(align('a b c', 'a b c')).toEqual({ similarity: 1, differences: [] });
  });

  it('lists what stands for what, what was added and what was left out', () => {
    expect(align('x b c y d', 'a b c d e')?.differences).toEqual([
      { said: [0], written: [0] },
      { said: [3], written: [] },
      { said: [], written: [4] },
    ]);
  });

  it('gives up on what is longer than a sentence', () => {
    expect(align('a '.repeat(200), 'a b')).toBeNull();
  });
});
