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

/** The time a question is about ("in 2023", "in March 2023", "last month"); empty where it names none. */
export function readPeriod(text: string, now: Date): { period: Period; rest: string } {
  const month = MONTH_OF_YEAR.exec(text);
  if (month !== null) {
    const [whole, name = '', year = ''] = month;
    const index = MONTHS.findIndex((full) => full.startsWith(name.toLowerCase().slice(0, 3)));
    return { period: ofMonth(Number(year), index), rest: text.replace(whole, ' ') };
  }
  const since = SINCE_YEAR.exec(text);
  if (since !== null) return { period: { from: `${since[1] ?? ''}-01-01` }, rest: text.replace(since[0], ' ') };
  const year = YEAR.exec(text);
  if (year !== null) {
    const [whole, digits = ''] = year;
    return { period: { from: `${digits}-01-01`, to: `${digits}-12-31` }, rest: text.replace(whole, ' ') };
  }
  const relative = RELATIVE.exec(text);
  if (relative === null) return { period: {}, rest: text };
  const [whole, which = '', unit = ''] = relative;
  return {
    period: ofRelative(which.toLowerCase() === 'this', unit.toLowerCase(), now),
    rest: text.replace(whole, ' '),
  };
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
