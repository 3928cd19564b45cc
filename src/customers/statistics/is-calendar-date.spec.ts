import { isCalendarDate } from './is-calendar-date.js';

describe('isCalendarDate', () => {
  it.each(['2020-02-29', '1000-01-01', '9999-12-31'])('takes %s', (value) => {
    expect(isCalendarDate(value)).toBe(true);
  });

  it.each([
    '2021-02-29',
    '2020-13-01',
    '2020-1-1',
    '20200101',
    '2020-01-01T00:00:00Z',
    '0999-01-01',
    '+2020-01-01',
    '2020-01-01 ',
    '２０２０-01-01',
    '',
    'today',
    20200101,
    null,
    ['2020-01-01'],
  ])('refuses %j', (value) => {
    expect(isCalendarDate(value)).toBe(false);
  });
});
