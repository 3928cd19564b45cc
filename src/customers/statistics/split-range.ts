/** Days from and to, both included, `YYYY-MM-DD`; null: no bound. */
export interface DayRange {
  from: string | null;
  to: string | null;
}

/** A range of days as whole months (first days of the first and the last one) and the days beside them. */
export interface SplitRange {
  /** Null: no month is whole. */
  months: DayRange | null;
  /** At most two: one before, one after the whole months. */
  days: { from: string; to: string }[];
}

/** Splits a range of days at the months' borders, so that whole months can be answered from their sums. */
export function splitRange({ from, to }: DayRange): SplitRange {
  const first = from === null || isFirstDay(from) ? from : nextMonth(from);
  const last = to === null ? null : isLastDay(to) ? firstDay(to) : previousMonth(to);
  if (from !== null && to !== null && isBefore(last, firstDay(from))) return { months: null, days: [{ from, to }] };
  const days = [...before(from), ...after(to)];
  return { months: isBefore(last, first) ? null : { from: first, to: last }, days };
}

function isBefore(day: string | null, other: string | null): boolean {
  return day !== null && other !== null && day < other;
}

/** The days of a month that is begun too late. */
function before(from: string | null): SplitRange['days'] {
  return from === null || isFirstDay(from) ? [] : [{ from, to: lastDay(from) }];
}

/** The days of a month that is ended too early. */
function after(to: string | null): SplitRange['days'] {
  return to === null || isLastDay(to) ? [] : [{ from: firstDay(to), to }];
}

function isFirstDay(day: string): boolean {
  return day.endsWith('-01');
}

function isLastDay(day: string): boolean {
  return day === lastDay(day);
}

function firstDay(day: string): string {
  return `${day.slice(0, 7)}-01`;
}

function lastDay(day: string): string {
  return toDay(day, 1, 0);
}

function nextMonth(day: string): string {
  return toDay(day, 1, 1);
}

function previousMonth(day: string): string {
  return toDay(day, -1, 1);
}

/** A day of a month so many months from this one's; day 0 is the last of the month before. */
function toDay(day: string, months: number, dayOfMonth: number): string {
  const instant = new Date(`${firstDay(day)}T00:00:00Z`);
  instant.setUTCMonth(instant.getUTCMonth() + months, dayOfMonth);
  return instant.toISOString().replace(/^\+0/, '').split('T', 1)[0] ?? day;
}
