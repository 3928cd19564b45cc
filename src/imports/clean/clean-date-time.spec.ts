import fc from 'fast-check';
import { cleanDateTime } from './clean-date-time.js';

describe('cleanDateTime', () => {
  it.each([
    ['2020-02-11', '2020-02-11T00:00:00.000Z'],
    ['2020-02-11T16:10:05Z', '2020-02-11T16:10:05.000Z'],
    ['2020-02-11 16:10', '2020-02-11T16:10:00.000Z'],
    ['2022-12-28 03:37:43+00:00', '2022-12-28T03:37:43.000Z'],
    ['2020-02-11T01:30:00+02:00', '2020-02-10T23:30:00.000Z'],
    ['2020-02-11T01:30:00-0530', '2020-02-11T07:00:00.000Z'],
    ['2024-09-28 22:12:54.000000 UTC', '2024-09-28T22:12:54.000Z'],
    ['2024-09-28 22:12:54.123456 UTC', '2024-09-28T22:12:54.123456Z'],
    ['2020/02/11 16:10', '2020-02-11T16:10:00.000Z'],
    ['20200211', '2020-02-11T00:00:00.000Z'],
    ['20200211T1610', undefined],
    ['2020-02-11 24:00', '2020-02-12T00:00:00.000Z'],
    ['17 Feb 2020 18:24', '2020-02-17T18:24:00.000Z'],
    ['17-Feb-20', '2020-02-17T00:00:00.000Z'],
    ['Mon, 17 Feb 2020 18:24:00 GMT', '2020-02-17T18:24:00.000Z'],
    ['February 17, 2020 6:24 pm', '2020-02-17T18:24:00.000Z'],
    ['17. Februar 2020', '2020-02-17T00:00:00.000Z'],
    ['3 août 2021', '2021-08-03T00:00:00.000Z'],
    ['43878.766666666663', '2020-02-17T18:24:00.000Z'],
    ['43878,766667', '2020-02-17T18:24:00.000Z'],
    ['43878', '2020-02-17T00:00:00.000Z'],
  ])('reads %s without being told an order', (value, iso) => {
    expect(cleanDateTime(value, null)).toEqual(iso === undefined ? { code: 'bad_date' } : { iso });
  });

  it.each([
    ['04/10/2019 09:00', 'DMY', '2019-10-04T09:00:00.000Z'],
    ['04/10/2019 09:00', 'MDY', '2019-04-10T09:00:00.000Z'],
    ['10/07/2022 6.09.21', 'DMY', '2022-07-10T06:09:21.000Z'],
    ['1.2.20', 'DMY', '2020-02-01T00:00:00.000Z'],
    ['1-2-99 1:05 AM', 'MDY', '1999-01-02T01:05:00.000Z'],
    ['2/1/2020 12:00 AM', 'MDY', '2020-02-01T00:00:00.000Z'],
    ['2/1/2020 12:30 p.m.', 'MDY', '2020-02-01T12:30:00.000Z'],
    ['\u00a004/10/2019  09:00 ', 'DMY', '2019-10-04T09:00:00.000Z'],
  ] as const)('reads %s as %s', (value, order, iso) => {
    expect(cleanDateTime(value, order)).toEqual({ iso });
  });

  it('takes what can be read only one way, and asks for the rest', () => {
    expect(cleanDateTime('17/02/2020', null)).toEqual({ iso: '2020-02-17T00:00:00.000Z' });
    expect(cleanDateTime('02/17/2020', null)).toEqual({ iso: '2020-02-17T00:00:00.000Z' });
    expect(cleanDateTime('05/05/2020', null)).toEqual({ iso: '2020-05-05T00:00:00.000Z' });
    expect(cleanDateTime('04/10/2019', null)).toEqual({ code: 'ambiguous_date_order' });
    expect(cleanDateTime('04/10/2019', 'YMD')).toEqual({ code: 'ambiguous_date_order' });
  });

  it.each([
    '2023-13-45 00:00:00',
    '31/02/2020',
    '2020-02-30',
    '2020-02-11 25:00',
    '2020-02-11 10:61',
    '11/02/0020',
    '3020-01-01',
  ])('says that %s is no day or time there is', (value) => {
    expect(cleanDateTime(value, 'DMY')).toEqual({ code: 'impossible_date' });
  });

  it('does not turn a date the order forbids into another day', () => {
    expect(cleanDateTime('02/17/2020', 'DMY')).toEqual({ code: 'impossible_date' });
  });

  it.each(['not-a-date', '', '2020', '12', '1e5', '2020-02-11 soon', '2020-02-11 7', '99999', 'Foo 12, 2020'])(
    'does not take %j for a date',
    (value) => {
      expect(cleanDateTime(value, 'DMY')).toEqual({ code: 'bad_date' });
    },
  );

  it('reads back every moment, however it is written', () => {
    const moment = fc.date({
      min: new Date('1950-01-01T00:00:00Z'),
      max: new Date('2099-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moment, fc.constantFrom('/', '.', '-'), fc.constantFrom('DMY', 'MDY'), (date, mark, order) => {
        const iso = date.toISOString();
        expect(cleanDateTime(iso, null)).toEqual({ iso });
        const [year = '', month = '', day = ''] = iso.slice(0, 10).split('-');
        const parts = order === 'DMY' ? [day, month, year] : [month, day, year];
        expect(cleanDateTime(`${parts.join(mark)} ${iso.slice(11, 19)}`, order)).toEqual({
          iso: `${iso.slice(0, 19)}.000Z`,
        });
      }),
    );
  });

  it('answers for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('DMY', 'MDY', 'YMD', null), (value, order) => {
        const result = cleanDateTime(value, order);
        if ('iso' in result) expect(Number.isNaN(Date.parse(result.iso))).toBe(false);
        else expect(result.code).toMatch(/_date/);
      }),
    );
  });
});
