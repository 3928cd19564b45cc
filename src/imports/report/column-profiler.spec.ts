import { ColumnProfiler, MAX_DISTINCT } from './column-profiler.js';

function profile(...values: string[]): ReturnType<ColumnProfiler['profile']> {
  const profiler = new ColumnProfiler();
  for (const value of values) profiler.see(value);
  return profiler.profile('H', 'h');
}

describe('ColumnProfiler', () => {
  it('counts filled and distinct values and names the most frequent', () => {
    expect(profile('b', 'a', '', 'a', 'c', 'b')).toEqual({
      header: 'H',
      column: 'h',
      filled: 5,
      distinct: 3,
      distinct_exact: true,
      min: 'a',
      max: 'c',
      top: [
        { value: 'a', count: 2 },
        { value: 'b', count: 2 },
        { value: 'c', count: 1 },
      ],
    });
  });

  it('compares numbers as numbers, and as text once something is none', () => {
    expect(profile('10', '9', '2.5')).toMatchObject({ min: '2.5', max: '10' });
    expect(profile('10', '9', 'x')).toMatchObject({ min: '10', max: 'x' });
  });

  it('says when there were more values than it keeps', () => {
    const many = Array.from({ length: MAX_DISTINCT + 5 }, (_, index) => `v${String(index).padStart(6, '0')}`);
    expect(profile(...many, 'v000000')).toMatchObject({
      filled: MAX_DISTINCT + 6,
      distinct: MAX_DISTINCT,
      distinct_exact: false,
      min: 'v000000',
      max: 'v010004',
      top: [{ value: 'v000000', count: 2 }, {}, {}, {}, {}],
    });
  });

  it('has nothing to say of an empty column', () => {
    expect(profile('', '')).toMatchObject({ filled: 0, distinct: 0, min: null, max: null, top: [] });
  });
});
