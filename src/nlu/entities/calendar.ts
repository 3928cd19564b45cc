/** A calendar day in UTC arithmetic; no time of day, no zone. */
export interface Day {
  year: number;
  month: number;
  day: number;
}

export function dayOf(instant: Date): Day {
  return { year: instant.getUTCFullYear(), month: instant.getUTCMonth() + 1, day: instant.getUTCDate() };
}

/** `yyyy-mm-dd`, or undefined for a day that does not exist (31 April) or lies outside the years 1 to 9999. */
export function toIsoDate({ year, month, day }: Day): string | undefined {
  const instant = new Date(0);
  instant.setUTCFullYear(year, month - 1, day);
  const exists = instant.getUTCMonth() + 1 === month && instant.getUTCDate() === day && year >= 1 && year <= 9999;
  return exists ? instant.toISOString().slice(0, 10) : undefined;
}

export function addDays(day: Day, days: number): Day {
  const instant = new Date(0);
  instant.setUTCFullYear(day.year, day.month - 1, day.day + days);
  return dayOf(instant);
}

/** The same day so many months on, or that month's last day where it has none of that number. */
export function addMonths(day: Day, months: number): Day {
  const index = day.year * 12 + day.month - 1 + months;
  const year = Math.floor(index / 12);
  const month = (((index % 12) + 12) % 12) + 1;
  return { year, month, day: Math.min(day.day, daysIn(year, month)) };
}

export function daysIn(year: number, month: number): number {
  const instant = new Date(0);
  instant.setUTCFullYear(year, month, 0);
  return instant.getUTCDate();
}

/** 0 is Sunday, as in JavaScript. */
export function weekdayOf(day: Day): number {
  const instant = new Date(0);
  instant.setUTCFullYear(day.year, day.month - 1, day.day);
  return instant.getUTCDay();
}

export function isBefore(a: Day, b: Day): boolean {
  return a.year * 10_000 + a.month * 100 + a.day < b.year * 10_000 + b.month * 100 + b.day;
}
