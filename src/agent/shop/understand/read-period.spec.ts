import { readPeriod } from './read-period.js';

const now = new Date('2026-01-14T12:00:00Z');

describe('readPeriod', () => {
  it.each([
    ['sold in 2025', '2025-01-01', '2025-12-31'],
    ['sold in February 2024', '2024-02-01', '2024-02-29'],
    ['since 2023', '2023-01-01', undefined],
    ['last month', '2025-12-01', '2025-12-31'],
    ['this week', '2026-01-12', '2026-01-18'],
    ['last year', '2025-01-01', '2025-12-31'],
    ['sold most', undefined, undefined],
  ])('reads "%s"', (text, from, to) => {
    expect(readPeriod(text, now).period).toEqual({ ...(from && { from }), ...(to && { to }) });
  });
});
