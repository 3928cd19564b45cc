import { findAll } from '../../shared/find-all.js';
import { type Word } from '../split-words.js';
import { addUp, MAGNITUDE, NUMBER, readNumber, SCALES, SMALL_NUMBERS } from './number-text.js';

/** A number in the text, in digits or in words, with its magnitude (`5k`); a range has a `low` end too. */
export interface Figure {
  start: number;
  end: number;
  value: number;
  low?: number;
  /** The same read as a percentage: 99.999 is below a hundred there. */
  asPercent: number;
  /** In words, so that "a" or "one" alone may be no number at all. */
  isSpelled: boolean;
}

const DIGITS = new RegExp(String.raw`(?<![\d.,])(${NUMBER})(?:[ \u00a0]?(${MAGNITUDE})(?![\p{L}\d]))?`, 'giu');
const BARE = new RegExp(`^${NUMBER}$`);
const MAX_WORDS = 6;
/** What stands between the ends of a range. */
const RANGE = /^ ?(?:-|–|—|to|bis|à|until) ?$/iu;
const BETWEEN = /(?:^|\s)(?:between|zwischen|entre|from|von) ?$/iu;
const RANGE_AFTER_BETWEEN = /^ (?:and|und|et|y|e|to|bis|à) $/iu;

function readDigits(match: RegExpExecArray): Figure[] {
  const [whole, written = '', magnitude] = match;
  const value = readNumber(written, magnitude);
  const asPercent = readNumber(written, magnitude, true);
  if (value === undefined || asPercent === undefined) return [];
  return [{ start: match.index, end: match.index + whole.length, value, asPercent, isSpelled: false }];
}

function isNumberWord(word: Word | undefined): boolean {
  return word !== undefined && (SMALL_NUMBERS.has(word.key) || SCALES.has(word.key));
}

/** How many words from `at` on are one number; an article or "half" only before a scale, "and" only between numbers. */
function countNumberWords(text: string, words: readonly Word[], at: number): number {
  let count = opens(words, at);
  while (count > 0 && count < MAX_WORDS && isNumberWord(words[at + count])) {
    if (!isJoined(text, words, at + count)) break;
    count += 1;
    if (
      words[at + count]?.key === 'and' &&
      isNumberWord(words[at + count + 1]) &&
      isHundredOrMore(words[at + count - 1])
    )
      count += 1;
  }
  return count;
}

function isHundredOrMore(word: Word | undefined): boolean {
  return (SCALES.get(word?.key ?? '') ?? 0) >= 100;
}

function opens(words: readonly Word[], at: number): number {
  const [first, second, third] = words.slice(at, at + 3);
  const key = first?.key;
  if (key === 'half') return second?.key === 'a' && isScale(third) ? 3 : 0;
  if (key === 'a' || key === 'an') return countAfterArticle(second, third);
  return isNumberWord(first) ? 1 : 0;
}

/** "a dozen", "a couple of". */
function countAfterArticle(second: Word | undefined, third: Word | undefined): number {
  if (second?.key === 'couple') return third?.key === 'of' ? 3 : 2;
  return isScale(second) ? 2 : 0;
}

function isScale(word: Word | undefined): boolean {
  return word !== undefined && SCALES.has(word.key);
}

function isJoined(text: string, words: readonly Word[], at: number): boolean {
  const [before, word] = [words[at - 1], words[at]];
  if (before === undefined || word === undefined) return false;
  return /^(?: |-|\u00a0)$/.test(text.slice(before.end, Math.min(word.start, before.end + 2)));
}

function findSpelled(text: string, words: readonly Word[]): Figure[] {
  const figures: Figure[] = [];
  for (let at = 0; at < words.length; at += 1) {
    for (let count = countNumberWords(text, words, at); count > 0; count -= 1) {
      const part = words.slice(at, at + count);
      const [first, last] = [part[0], part.at(-1)];
      const keys = part.map(({ key }) => key).filter((key) => key !== 'and' && key !== 'of');
      const value = addUp(keys);
      if (value === undefined || first === undefined || last === undefined) continue;
      figures.push({ start: first.start, end: last.end, value, asPercent: value, isSpelled: true });
      at += count - 1;
      break;
    }
  }
  return figures;
}

/** `200-300`, `5 to 8k`, `between 50 and 80`: one figure with two ends; the magnitude of the upper one serves both. */
function joinRange(text: string, low: Figure, high: Figure): Figure | undefined {
  const gap = text.slice(low.end, Math.min(high.start, low.end + 8));
  const isRange =
    RANGE.test(gap) ||
    (RANGE_AFTER_BETWEEN.test(gap) && BETWEEN.test(text.slice(Math.max(0, low.start - 9), low.start)));
  // "2026-11-20" and "555-0123-4" are no ranges.
  if (!isRange || /^[-./]\d/.test(text.slice(high.end, high.end + 2)) || /[-./]/.test(text.charAt(low.start - 1))) {
    return undefined;
  }
  const written = text.slice(low.start, low.end);
  const factor = BARE.test(written) ? sharedFactor(text.slice(high.start, high.end), low.value) : 1;
  const lowValue = low.value * factor;
  if (lowValue >= high.value) return undefined;
  return { ...high, start: low.start, low: lowValue, isSpelled: low.isSpelled && high.isSpelled };
}

function sharedFactor(written: string, low: number): number {
  const magnitude = /[\p{L}]+$/u.exec(written)?.[0];
  if (magnitude === undefined || low >= 1_000) return 1;
  return readNumber('1', magnitude) ?? 1;
}

/** Every number of a text in order, ranges as one. */
export function findFigures(text: string, words: readonly Word[]): Figure[] {
  const digits = /\d/.test(text) ? findAll(text, DIGITS).flatMap(readDigits) : [];
  const all = [...digits, ...findSpelled(text, words)].sort((a, b) => a.start - b.start);
  const figures: Figure[] = [];
  let end = 0;
  for (const figure of all) {
    // "2 thousand" is found in both ways.
    if (figure.start < end) continue;
    const last = figures.at(-1);
    const range = last?.low === undefined && last !== undefined ? joinRange(text, last, figure) : undefined;
    if (range === undefined) figures.push(figure);
    else figures[figures.length - 1] = range;
    end = figure.end;
  }
  return figures;
}

/** The value in words of the contract: `50`, or `200-300` for a range. */
export function writeFigure({ low, value }: Figure): string {
  return low === undefined ? String(value) : `${low}-${value}`;
}
