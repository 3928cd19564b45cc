import { rememberLast } from './remember-last.js';

describe('rememberLast', () => {
  it('works something out once for a text asked about several times in a row, and keeps no other', () => {
    const made: string[] = [];
    const length = rememberLast((text) => made.push(text) && text.length);
    expect([length('one'), length('one'), length('three'), length('one'), length('')]).toEqual([3, 3, 5, 3, 0]);
    expect(made).toEqual(['one', 'three', 'one', '']);
  });
});
