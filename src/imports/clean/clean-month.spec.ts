import { cleanMonth } from './clean-month.js';

describe('cleanMonth', () => {
  it.each([
    ['01-2019', '2019-01-01'],
    ['1/2019', '2019-01-01'],
    ['12.2019', '2019-12-01'],
    ['2019-01', '2019-01-01'],
    ['2019/1', '2019-01-01'],
    ['201901', '2019-01-01'],
    ['Mar 2020', '2020-03-01'],
    ['March, 2020', '2020-03-01'],
    ['2020 March', '2020-03-01'],
    ['Mar-20', '2020-03-01'],
    ["Mar '20", '2020-03-01'],
    ['März 2020', '2020-03-01'],
    ['43878', '2020-02-01'],
    ['2020-03-15', '2020-03-01'],
    ['2020-03-01 00:00:00', '2020-03-01'],
    ['17/03/2020', '2020-03-01'],
    [' 03-2020 ', '2020-03-01'],
  ])('reads %s as %s', (value, month) => {
    expect(cleanMonth(value)).toEqual({ month });
  });

  it('asks for the order of a whole date where it matters', () => {
    expect(cleanMonth('04/10/2019')).toEqual({ code: 'ambiguous_date_order' });
    expect(cleanMonth('04/10/2019', 'DMY')).toEqual({ month: '2019-10-01' });
  });

  it.each(['13-2019', '2019-00', '2020-02-30', '01-1066'])('says that %s is no month there is', (value) => {
    expect(cleanMonth(value)).toEqual({ code: 'impossible_date' });
  });

  it.each(['', 'soon', '2019', 'Foo 2019', '1-1-1-1', '2020-03-15 soon'])('does not take %j for a month', (value) => {
    expect(cleanMonth(value)).toEqual({ code: 'bad_date' });
  });
});
