import { findAll } from '../../shared/find-all.js';

/** Words that end in a full stop without ending a sentence. */
const ABBREVIATION = /(?:\b(?:e\.g|i\.e|etc|vs|approx|incl|no|nr|mr|mrs|ms|dr|inc|ltd|co|st|p\.m|a\.m)|\b[A-Z])\.$/i;
const BOUNDARY = /[.!?…](?:["'”’)\]]*)(?:\s*\[\d{1,3}\])*\s+|\n+/g;
/** "1." counts what follows it, and an amount may stand on the line after its currency sign. */
const LIST_NUMBER = /^\s*\d{1,2}$/;
const OPEN_PRICE = /(?:[$€£¥₹]|\b(?:USD|EUR|GBP|CHF|JPY|INR))[ \t*_]*$/;
/** A text without any boundary is cut here, so that it can neither be held back for ever nor grow without bound. */
const MAX_SENTENCE = 2_000;

/**
 * Cuts a text that arrives in pieces into sentences, white space and markers included: the joined output is the joined
 * input. A boundary counts when something follows it, because "99.9" and "e.g." arrive in halves too.
 */
export class SentenceStream {
  private pending = '';

  /** Takes a piece and returns the sentences that are complete now. */
  push(piece: string): string[] {
    this.pending += piece;
    const sentences: string[] = [];
    let from = 0;
    for (const match of findAll(this.pending, BOUNDARY)) {
      const end = match.index + match[0].length;
      const more = end < this.pending.length;
      if (!more) break;
      if (startsMarker(this.pending, end) || this.isUnfinished(from, match.index)) continue;
      sentences.push(this.pending.slice(from, end));
      from = end;
    }
    this.pending = this.pending.slice(from);
    while (this.pending.length > MAX_SENTENCE) {
      sentences.push(this.pending.slice(0, MAX_SENTENCE));
      this.pending = this.pending.slice(MAX_SENTENCE);
    }
    return sentences;
  }

  /** What has not become a sentence yet. */
  get rest(): string {
    return this.pending;
  }

  /** The rest, when nothing more will come. */
  flush(): string[] {
    const rest = this.pending;
    this.pending = '';
    return rest === '' ? [] : [rest];
  }

  private isUnfinished(from: number, stop: number): boolean {
    const before = this.pending.slice(Math.max(from, stop - 12), stop);
    if (this.pending[stop] === '\n') return OPEN_PRICE.test(before);
    if (this.pending[stop] !== '.') return false;
    return ABBREVIATION.test(`${before}.`) || (stop - from <= 12 && LIST_NUMBER.test(before));
  }
}

/** "…per seat. [2] The next": the marker still belongs to the sentence before it. */
function startsMarker(text: string, at: number): boolean {
  return text[at] === '[' && /^\[\d{0,3}(?:\]|$)/.test(text.slice(at, at + 5));
}
