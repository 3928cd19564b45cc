/** The UTC calendar day, `YYYY-MM-DD`. */
export function toIsoDate(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}

/** The next Monday-to-Friday day after the instant (UTC), `YYYY-MM-DD`. Public holidays are not known here. */
export function nextWorkday(instant: Date): string {
  const day = new Date(instant);
  do day.setUTCDate(day.getUTCDate() + 1);
  while (day.getUTCDay() === 0 || day.getUTCDay() === 6);
  return toIsoDate(day);
}
