import { type DoubtFact } from '../../llm/index.js';
import { type ClaimEvidence, type Passage } from '../../rag/index.js';
import { type Turn } from '../turn.js';
import { maskDoubts } from './mask-doubts.js';

/** Figures of a longer message are not repeated to it. */
const MAX_MESSAGE_EVIDENCE = 20_000;

/** A contradicted figure is left to the claim check, which tells that it is contradicted. */
const PROVES_NOTHING: ReadonlySet<DoubtFact['reason']> = new Set(['garbled', 'outdated', 'instruction', 'internal']);

interface CitablePassage {
  passage: Passage;
  evidence: ClaimEvidence;
}

/** What this turn found: passages by marker, and everything a figure may come from. */
export class DraftEvidence {
  private readonly byMarker = new Map<number, CitablePassage>();
  private readonly known: ClaimEvidence[];
  /** The numbers the prospect has named. */
  private readonly counts: ReadonlySet<number>;

  /** The prospect's own words are evidence for repeating them ("for your 50 seats"), and so is their record. */
  constructor({ message, customer, history }: Pick<Turn, 'message' | 'customer' | 'history'>) {
    this.known = [{ kind: 'customer', ref: 'message', text: message.slice(0, MAX_MESSAGE_EVIDENCE) }];
    const said = history.filter(({ sender }) => sender === 'prospect').map(({ content }) => content);
    this.counts = readCounts([message, ...said].join('\n').slice(0, MAX_MESSAGE_EVIDENCE));
    if (customer !== null) {
      const { name, company, occupation, stage } = customer;
      const text = [name, company, occupation, stage].filter((part) => part !== null).join('\n');
      this.known.push({ kind: 'customer', ref: String(customer.customerId), text });
    }
  }

  /** Takes passages in and returns their markers: 1, 2, …; a passage that was found before keeps the one it has. */
  add(passages: readonly Passage[]): number[] {
    return passages.map((passage) => {
      const known = this.markerOf(passage.chunkId);
      if (known !== undefined) return known;
      const marker = this.byMarker.size + 1;
      const text = `${passage.heading}\n${passage.text}`;
      const evidence: ClaimEvidence = { kind: 'knowledge', ref: passage.chunkId, title: passage.title, text };
      this.byMarker.set(marker, { passage, evidence });
      return marker;
    });
  }

  /** What is in doubt proves nothing. */
  exclude(doubts: readonly DoubtFact[]): void {
    for (const [marker, { passage, evidence }] of this.byMarker) {
      const own = doubts.filter((doubt) => doubt.marker === marker);
      if (own.length === 0) continue;
      const text = maskDoubts(`${passage.heading}\n${passage.text}`, own, PROVES_NOTHING);
      this.byMarker.set(marker, { passage, evidence: { ...evidence, text } });
    }
  }

  /** Whether the prospect has named this number: what is worked out for another one answers nobody. */
  hasCount(count: number): boolean {
    return this.counts.has(count);
  }

  /** All passages by marker. */
  passages(): { marker: number; passage: Passage }[] {
    return [...this.byMarker].map(([marker, { passage }]) => ({ marker, passage }));
  }

  passage(marker: number): Passage | undefined {
    return this.byMarker.get(marker)?.passage;
  }

  /** The marker of the passage a piece of evidence came from. */
  markerOf(ref: string): number | undefined {
    for (const [marker, { passage }] of this.byMarker) if (passage.chunkId === ref) return marker;
    return undefined;
  }

  /** What the cited passages say, title and headings included; all of them where none is cited. */
  passageTexts(markers: readonly number[]): string[] {
    const passages = markers.length > 0 ? markers : [...this.byMarker.keys()];
    return passages.flatMap((marker) => {
      const found = this.byMarker.get(marker);
      return found === undefined ? [] : `${found.passage.title}\n${found.evidence.text}`;
    });
  }

  /** The cited passages alone where a sentence cites some, all passages otherwise; the prospect's own words and record last. */
  texts(markers: readonly number[]): ClaimEvidence[] {
    const cited = markers.flatMap((marker) => this.byMarker.get(marker)?.evidence ?? []);
    const passages = cited.length > 0 ? cited : [...this.byMarker.values()].map(({ evidence }) => evidence);
    return [...passages, ...this.known];
  }
}

const WRITTEN_COUNT = /\d{1,3}(?:[,.]\d{3})+|\d{1,7}/g;
const NUMBER_WORDS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

function readCounts(text: string): ReadonlySet<number> {
  const written = (text.match(WRITTEN_COUNT) ?? []).map((digits) => Number(digits.replace(/[,.]/g, '')));
  const words = new Set(text.toLowerCase().match(/\p{L}+/gu) ?? []);
  return new Set([...written, ...NUMBER_WORDS.flatMap((word, value) => (words.has(word) ? [value] : []))]);
}
