/** The UTC calendar day, `YYYY-MM-DD`. */
export function toIsoDate(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** `4 October 2019` from `2019-10-04`. */
export function toEnglishDate(isoDate: string): string {
  const [year = '', month = '', day = ''] = isoDate.split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? ''} ${year}`;
}

/** The next Monday-to-Friday day after the instant (UTC), `YYYY-MM-DD`. Public holidays are not known here. */
export function nextWorkday(instant: Date): string {
  const day = new Date(instant);
  do day.setUTCDate(day.getUTCDate() + 1);
  while (day.getUTCDay() === 0 || day.getUTCDay() === 6);
  return toIsoDate(day);
}
