export interface TimeOfDay {
  hours: number;
  minutes: number;
  seconds: number;
  microseconds: number;
  /** East of UTC; 0 where nothing is said. */
  offsetMinutes: number;
}

const MIDNIGHT: TimeOfDay = { hours: 0, minutes: 0, seconds: 0, microseconds: 0, offsetMinutes: 0 };
const CLOCK =
  /^(?:,? +|,? *- +|T|,)(\d{1,2})(?:([:.h])(\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?)?h? ?([ap]\.? ?m\.?)? ?(Z|UTC|GMT|(?:UTC|GMT)?[+-]\d{2}:?\d{2}|[+-]\d{2})?$/i;
const ZONE_ONLY = /^ ?(?:Z|UTC|GMT)$/i;

/**
 * Reads the time that follows a date: `16:10`, `9.05.03`, `4:10 PM`, `T16:10:00.123+02:00`, `03:37:43.000000 UTC`.
 * Nothing is midnight; `impossible` for hours and minutes no clock shows; undefined for what is no time.
 */
export function readTimeOfDay(text: string): TimeOfDay | 'impossible' | undefined {
  if (text === '' || ZONE_ONLY.test(text)) return MIDNIGHT;
  const match = CLOCK.exec(text);
  const time = match === null ? undefined : toTime(match);
  return time === undefined || isOnClock(time) ? time : 'impossible';
}

function toTime(match: RegExpExecArray): TimeOfDay | undefined {
  const [, hour = '', , minute, second, fraction = '', half, zone = ''] = match;
  // A lone number behind a date is an hour only where it says so.
  if (minute === undefined && half === undefined) return undefined;
  return {
    hours: half === undefined ? Number(hour) : onTwelveHourClock(Number(hour), half),
    minutes: Number(minute ?? 0),
    seconds: Number(second ?? 0),
    microseconds: Number(fraction.padEnd(6, '0').slice(0, 6)),
    offsetMinutes: readOffset(zone),
  };
}

/** 24:00 is the end of a day, second 60 a leap second, and no zone is further than 14 hours from UTC. */
function isOnClock({ hours, minutes, seconds, offsetMinutes }: TimeOfDay): boolean {
  const isEndOfDay = hours === 24 && minutes + seconds === 0;
  return (hours < 24 || isEndOfDay) && minutes < 60 && seconds <= 60 && Math.abs(offsetMinutes) <= 14 * 60;
}

function onTwelveHourClock(hour: number, half: string): number {
  if (hour > 12) return hour;
  return (hour % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0);
}

function readOffset(zone: string): number {
  const match = /([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (match === null) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return match[1] === '-' ? -minutes : minutes;
}
