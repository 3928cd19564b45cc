import { agreeOnBound, readBound, readDirection } from './read-bound.js';

const boundOf = (text: string, figure: string) => {
  const start = text.indexOf(figure);
  return readBound(text, start, start + figure.length);
};

describe('readBound', () => {
  it.each([
    ['up to 10 seats', '10 seats', 'max'],
    ['at least 10 seats', '10 seats', 'min'],
    ['25 or more', '25', 'min'],
    ['no more than 5', '5', 'max'],
    ['1 to 10', '10', 'high'],
    ['1 to 10', '1', 'low'],
    ['between 30 days and 2 years', '2 years', 'high'],
    ['10 seats', '10 seats', 'exact'],
  ])('reads %s', (text, figure, bound) => {
    expect(boundOf(text, figure)).toBe(bound);
  });

  it('does not let a limit prove its opposite', () => {
    expect(agreeOnBound('min', 'max')).toBe(false);
    expect(agreeOnBound('max', 'high')).toBe(true);
    expect(agreeOnBound('exact', 'low')).toBe(false);
  });
});

describe('readDirection', () => {
  it('tells what is taken off from what is added', () => {
    expect(readDirection('20% less', 0, 3)).toBe('down');
    expect(readDirection('20% more', 0, 3)).toBe('up');
    expect(readDirection('20 or more', 0, 2)).toBeNull();
  });
});
