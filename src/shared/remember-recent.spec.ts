import { rememberRecent } from './remember-recent.js';

function counting(max: number): { read: (key: string) => { key: string }; made: string[] } {
  const made: string[] = [];
  const read = rememberRecent(max, (key: string) => {
    made.push(key);
    return { key };
  });
  return { read, made };
}

describe('rememberRecent', () => {
  it('makes what is asked for again only once, and gives the same object', () => {
    const { read, made } = counting(2);
    expect(read('a')).toBe(read('a'));
    expect(made).toEqual(['a']);
  });

  it('keeps what is asked for all the time, however much comes in between', () => {
    const { read, made } = counting(2);
    for (let n = 0; n < 20; n += 1) {
      read('a');
      read(`other ${n}`);
    }
    expect(made.filter((key) => key === 'a')).toHaveLength(1);
  });

  it('forgets what was not asked for for long', () => {
    const { read, made } = counting(2);
    for (const key of ['a', 'b', 'c', 'd', 'e', 'a']) read(key);
    expect(made.filter((key) => key === 'a')).toHaveLength(2);
  });
});
