import { findAll } from '../../shared/find-all.js';
import { type TextSpan } from '../text/split-sentences.js';

/** A sign behind its number is whole: `129,50 €`. */
const CURRENCY = String.raw`(?<!\d\s?)[$€£¥₹]`;
const EDGE = String.raw`(?<![\p{L}\p{N}])`;
/** What follows a place where a figure should be. */
const COUNTED = '(?:%|per\\b|hours?|days?|weeks?|months?|years?|minutes?|seconds?|seats?|users?|business)';

/**
 * Figures that were lost or torn on the way into the document. Each pattern is anchored at a rare sign and bounded, so
 * that the whole stays linear.
 */
const PATTERNS: readonly RegExp[] = [
  // ?? hours, $??, $$ per seat, xx days, __%
  new RegExp(
    String.raw`${CURRENCY}?(?:\?{2,9}|#{2,9}|_{2,9}|\*{3,9}|…)\s?(?=${COUNTED}|[$€£¥₹]|(?:EUR|USD|CHF|GBP)\b)`,
    'giu',
  ),
  new RegExp(String.raw`${CURRENCY}\s?(?:[?#_…*]{1,9}|${CURRENCY}+)(?:\d[\d.,]{0,9})?`, 'gu'),
  new RegExp(String.raw`${CURRENCY}(?=\s(?:per|a|each|/)\s?(?:seat|user|month|year)|\s?/)`, 'gu'),
  new RegExp(
    String.raw`${EDGE}(?:x{2,4}|n{2}|tb[adc]|to be (?:determined|announced|confirmed|decided)|n/a|#ref!?|#n/a|nan|undefined|lorem)(?:\s?${COUNTED})?(?![\p{L}\p{N}])`,
    'giu',
  ),
  // 9-9% and 99..9: two numbers that were one
  new RegExp(String.raw`${EDGE}\d{1,2}-\d{1,3}\s?%(?=\s(?:uptime|availability|sla|commitment|target))`, 'giu'),
  new RegExp(String.raw`${EDGE}\d{1,9}(?:\.{2,3}|,{2,3}|\.,|,\.)\d{1,9}\s?%?`, 'gu'),
  // 0.0.9 % and 1.2.3,4 as percentage or price
  new RegExp(String.raw`${EDGE}\d{1,9}\.\d{1,9}\.\d{1,9}(?=\s?%)`, 'gu'),
  new RegExp(String.raw`${CURRENCY}\d{1,2}\.\d{1,2}\.\d{1,9}`, 'gu'),
  // $4_9, 4?9, 1�0
  new RegExp(String.raw`(?:${CURRENCY}\s?)?(?<![\p{L}\p{N}])\d{1,9}[_?\uFFFD¿¬¦]{1,3}\d{0,9}(?:\s?%)?(?<!\d\?)`, 'gu'),
  new RegExp(String.raw`(?:${CURRENCY}\s?)?[\uFFFD¿]{1,3}\s?\d{0,9}(?:\s?%)?`, 'gu'),
  // 1O0%, 9l days: letters that look like digits
  new RegExp(String.raw`(?:${CURRENCY}\s?|${EDGE})\d{1,9}(?:[OoIl]{1,3}\d{1,9}|[OoIl]{1,3}(?=\s?${COUNTED}))`, 'gu'),
  new RegExp(String.raw`(?:${CURRENCY}\s?|${EDGE})[OIl]{1,3}\d{1,9}(?=\s?%|[.,]\d)`, 'gu'),
  // $1, at the end of what was cut
  new RegExp(String.raw`${CURRENCY}\d{1,3},(?=\s*(?:$|\|))|${CURRENCY}\s*(?=$|\|)`, 'gu'),
  // â‚¬49, Â£5: bytes read in the wrong encoding
  // Q? 2026
  new RegExp(String.raw`${EDGE}(?:Q|H|KW|CW)\?{1,3}(?=\s?(?:of\s)?(?:19|20)\d{2}|\s+\p{Ll}|\s*$)`, 'gu'),
  /(?:â‚¬|Â[£€¥]|Ã.|ï¿½)\s?\d{0,9}[\d.,]{0,9}/gu,
];
/** Not the end of a decimal or a date. */
const PERCENT_RANGE = /(?<![\p{L}\p{N}.,-])(\d{1,3})-(\d{1,3})\s?%/gu;
const EMPTY_CELL = /\|(?=[^\S\n]{0,40}\|)(?!\n)/g;
const MAY_BE_GARBLED =
  /[?#_…*\uFFFD¿¬¦âÂÃï$€£¥₹%]|\bn\/a\b|\bx{2,4}\b|\bnn\b|\btb[adc]\b|to be |nan\b|undefined|\d[OoIl]|[OIl]\d|\.\.|,,/iu;

/** The garbled figures of a text, in order and joined where they overlap; what stands there is no evidence. */
export function findGarbledFigures(text: string): TextSpan[] {
  if (!MAY_BE_GARBLED.test(text)) return [];
  const found = PATTERNS.flatMap((pattern) => findAll(text, pattern));
  const spans = [...found, ...findAll(text, PERCENT_RANGE).filter(doesNotRise)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter(({ start, end }) => end > start && !isEndOfQuestion(text, start, end));
  const joined: TextSpan[] = [];
  for (const span of spans.sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last !== undefined && span.start < last.end) last.end = Math.max(last.end, span.end);
    else joined.push({ ...span });
  }
  return joined;
}

/** "9-9%" and "99-9%" are no ranges but percentages that lost their point. */
function doesNotRise([, from, to]: RegExpExecArray): boolean {
  return Number(from) >= Number(to);
}

/** "Do you have 5?" ends with a figure and a mark. */
function isEndOfQuestion(text: string, start: number, end: number): boolean {
  return /^[^\p{L}]*\d[?]$/u.test(text.slice(start, end)) && /^(?:\s|["'”’)\]]|$)/.test(text.slice(end, end + 1));
}

/** Whether a sentence or table row has a figure that cannot be read, or a cell where one is missing. */
export function isGarbled(text: string): boolean {
  return findGarbledFigures(text).length > 0 || hasEmptyCell(text);
}

function hasEmptyCell(text: string): boolean {
  return text.trimStart().startsWith('|') && text.search(EMPTY_CELL) !== -1;
}
