import { splitLines, splitSentences, trimSpan, type TextSpan } from '../text/split-sentences.js';

/** A piece of a document. `text` is the content from `start` to `end` (UTF-16 units). */
export interface DocumentChunk {
  ordinal: number;
  /** Headings above the piece, outermost first, joined by ` > `; the document's own title is left out. */
  heading: string;
  start: number;
  end: number;
  text: string;
}

export interface SplitDocument {
  /** The first heading, or null for a document without any. */
  title: string | null;
  chunks: DocumentChunk[];
}

/** Long enough to answer a question, short enough that its words are about one thing. */
const TARGET_WORDS = 160;
/** Bounds scripts without spaces and keeps one passage a small part of a prompt. */
const MAX_CHARACTERS = 1_600;
const MAX_HEADING_CHARACTERS = 200;

const HEADING = /^ {0,3}(#{1,6})[ \t]+(.*?)[ \t#]*$/;
const FENCE = /^ {0,3}(?:```|~~~)/;

interface Section extends TextSpan {
  heading: string;
}

/**
 * Splits a cleaned text by its Markdown headings, then by paragraphs, lines, sentences and words into pieces of about
 * 160 words. Pieces neither overlap nor cross a heading; everything but headings and white space is in exactly one.
 */
export function splitDocument(content: string): SplitDocument {
  const { title, sections } = splitSections(content);
  const chunks: DocumentChunk[] = [];
  for (const section of sections) {
    for (const span of packUnits(content, splitUnits(content, section))) {
      const text = content.slice(span.start, span.end);
      chunks.push({ ordinal: chunks.length, heading: section.heading, ...span, text });
    }
  }
  return { title, chunks };
}

interface HeadingLine extends TextSpan {
  level: number;
  name: string;
}

function splitSections(content: string): { title: string | null; sections: Section[] } {
  const [first, ...others] = findHeadings(content);
  if (first === undefined) return { title: null, sections: [{ heading: '', start: 0, end: content.length }] };
  const sections: Section[] = [{ heading: '', start: 0, end: first.start }];
  let path: HeadingLine[] = [];
  let open: Section = { heading: '', start: first.end, end: content.length };
  for (const line of others) {
    sections.push({ ...open, end: line.start });
    path = [...path.filter((above) => above.level < line.level), line];
    const heading = path.map((above) => above.name).join(' > ');
    open = { heading: cutToLength(heading, MAX_HEADING_CHARACTERS), start: line.end, end: content.length };
  }
  sections.push(open);
  return { title: cutToLength(first.name, MAX_HEADING_CHARACTERS), sections };
}

/** Heading lines in order; what looks like one inside a code fence is code. */
function findHeadings(content: string): HeadingLine[] {
  const headings: HeadingLine[] = [];
  let fenced = false;
  for (const line of splitLines(content)) {
    const text = content.slice(line.start, line.end);
    if (FENCE.test(text)) fenced = !fenced;
    const [, marks = '', name = ''] = (fenced ? null : HEADING.exec(text)) ?? [];
    if (name.trim() !== '') headings.push({ ...line, level: marks.length, name: name.trim() });
  }
  return headings;
}

/** Paragraphs that fit, and the lines, sentences or words of those that do not. */
function splitUnits(content: string, section: TextSpan): TextSpan[] {
  return splitParagraphs(content, section).flatMap((paragraph) => splitOversized(content, paragraph, 0));
}

const FINER: readonly ((content: string, span: TextSpan) => TextSpan[])[] = [
  (content, span) => shift(splitLines(content.slice(span.start, span.end)), span.start),
  (content, span) => coverGaps(span, shift(splitSentences(content.slice(span.start, span.end)), span.start)),
  splitByLength,
];

function splitOversized(content: string, span: TextSpan, depth: number): TextSpan[] {
  const trimmed = trimSpan(content, span.start, span.end);
  if (trimmed.end === trimmed.start) return [];
  if (fits(content, trimmed)) return [trimmed];
  const finer = FINER[depth];
  if (finer === undefined) return [trimmed];
  return finer(content, trimmed).flatMap((part) => splitOversized(content, part, depth + 1));
}

function splitParagraphs(content: string, section: TextSpan): TextSpan[] {
  const paragraphs: TextSpan[] = [];
  let start = section.start;
  for (const match of content.slice(section.start, section.end).matchAll(/\n[ \t]*\n/g)) {
    const end = section.start + match.index;
    paragraphs.push({ start, end });
    start = end + match[0].length;
  }
  paragraphs.push({ start, end: section.end });
  return paragraphs;
}

/** Sentences stretched to touch each other, so that list markers and rules between them are not lost. */
function coverGaps(span: TextSpan, sentences: TextSpan[]): TextSpan[] {
  if (sentences.length === 0) return [span];
  return sentences.map((sentence, index) => ({
    start: index === 0 ? span.start : sentence.start,
    end: sentences[index + 1]?.start ?? span.end,
  }));
}

/** Last resort: cuts at the last space before the bound, else between characters, never inside a surrogate pair. */
function splitByLength(content: string, span: TextSpan): TextSpan[] {
  const parts: TextSpan[] = [];
  let start = span.start;
  while (start < span.end) {
    let end = Math.min(span.end, start + wordsEnd(content, start, span.end));
    if (end < span.end && (content.charCodeAt(end - 1) & 0xfc00) === 0xd800) end -= 1;
    parts.push({ start, end });
    start = end;
  }
  return parts;
}

/** Length of the longest head from `start` that keeps both bounds. */
function wordsEnd(content: string, start: number, end: number): number {
  const head = content.slice(start, Math.min(end, start + MAX_CHARACTERS));
  if (start + head.length === end && countWords(head) <= TARGET_WORDS) return head.length;
  let words = 0;
  let lastSpace = 0;
  for (const match of head.matchAll(/\s+/g)) {
    if (match.index === 0) continue;
    words += 1;
    lastSpace = match.index;
    if (words >= TARGET_WORDS) break;
  }
  return lastSpace > 0 ? lastSpace : head.length;
}

/** Joins neighbours while the piece keeps its bounds; the piece runs from the first unit's start to the last one's end. */
function packUnits(content: string, units: readonly TextSpan[]): TextSpan[] {
  const packed: TextSpan[] = [];
  for (const unit of units) {
    const last = packed.at(-1);
    const joined = last === undefined ? null : { start: last.start, end: unit.end };
    if (last !== undefined && joined !== null && fits(content, joined)) last.end = unit.end;
    else packed.push({ ...unit });
  }
  return packed;
}

function fits(content: string, span: TextSpan): boolean {
  if (span.end - span.start > MAX_CHARACTERS) return false;
  return countWords(content.slice(span.start, span.end)) <= TARGET_WORDS;
}

function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

function shift(spans: TextSpan[], by: number): TextSpan[] {
  return spans.map((span) => ({ start: span.start + by, end: span.end + by }));
}

function cutToLength(text: string, maxLength: number): string {
  return text.length <= maxLength ? text : text.slice(0, maxLength).replace(/[\uD800-\uDBFF]$/, '');
}
