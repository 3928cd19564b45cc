/** Days, `YYYY-MM-DD`, both included. */
export interface Period {
  from?: string;
  to?: string;
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const MONTH = String.raw`(${MONTHS.join('|')}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)`;
const MONTH_OF_YEAR = new RegExp(String.raw`\b${MONTH}\.?,? (?:of )?((?:19|20)\d{2})\b`, 'i');
const YEAR = /\b(?:in|of|during|for|throughout|year) ((?:19|20)\d{2})\b/i;
const SINCE_YEAR = /\bsince ((?:19|20)\d{2})\b/i;
const RELATIVE = /\b(this|last|previous) (year|month|week)\b/i;
const DAY_MS = 86_400_000;

type Reader = (match: RegExpExecArray, now: Date) => Period;

const READERS: readonly (readonly [RegExp, Reader])[] = [
  [MONTH_OF_YEAR, ([, name = '', year = '']) => ofMonth(Number(year), monthNamed(name))],
  [SINCE_YEAR, ([, year = '']) => ({ from: `${year}-01-01` })],
  [YEAR, ([, year = '']) => ({ from: `${year}-01-01`, to: `${year}-12-31` })],
  [RELATIVE, ([, which = '', unit = ''], now) => ofRelative(which.toLowerCase() === 'this', unit.toLowerCase(), now)],
];

/** The time a question is about ("in 2023", "in March 2023", "last month"); empty where it names none. */
export function readPeriod(text: string, now: Date): { period: Period; rest: string } {
  for (const [pattern, read] of READERS) {
    const match = pattern.exec(text);
    if (match !== null) return { period: read(match, now), rest: text.replace(match[0], ' ') };
  }
  return { period: {}, rest: text };
}

function monthNamed(name: string): number {
  return MONTHS.findIndex((full) => full.startsWith(name.toLowerCase().slice(0, 3)));
}

function ofRelative(isThis: boolean, unit: string, now: Date): Period {
  const year = now.getUTCFullYear();
  if (unit === 'year') {
    const meant = isThis ? year : year - 1;
    return { from: `${meant}-01-01`, to: `${meant}-12-31` };
  }
  if (unit === 'month') return ofMonth(year, now.getUTCMonth() - (isThis ? 0 : 1));
  const today = Date.UTC(year, now.getUTCMonth(), now.getUTCDate());
  const monday = today - ((now.getUTCDay() + 6) % 7) * DAY_MS - (isThis ? 0 : 7 * DAY_MS);
  return { from: toDay(monday), to: toDay(monday + 6 * DAY_MS) };
}

function ofMonth(year: number, month: number): Period {
  return { from: toDay(Date.UTC(year, month, 1)), to: toDay(Date.UTC(year, month + 1, 0)) };
}

function toDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
