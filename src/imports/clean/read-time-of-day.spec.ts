import { readTimeOfDay } from './read-time-of-day.js';

const at = (hours: number, minutes = 0, seconds = 0, microseconds = 0, offsetMinutes = 0): object => ({
  ...{ hours, minutes, seconds, microseconds, offsetMinutes },
});

describe('readTimeOfDay', () => {
  it.each<[string, object]>([
    ['', at(0)],
    ['Z', at(0)],
    [' UTC', at(0)],
    [' 16:10', at(16, 10)],
    ['T16:10:05', at(16, 10, 5)],
    [', 4:10 PM', at(16, 10)],
    [' 9.05.03', at(9, 5, 3)],
    [' 9h05', at(9, 5)],
    [' 4pm', at(16)],
    [' 12:00 am', at(0)],
    [' 23:59:60', at(23, 59, 60)],
    [' 03:37:43.5', at(3, 37, 43, 500_000)],
    [' 03:37:43,123456789', at(3, 37, 43, 123_456)],
    [' 03:37:43.000000 UTC', at(3, 37, 43)],
    ['T03:37+05:30', at(3, 37, 0, 0, 330)],
    [' 03:37 GMT-02', at(3, 37, 0, 0, -120)],
  ])('reads %j', (text, time) => {
    expect(readTimeOfDay(text)).toEqual(time);
  });

  it('tells what no clock shows from what is no time', () => {
    expect([' 25:00', ' 12:60', ' 24:01', ' 10:00+15:00'].map(readTimeOfDay)).toEqual(Array(4).fill('impossible'));
    expect([' 7', ' soon', '16:10', ' 16:1'].map(readTimeOfDay)).toEqual(Array(4).fill(undefined));
  });
});
