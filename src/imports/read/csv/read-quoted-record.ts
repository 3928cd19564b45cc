import { type Dialect } from './dialect.js';

export interface QuotedRecord {
  cells: string[];
  /** Where the next record starts. */
  next: number;
  lines: number;
  ended: boolean;
}

export interface QuoteLimits {
  /** Whether the text is all there is. */
  atEnd: boolean;
  maxChars: number;
}

/** `unfinished`: the text ends before the record does. `unclosed`: a quote opens a cell here and never closes it. */
export type QuotedReading = QuotedRecord | 'unfinished' | 'unclosed';

/**
 * Reads the record that starts at `start`, quotes included (RFC 4180, with what people's files add to it): blanks around
 * a quoted cell do not count, a quote inside an unquoted cell is text, and so are the quotes of a cell like `"Big" Bob`.
 */
export function readQuotedRecord(text: string, start: number, dialect: Dialect, limits: QuoteLimits): QuotedReading {
  return new QuotedRecordReader(text, start, dialect, limits).read();
}

/** One reading; it moves `at` through the text. */
class QuotedRecordReader {
  private readonly cells: string[] = [];
  private readonly delimiter: number;
  private readonly lineFeed: number;
  private lines = 1;
  private at: number;

  constructor(
    private readonly text: string,
    private readonly start: number,
    private readonly dialect: Dialect,
    private readonly limits: QuoteLimits,
  ) {
    this.at = start;
    this.delimiter = dialect.delimiter?.charCodeAt(0) ?? -1;
    this.lineFeed = dialect.lineEnd === 'CR' ? 13 : 10;
  }

  read(): QuotedReading {
    for (;;) {
      const failed = this.readCell();
      if (failed !== undefined) return failed;
      if (this.at >= this.text.length) return this.atTextEnd();
      const code = this.text.charCodeAt(this.at);
      this.at += 1;
      if (code === this.lineFeed) return this.record(true);
    }
  }

  private record(ended: boolean): QuotedRecord {
    return { cells: this.cells, next: this.at, lines: this.lines, ended };
  }

  private atTextEnd(): QuotedReading {
    if (this.limits.atEnd) return this.record(false);
    return this.text.length - this.start > this.limits.maxChars ? 'unclosed' : 'unfinished';
  }

  /** Takes one cell and stops at what ends it: a delimiter, a line end or the end of the text. */
  private readCell(): 'unfinished' | 'unclosed' | undefined {
    const opening = this.skipBlanks(this.at);
    if (this.text[opening] !== this.dialect.quote) {
      this.readPlainCell();
      return undefined;
    }
    const closing = this.findClosing(opening + 1);
    if (closing === -1) return this.unclosed();
    const after = this.skipBlanks(closing + 1);
    if (!this.limits.atEnd && this.isCutAfter(after)) return this.unclosed();
    if (!this.endsCell(after)) {
      if (this.countLineEnds(opening, closing) > 0) return 'unclosed';
      this.readPlainCell();
      return undefined;
    }
    this.lines += this.countLineEnds(opening, closing);
    const { quote } = this.dialect;
    this.cells.push(this.text.slice(opening + 1, closing).replaceAll(quote + quote, quote));
    this.at = this.beforeReturn(after);
    return undefined;
  }

  /** Whether the text ends before it says what follows a closing quote; a CR alone may be half of a CRLF. */
  private isCutAfter(at: number): boolean {
    return at >= this.text.length || (this.text.charCodeAt(at) === 13 && at + 1 === this.text.length);
  }

  private unclosed(): 'unfinished' | 'unclosed' {
    return this.limits.atEnd || this.text.length - this.start > this.limits.maxChars ? 'unclosed' : 'unfinished';
  }

  private readPlainCell(): void {
    let end = this.at;
    for (; end < this.text.length; end += 1) {
      const code = this.text.charCodeAt(end);
      if (code === this.delimiter || code === this.lineFeed) break;
    }
    const isReturn = this.lineFeed === 10 && this.text.charCodeAt(end - 1) === 13 && end > this.at;
    const stripped = isReturn && this.text.charCodeAt(end) !== this.delimiter ? end - 1 : end;
    this.cells.push(this.text.slice(this.at, stripped));
    this.at = end;
  }

  /** The quote that closes the cell, doubled ones left out; -1 when there is none within bounds. */
  private findClosing(from: number): number {
    const { quote } = this.dialect;
    let closing = this.text.indexOf(quote, from);
    while (closing !== -1 && this.text[closing + 1] === quote) closing = this.text.indexOf(quote, closing + 2);
    return closing - from > this.limits.maxChars ? -1 : closing;
  }

  private skipBlanks(from: number): number {
    let at = from;
    while (this.text.charCodeAt(at) === 32 || (this.text.charCodeAt(at) === 9 && this.delimiter !== 9)) at += 1;
    return at;
  }

  private endsCell(at: number): boolean {
    const code = this.text.charCodeAt(this.beforeReturn(at));
    return at >= this.text.length || code === this.delimiter || code === this.lineFeed;
  }

  /** Past the CR of a CRLF. */
  private beforeReturn(at: number): number {
    const isReturn = this.lineFeed === 10 && this.text.charCodeAt(at) === 13;
    const endsText = at + 1 === this.text.length && this.limits.atEnd;
    return isReturn && (this.text.charCodeAt(at + 1) === 10 || endsText) ? at + 1 : at;
  }

  private countLineEnds(from: number, to: number): number {
    const feed = String.fromCharCode(this.lineFeed);
    let count = 0;
    for (let at = this.text.indexOf(feed, from); at !== -1 && at < to; at = this.text.indexOf(feed, at + 1)) count += 1;
    return count;
  }
}
