import { findHeader } from './find-header.js';

describe('findHeader', () => {
  it('takes the first record of two values or more', () => {
    expect(findHeader([['Report'], ['', 'as of today', ''], ['id', 'note', ''], ['1', 'a', 'b']])).toBe(2);
    expect(
      findHeader([
        ['id', 'note'],
        ['1', 'a'],
      ]),
    ).toBe(0);
  });

  it('takes the first record where no other is a header', () => {
    expect(findHeader([['id'], ['1'], ['2']])).toBe(0);
    expect(findHeader([])).toBe(0);
  });

  it('does not look for it among the rows', () => {
    expect(findHeader([...Array.from({ length: 30 }, () => ['x']), ['1', '2']])).toBe(0);
  });
});
