import { type DoubtFact } from '../../llm/index.js';
import { findContradictions } from '../cite/find-contradictions.js';
import { findGarbledFigures } from '../cite/find-garbled-figures.js';
import { isInstruction } from '../cite/is-instruction.js';
import { isInternal, isInternalLine } from '../cite/is-internal.js';
import { isOutdatedHeading, readReach } from '../cite/is-outdated.js';
import { type Passage } from '../passage.js';

/** A passage as a draft may cite it. */
export interface MarkedPassage {
  marker: number;
  passage: Passage;
}

type Doubt = Omit<DoubtFact, 'marker'>;

/** What a passage says in doubt by itself, and the parts that are in no doubt. */
interface JudgedText {
  doubts: readonly Doubt[];
  sound: readonly string[];
  /** Whether a line says that all around it no longer holds. */
  isOver: boolean;
}

/**
 * What the passages of a turn say that no draft may repeat as a fact: what contradicts, what is garbled or outdated, what
 * directs the model and what was written for the staff. A figure in doubt for another reason contradicts none.
 * @param now the turn's: what was valid until a day before it no longer holds
 */
export function findDoubts(passages: readonly MarkedPassage[], now: Date): DoubtFact[] {
  const judged = passages.map(({ marker, passage }) => ({ marker, passage, text: judgeText(passage.text, now) }));
  const over = judged.filter(({ passage, text }) => text.isOver || hasOutdatedHeading(passage, now));
  const own = judged.flatMap(({ marker, passage, text }): DoubtFact[] => {
    const isOver = over.some((other) => covers(other.passage, passage));
    const reason = hasInternalHeading(passage) ? 'internal' : isOver ? 'outdated' : null;
    const doubts = reason === null ? text.doubts : [...text.doubts, ...doubtAll(text.sound, reason)];
    return doubts.map((doubt) => ({ marker, ...doubt }));
  });
  return [...listContradicted(passages, own), ...own];
}

function listContradicted(passages: readonly MarkedPassage[], own: readonly DoubtFact[]): DoubtFact[] {
  return findContradictions(passages.map(({ passage }) => passage))
    .map((pair) =>
      pair.map(({ marker, sentence }): DoubtFact => {
        return { marker: passages[marker - 1]?.marker ?? 0, text: sentence, reason: 'contradicted' };
      }),
    )
    .filter((pair) => !pair.some((doubt) => own.some((other) => isWithin(doubt, other))))
    .flat();
}

