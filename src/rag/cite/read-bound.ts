import { type Figure, type FigureBound } from './figure.js';

/** Limits stand next to their figure. */
const LOOK_AROUND = 32;

const NUMBER = String.raw`(?:[$€£¥₹]|USD\s|EUR\s)?(?:\d[\d.,:]*|one|two|three|four|five|six|seven|eight|nine|ten|twelve)`;
const RANGE_BEFORE = new RegExp(
  String.raw`(?:${NUMBER}[^\S\n]?(?:%|\p{L}{1,9})?[^\S\n]?(?:to|-|–|—)[^\S\n]?|\bbetween[^\S\n]${NUMBER}[^\n.;|]{0,12}?[^\S\n]and[^\S\n])$`,
  'iu',
);
const RANGE_AFTER = new RegExp(String.raw`^[^\S\n]?(?:to|-|–|—)[^\S\n]?${NUMBER}`, 'iu');
const BETWEEN = /\bbetween[^\S\n]$/i;
const MAX_BEFORE =
  /(?:\b(?:up to|at most|(?:no|not) (?:more|later|longer) than|maximum(?: of)?|max\.?|(?:less|fewer|lower|shorter) than|below|under|within|not exceed(?:ing)?|(?:limited|capped) (?:to|at))|≤|<)[^\S\n]?(?:a |an |the )?$/i;
const MIN_BEFORE =
  /(?:\b(?:at least|(?:no|not) (?:less|fewer|sooner) than|minimum(?: of)?|min\.?|(?:more|greater|higher|longer|later) than|over|above|from|start(?:s|ing) (?:at|from)|exceed(?:s|ing)?|beyond)|≥|>)[^\S\n]?(?:a |an |the )?$/i;
const MIN_AFTER =
  /^(?:\+|[^\S\n]?(?:\p{L}{1,12}[^\S\n])?(?:or more|or above|or longer|and more|and up|upwards|minimum)\b)/iu;
const MAX_AFTER = /^[^\S\n]?(?:\p{L}{1,12}[^\S\n])?(?:or less|or fewer|or below|at most|maximum|max)\b/iu;

/** The limit a text sets with a figure: `up to 10`, `25 or more`, `1 to 10`. */
export function readBound(text: string, start: number, end: number): FigureBound {
  const before = text.slice(Math.max(0, start - LOOK_AROUND), start);
  const after = text.slice(end, end + LOOK_AROUND);
  if (RANGE_BEFORE.test(before)) return 'high';
  if (RANGE_AFTER.test(after) || BETWEEN.test(before)) return 'low';
  if (MAX_BEFORE.test(before) || MAX_AFTER.test(after)) return 'max';
  return MIN_BEFORE.test(before) || MIN_AFTER.test(after) ? 'min' : 'exact';
}

/** "At least" is not proven by "at most", nor one value by the lower end of a range. */
export function agreeOnBound(claim: FigureBound, stated: FigureBound): boolean {
  if (claim === 'min') return stated !== 'max' && stated !== 'high';
  if (claim === 'max') return stated !== 'min' && stated !== 'low';
  return stated !== 'low' || claim === 'low';
}

const DOWN_AFTER =
  /^[^\S\n]?(?:\p{L}{1,10}[^\S\n])?(?:less|off|discount|cheaper|lower|reduction|decrease|fewer|savings?|credit|refund|rebate)\b/iu;
const UP_AFTER =
  /^[^\S\n]?(?:\p{L}{1,10}[^\S\n])?(?:more|higher|increase|extra|surcharge|on top|dearer|more expensive|markup)\b/iu;
const DOWN_BEFORE = /\b(?:discount|reduction|savings?|credit|refund|rebate)[^\S\n](?:of|is)[^\S\n]$/i;
const UP_BEFORE = /\b(?:increase|surcharge|markup|penalty)[^\S\n](?:of|is)[^\S\n]$/i;

/** "20% less" and "20% more" have the same figure and the opposite meaning. */
export function readDirection(text: string, start: number, end: number): Figure['direction'] {
  const before = text.slice(Math.max(0, start - LOOK_AROUND), start);
  const after = text.slice(end, end + LOOK_AROUND);
  // "25 or more" sets a limit.
  if (/^[^\S\n]?(?:\p{L}{1,12}[^\S\n])?or\b/iu.test(after)) return null;
  if (DOWN_AFTER.test(after) || DOWN_BEFORE.test(before)) return 'down';
  return UP_AFTER.test(after) || UP_BEFORE.test(before) ? 'up' : null;
}
