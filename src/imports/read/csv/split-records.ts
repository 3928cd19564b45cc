import { type Dialect, lineFeedOf } from './dialect.js';
import { readQuotedRecord } from './read-quoted-record.js';

/** One record of the text; `cells` is null where its end could not be made out, `text` is what stood there then. */
export interface SplitRecord {
  row: number;
  cells: string[] | null;
  text: string;
  /** False for a last record that no line end closes. */
  ended: boolean;
}

const EXCERPT_CHARS = 200;

/**
 * Cuts a text that arrives in blocks into records. A quote that is never closed costs its own line, which is reported, and
 * not the rows behind it: libraries take everything up to the next quote, or the end of the file, for one cell.
 * Lines without a quote, nearly all of them, take the fast way.
 */
export class RecordSplitter {
  private buffer = '';
  private rows = 0;
  /** Inside a line that is too long to be a record: what follows up to the line end is left out. */
  private skipping = false;
  private width: number | undefined;
  private readonly lineFeed: string;

  constructor(
    private readonly dialect: Dialect,
    private readonly maxRecordChars: number,
  ) {
    this.lineFeed = lineFeedOf(dialect);
  }

  /** From here on a record over several lines that has another width than the header is suspected of a stray quote. */
  expectWidth(width: number): void {
    this.width = width;
  }

  /** The records that end within the text so far. */
  push(text: string): SplitRecord[] {
    this.buffer += text;
    return this.cut(false);
  }

  /** The rest, once the file has ended. */
  finish(): SplitRecord[] {
    return this.cut(true);
  }

  private cut(atEnd: boolean): SplitRecord[] {
    const { buffer } = this;
    const records: SplitRecord[] = [];
    let position = this.skipping ? this.skipLine() : 0;
    let quoteAt = buffer.indexOf(this.dialect.quote, position);
    while (position < buffer.length) {
      if (quoteAt !== -1 && quoteAt < position) quoteAt = buffer.indexOf(this.dialect.quote, position);
      const lineEnd = buffer.indexOf(this.lineFeed, position);
      const end = lineEnd === -1 ? buffer.length : lineEnd;
      const next =
        quoteAt === -1 || quoteAt >= end ? this.plainLine(position, lineEnd, atEnd) : this.quoted(position, atEnd);
      if (next === undefined) break;
      if (next.record !== undefined) records.push(next.record);
      position = next.position;
    }
    this.buffer = buffer.slice(position);
    return records;
  }

  private plainLine(start: number, lineEnd: number, atEnd: boolean): Step | undefined {
    if (lineEnd === -1 && !atEnd) return this.giveUpOnLongLine(start);
    const end = lineEnd === -1 ? this.buffer.length : lineEnd;
    if (end - start > this.maxRecordChars) return this.brokenLine(start, atEnd);
    const line = this.buffer.slice(start, this.withoutReturn(start, end));
    const cells = this.dialect.delimiter === null ? [line] : line.split(this.dialect.delimiter);
    return { record: this.record(cells, '', lineEnd !== -1), position: end + 1 };
  }

  private quoted(start: number, atEnd: boolean): Step | undefined {
    const read = readQuotedRecord(this.buffer, start, this.dialect, { atEnd, maxChars: this.maxRecordChars });
    if (read === 'unfinished') return undefined;
    if (read === 'unclosed' || this.hasSwallowedRows(read, start, atEnd)) return this.brokenLine(start, atEnd);
    return { record: this.record(read.cells, '', read.ended), position: read.next };
  }

  /** A stray quote can be closed by the next one: the record then has a wrong width and its second line is a row of its own. */
  private hasSwallowedRows(read: { cells: string[]; lines: number }, start: number, atEnd: boolean): boolean {
    if (this.width === undefined || read.lines === 1 || read.cells.length === this.width) return false;
    const second = this.buffer.indexOf(this.lineFeed, start) + 1;
    const limits = { atEnd, maxChars: this.maxRecordChars };
    const alone = readQuotedRecord(this.buffer, second, this.dialect, limits);
    return typeof alone === 'object' && alone.lines === 1 && alone.cells.length === this.width;
  }

  private brokenLine(start: number, atEnd: boolean): Step | undefined {
    const lineEnd = this.buffer.indexOf(this.lineFeed, start);
    if (lineEnd === -1 && !atEnd) return this.giveUpOnLongLine(start);
    const end = lineEnd === -1 ? this.buffer.length : lineEnd;
    const text = this.buffer.slice(start, Math.min(this.withoutReturn(start, end), start + EXCERPT_CHARS));
    return { record: this.record(null, text, lineEnd !== -1), position: end + 1 };
  }

  private giveUpOnLongLine(start: number): Step | undefined {
    if (this.buffer.length - start <= this.maxRecordChars) return undefined;
    this.skipping = true;
    const text = this.buffer.slice(start, start + EXCERPT_CHARS);
    return { record: this.record(null, text, true), position: this.buffer.length };
  }

  private skipLine(): number {
    const lineEnd = this.buffer.indexOf(this.lineFeed);
    if (lineEnd === -1) return this.buffer.length;
    this.skipping = false;
    return lineEnd + 1;
  }

  private withoutReturn(start: number, end: number): number {
    return this.lineFeed === '\n' && end > start && this.buffer.charCodeAt(end - 1) === 13 ? end - 1 : end;
  }

  private record(cells: string[] | null, text: string, ended: boolean): SplitRecord | undefined {
    this.rows += 1;
    if (cells?.every((cell) => cell.trim() === '') === true) return undefined;
    return { row: this.rows, cells, text, ended };
  }
}

interface Step {
  /** undefined for a blank line, which is a row but no record. */
  record: SplitRecord | undefined;
  position: number;
}