const MARKUP = /[|*`_\s]+/g;

function isWithin(one: DoubtFact, other: DoubtFact): boolean {
  if (one.marker !== other.marker || other.reason === 'garbled') return false;
  const [mine, theirs] = [one.text, other.text].map((text) => text.replace(MARKUP, ' ').trim());
  return mine !== undefined && theirs !== undefined && (mine.includes(theirs) || theirs.includes(mine));
}

/* What stands above a passage */

function hasOutdatedHeading({ title, heading }: Passage, now: Date): boolean {
  return [title, ...heading.split(' > ')].some((part) => part !== '' && isOutdatedHeading(part, now));
}

function hasInternalHeading({ heading }: Passage): boolean {
  return heading.split(' > ').some((part) => part !== '' && isInternalLine(part));
}

/** A note holds for its passage and for what stands beneath the same heading of its document. */
function covers(noted: Passage, passage: Passage): boolean {
  if (noted.chunkId === passage.chunkId) return true;
  return noted.documentId === passage.documentId && `${passage.heading} > `.startsWith(prefixOf(noted.heading));
}

function prefixOf(heading: string): string {
  return heading === '' ? '' : `${heading} > `;
}

const HAS_FIGURE = /\d|\b(?:free|gratis|one|two|three|four|five|six|seven|eight|nine|ten|twelve)\b/i;

function doubtAll(parts: readonly string[], reason: 'internal' | 'outdated'): Doubt[] {
  return parts.filter((text) => reason === 'internal' || HAS_FIGURE.test(text)).map((text) => ({ text, reason }));
}

/* What it says itself */

const MAX_REMEMBERED = 512;
const remembered = new Map<string, JudgedText>();

/** The same passages come back turn after turn; what is over changes by the day. */
function judgeText(text: string, now: Date): JudgedText {
  const key = `${now.toISOString().slice(0, 10)} ${text}`;
  let judged = remembered.get(key);
  if (judged === undefined) {
    judged = readText(text, now);
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    remembered.set(key, judged);
  }
  return judged;
}

const COMMENT = /<!--([^]*?)(?:-->|$)/g;
const MIN_COMMENT_CHARS = 8;

function readText(text: string, now: Date): JudgedText {
  const doubts = listComments(text);
  const sound: string[] = [];
  let isOver = false;
  for (const line of text.replace(COMMENT, ' ').split('\n')) {
    const ofLine = judgeLine(line);
    for (const part of listParts(line)) {
      const reach = readReach(part, now);
      isOver ||= reach === 'passage';
      const reason = ofLine ?? judgePart(part) ?? (reach === null ? null : 'outdated');
      if (reason === null) sound.push(part);
      else doubts.push({ text: part, reason });
    }
  }
  return { doubts, sound: joinRows(sound, text), isOver };
}

/** A comment is for nobody who reads the page. */
function listComments(text: string): Doubt[] {
  return [...text.matchAll(COMMENT)].flatMap(([whole, comment = '']) => {
    const reason = isInstruction(whole) ? 'instruction' : 'internal';
    const lines = trimAll(comment.split('\n')).filter((line) => line.length >= MIN_COMMENT_CHARS);
    return lines.map((line): Doubt => ({ text: line, reason }));
  });
}

const TABLE_ROW = /^\s*\|.*\|\s*$/;
const RULE = /^[\s|:-]*$/;
const SENTENCE_END = /(?<=[.!?…]["'”’)]?)\s+/;
const MARKERS = /^\s*(?:[-*+•>]|#{1,6}|\d{1,3}[.)])\s+/;

/** The cells of a row, the sentences of anything else; a figure that lost its digits ("??") ends no sentence. */
function listParts(line: string): string[] {
  if (TABLE_ROW.test(line)) return trimAll(line.trim().slice(1, -1).split('|'));
  const body = line.replace(MARKERS, '');
  const spans = findGarbledFigures(body);
  let masked = '';
  let at = 0;
  for (const { start, end } of spans) {
    masked += body.slice(at, start) + '0'.repeat(end - start);
    at = end;
  }
  masked += body.slice(at);
  let from = 0;
  const parts = masked.split(SENTENCE_END).map((part) => {
    const start = masked.indexOf(part, from);
    from = start + part.length;
    return body.slice(start, from);
  });
  return trimAll(parts);
}

function trimAll(parts: readonly string[]): string[] {
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** What a line says of itself before anything else holds for all its sentences. */
function judgeLine(line: string): Doubt['reason'] | null {
  if (TABLE_ROW.test(line)) return null;
  const body = line.replace(MARKERS, '');
  if (isInternalLine(body)) return 'internal';
  const [label] = /^[^:.!?]{2,60}:(?=\s)/.exec(body) ?? [];
  return label !== undefined && isInstruction(`${label} x`) ? 'instruction' : null;
}

function judgePart(part: string): Doubt['reason'] | null {
  if (isInstruction(part)) return 'instruction';
  if (isInternal(part)) return 'internal';
  return findGarbledFigures(part).length > 0 ? 'garbled' : null;
}

/** Whole rows instead of their cells: a cell alone ("€40") may stand in other rows as well. */
function joinRows(sound: readonly string[], text: string): string[] {
  const rows = text.split('\n').filter((line) => TABLE_ROW.test(line) && !RULE.test(line));
  const cells = new Set(rows.flatMap((row) => trimAll(row.trim().slice(1, -1).split('|'))));
  return [...sound.filter((part) => !cells.has(part)), ...rows.map((row) => row.trim())];
}
