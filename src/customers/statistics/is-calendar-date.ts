import { ValidateBy } from 'class-validator';

/** Whether the text is a day of the calendar, `YYYY-MM-DD`, of the years 1000 to 9999: 30 February is none. */
export function isCalendarDate(value: unknown): value is string {
  if (typeof value !== 'string' || !/^[1-9]\d{3}-\d\d-\d\d$/.test(value)) return false;
  const instant = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(value);
}

/** The decorator of {@link isCalendarDate}. */
export const IsCalendarDate = (): PropertyDecorator =>
  ValidateBy({
    name: 'isCalendarDate',
    validator: {
      validate: isCalendarDate,
      defaultMessage: (argument) => `${argument?.property ?? 'it'} must be a date like 2026-11-20`,
    },
  });
