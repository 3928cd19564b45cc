/** A date as far as the text says it. */
export interface PartialDate {
  year: number | null;
  month: number | null;
  day: number | null;
  quarter: number | null;
}

const MONTHS = 'january|february|march|april|may|june|july|august|september|october|november|december';
const MONTH = `(?:${MONTHS}|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\\.?`;
const EDGE = String.raw`(?<![\p{L}\d])`;

/** Where dates may stand, the longest forms first; `readDate` says whether one is there. */
export const DATE_PATTERNS: readonly RegExp[] = [
  new RegExp(String.raw`${EDGE}\d{4}-\d{2}-\d{2}(?!\d)`, 'gu'),
  new RegExp(String.raw`${EDGE}\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}(?:,? \d{4})?(?![\p{L}\d])`, 'giu'),
  new RegExp(String.raw`${EDGE}${MONTH} \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?(?![\p{L}\d])`, 'giu'),
  new RegExp(String.raw`${EDGE}${MONTH} \d{4}(?!\d)`, 'giu'),
  new RegExp(String.raw`${EDGE}\d{1,2}[/.]\d{1,2}[/.]\d{4}(?!\d)`, 'gu'),
  new RegExp(String.raw`${EDGE}Q[1-4] \d{4}(?!\d)`, 'giu'),
];

/** The readings of a written date: none where it is impossible, two where day and month could be swapped. */
export function readDate(written: string): PartialDate[] {
  const text = written.toLowerCase();
  const quarter = /^q([1-4]) (\d{4})$/.exec(text);
  if (quarter !== null) return [{ ...NOTHING, quarter: Number(quarter[1]), year: Number(quarter[2]) }];
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (iso !== null) return possible([dateOf(iso[1], iso[2], iso[3])]);
  const numeric = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text);
  if (numeric !== null) {
    const [, first, second, year] = numeric;
    return possible([dateOf(year, second, first), dateOf(year, first, second)]);
  }
  return readNamedMonth(written, text);
}

function readNamedMonth(written: string, text: string): PartialDate[] {
  const name = /[a-z]{3,}/.exec(text.replace(/\d+(?:st|nd|rd|th)/, ''))?.[0].slice(0, 3) ?? '';
  // "may 5" in mid-sentence is the verb more often than the month.
  if (name === 'may' && !/May/i.exec(written)?.[0].startsWith('M')) return [];
  const month = MONTHS.split('|').findIndex((full) => full.startsWith(name)) + 1;
  const year = /\d{4}/.exec(text)?.[0];
  const day = /(?<!\d)\d{1,2}(?!\d)/.exec(text)?.[0];
  return possible([{ ...NOTHING, year: toNumber(year), month, day: toNumber(day) }]);
}

const NOTHING: PartialDate = { year: null, month: null, day: null, quarter: null };

function dateOf(year?: string, month?: string, day?: string): PartialDate {
  return { ...NOTHING, year: toNumber(year), month: toNumber(month), day: toNumber(day) };
}

function toNumber(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits);
}

function possible(dates: PartialDate[]): PartialDate[] {
  return dates.filter(({ month, day }) => inRange(month, 12) && inRange(day, 31));
}

function inRange(value: number | null, max: number): boolean {
  return value === null || (value >= 1 && value <= max);
}

/** Whether everything the claim says stands in the evidence: `March 2026` in `12 March 2026`, not the other way round. */
export function saysSameDate(claim: PartialDate, evidence: PartialDate): boolean {
  return (['year', 'month', 'day', 'quarter'] as const).every(
    (part) => claim[part] === null || claim[part] === evidence[part],
  );
}
