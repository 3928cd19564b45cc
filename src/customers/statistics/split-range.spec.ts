import fc from 'fast-check';
import { splitRange, type DayRange } from './split-range.js';

describe('splitRange', () => {
  it.each<[string, DayRange, ReturnType<typeof splitRange>]>([
    ['everything', { from: null, to: null }, { months: { from: null, to: null }, days: [] }],
    [
      'a whole year',
      { from: '2020-01-01', to: '2020-12-31' },
      { months: { from: '2020-01-01', to: '2020-12-01' }, days: [] },
    ],
    [
      'a whole February',
      { from: '2020-02-01', to: '2020-02-29' },
      { months: { from: '2020-02-01', to: '2020-02-01' }, days: [] },
    ],
    [
      'a part of a month',
      { from: '2020-02-01', to: '2020-02-28' },
      { months: null, days: [{ from: '2020-02-01', to: '2020-02-28' }] },
    ],
    [
      'the end of a month',
      { from: '2020-02-10', to: '2020-02-29' },
      { months: null, days: [{ from: '2020-02-10', to: '2020-02-29' }] },
    ],
    [
      'two parts without a whole month between them',
      { from: '2019-12-15', to: '2020-01-10' },
      {
        months: null,
        days: [
          { from: '2019-12-15', to: '2019-12-31' },
          { from: '2020-01-01', to: '2020-01-10' },
        ],
      },
    ],
    [
      'parts around whole months',
      { from: '2019-12-15', to: '2020-03-01' },
      {
        months: { from: '2020-01-01', to: '2020-02-01' },
        days: [
          { from: '2019-12-15', to: '2019-12-31' },
          { from: '2020-03-01', to: '2020-03-01' },
        ],
      },
    ],
    [
      'no end',
      { from: '2019-12-15', to: null },
      { months: { from: '2020-01-01', to: null }, days: [{ from: '2019-12-15', to: '2019-12-31' }] },
    ],
    [
      'no beginning',
      { from: null, to: '2020-01-10' },
      { months: { from: null, to: '2019-12-01' }, days: [{ from: '2020-01-01', to: '2020-01-10' }] },
    ],
    [
      'the end of time',
      { from: '9999-12-02', to: null },
      { months: { from: '10000-01-01', to: null }, days: [{ from: '9999-12-02', to: '9999-12-31' }] },
    ],
  ])('splits %s', (_what, range, expected) => {
    expect(splitRange(range)).toEqual(expected);
  });

  it('covers each day of the range once', () => {
    const start = Date.UTC(2019, 11, 1);
    const dayAt = (offset: number): string => new Date(start + offset * 86_400_000).toISOString().slice(0, 10);
    const range = fc.tuple(fc.nat(150), fc.nat(150)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
    fc.assert(
      fc.property(range, ([first, last]) => {
        const { months, days } = splitRange({ from: dayAt(first), to: dayAt(last) });
        for (let offset = 0; offset <= 200; offset += 1) {
          const day = dayAt(offset);
          const month = `${day.slice(0, 7)}-01`;
          const inMonths = months !== null && (months.from ?? '') <= month && month <= (months.to ?? '9') ? 1 : 0;
          const inDays = days.filter(({ from, to }) => from <= day && day <= to).length;
          expect([day, inMonths + inDays]).toEqual([day, offset >= first && offset <= last ? 1 : 0]);
        }
      }),
    );
  });
});
