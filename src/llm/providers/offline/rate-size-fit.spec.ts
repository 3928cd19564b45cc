import { rateSizeFit, rowHoldsSize } from './rate-size-fit.js';

describe('rateSizeFit', () => {
  it.each([
    ['From 200 seats on, the price drops to $58.', 250, true],
    ['From 200 seats on, the price drops to $58.', 50, false],
    ['The plan is for teams of up to 10 users.', 8, true],
    ['The plan is for teams of up to 10 users.', 40, false],
    ['Between 20 and 50 people need two weeks.', 40, true],
    ['For 50 seats it comes to $3,200 per month.', 50, true],
    ['For 50 seats it comes to $3,200 per month.', 120, false],
    ['Acme pays $100 for 140 Pro seats.', 250, false],
    ['It costs $64 with a minimum of 25 seats.', 85, true],
    ['At least 1,000 employees are needed.', 1200, true],
  ])('"%s" for %d people: %s', (text, size, fits) => {
    expect(rateSizeFit(text, size) > 1).toBe(fits);
  });

  it('has no opinion where no size is asked or named', () => {
    expect(rateSizeFit('From 200 seats on, the price drops.', null)).toBe(1);
    expect(rateSizeFit('The price is $58 per seat.', 250)).toBe(1);
  });
});

describe('rowHoldsSize', () => {
  const row = (cell: string) => ({
    table: { columns: ['Plan', 'Seats', 'Price'], subjects: [] },
    cells: ['A', cell, '$9'],
  });
  it.each([
    ['1 to 10', 5, true],
    ['1 to 10', 50, false],
    ['3–100', 100, true],
    ['25 or more', 250, true],
    ['25 or more', 10, false],
    ['up to 20 users', 10, true],
    ['500+', 500, true],
    ['unlimited', 500, undefined],
    ['25', 500, undefined],
  ])('a row for "%s" and %d people: %s', (cell, size, expected) => {
    expect(rowHoldsSize(row(cell), size)).toBe(expected);
  });
});
