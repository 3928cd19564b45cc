import fc from 'fast-check';
import { addDays, addMonths, toIsoDate, weekdayOf } from './calendar.js';

describe('calendar', () => {
  it('knows the days that exist', () => {
    expect(toIsoDate({ year: 2028, month: 2, day: 29 })).toBe('2028-02-29');
    expect(toIsoDate({ year: 2027, month: 2, day: 29 })).toBeUndefined();
    expect(toIsoDate({ year: 0, month: 1, day: 1 })).toBeUndefined();
  });

  it('ends a shorter month on its last day', () => {
    expect(addMonths({ year: 2027, month: 1, day: 31 }, 1)).toEqual({ year: 2027, month: 2, day: 28 });
    expect(addMonths({ year: 2027, month: 1, day: 15 }, -1)).toEqual({ year: 2026, month: 12, day: 15 });
  });

  it('moves the weekday with the days', () => {
    const day = fc.record({
      year: fc.integer({ min: 2000, max: 2100 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
    });
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 5_000 }), (start, days) => {
        expect(weekdayOf(addDays(start, days))).toBe((weekdayOf(start) + days) % 7);
      }),
    );
  });
});
