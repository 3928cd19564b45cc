import { findAll } from '../../shared/find-all.js';

/** A stretch of a text: UTF-16 units, end exclusive. */
export interface TextSpan {
  start: number;
  end: number;
}

/** Abbreviations whose full stop ends no sentence. */
const ABBREVIATION =
  /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|approx|incl|excl|no|nos|mr|mrs|ms|dr|st|inc|ltd|co|corp|jr|sr|fig|min|max)\.$/i;
const SENTENCE_END = /[.!?…。！？]+["'”’)\]]*(?=\s|$)|[。！？]/gu;
const LIST_MARKER = /^(?:[-*+•]|\d{1,3}[.)])\s+/;
const ONLY_RULES = /^[\s|:\-=_*#]*$/;

/**
 * The sentences of a text, in order, trimmed: `text.slice(start, end)` is the sentence. A line of a list or of a table
 * is a sentence of its own; list markers and rules are left out. A prose line that goes on in the next line is joined.
 */
export function splitSentences(text: string): TextSpan[] {
  const sentences: TextSpan[] = [];
  for (const block of splitBlocks(text)) {
    let start = block.start;
    const body = text.slice(block.start, block.end);
    for (const match of findAll(body, SENTENCE_END)) {
      const end = block.start + match.index + match[0].length;
      if (match[0] === '.' && ABBREVIATION.test(text.slice(Math.max(start, end - 12), end))) continue;
      pushTrimmed(sentences, text, start, end);
      start = end;
    }
    pushTrimmed(sentences, text, start, block.end);
  }
  return sentences;
}

/** Paragraphs, list items and table rows: lines are joined only where prose runs on. */
function splitBlocks(text: string): TextSpan[] {
  const blocks: TextSpan[] = [];
  let open: TextSpan | null = null;
  for (const line of splitLines(text)) {
    const content = text.slice(line.start, line.end).trimStart();
    const indent = line.end - line.start - content.length;
    if (ONLY_RULES.test(content)) {
      open = null;
      continue;
    }
    const marker = LIST_MARKER.exec(content)?.[0].length ?? 0;
    const isTableRow = content.startsWith('|');
    if (open !== null && marker === 0 && !isTableRow) {
      open.end = line.end;
      continue;
    }
    const block: TextSpan = { start: line.start + indent + marker, end: line.end };
    blocks.push(block);
    open = isTableRow ? null : block;
  }
  return blocks;
}

/** The lines of a text without their line ends. */
export function splitLines(text: string): TextSpan[] {
  const lines: TextSpan[] = [];
  let start = 0;
  while (start <= text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    lines.push({ start, end });
    start = end + 1;
  }
  return lines;
}

function pushTrimmed(spans: TextSpan[], text: string, start: number, end: number): void {
  const trimmed = trimSpan(text, start, end);
  if (trimmed.end > trimmed.start && !ONLY_RULES.test(text.slice(trimmed.start, trimmed.end))) spans.push(trimmed);
}

/** The same stretch without white space at either end. */
export function trimSpan(text: string, start: number, end: number): TextSpan {
  const part = text.slice(start, end);
  const left = part.length - part.trimStart().length;
  return { start: start + left, end: Math.max(start + left, start + part.trimEnd().length) };
}
