import { type DoubtFact } from '../../llm/index.js';
import { type ClaimEvidence } from '../cite/check-claims.js';
import { type Passage } from '../passage.js';
import { maskDoubts } from './mask-doubts.js';

/** Figures of a longer message are not repeated to it. */
const MAX_MESSAGE_EVIDENCE = 20_000;

/** A contradicted figure is left to the claim check, which tells that it is contradicted. */
const PROVES_NOTHING: ReadonlySet<DoubtFact['reason']> = new Set(['garbled', 'outdated', 'instruction', 'internal']);

interface CitablePassage {
  passage: Passage;
  evidence: ClaimEvidence;
}

/** What is known of the person a draft is written to, besides the documents. */
export interface KnownFacts {
  /** Their own words; empty where they wrote nothing. */
  message: string;
  customer: {
    customerId: number;
    name: string | null;
    company: string | null;
    occupation: string | null;
    stage: string | null;
  } | null;
  /** What was said before the message, oldest first. */
  history?: readonly { sender: string; content: string }[];
  /** What is on record of them, as statements that a sentence may retell: their interactions, for example. */
  record?: readonly ClaimEvidence[];
  /** The language the draft was asked for in (ISO 639-1); English without it. */
  language?: string;
}

/** What was found for a draft: passages by marker, and everything a figure may come from. */
export class DraftEvidence {
  private readonly byMarker = new Map<number, CitablePassage>();
  private readonly known: ClaimEvidence[];
  private readonly record: readonly ClaimEvidence[];
  readonly language: string;
  /** The numbers the prospect has named. */
  private readonly counts: ReadonlySet<number>;

  /** The prospect's own words are evidence for repeating them ("for your 50 seats"), and so is their record. */
  constructor({ message, customer, history = [], record = [], language = 'en' }: KnownFacts) {
    this.record = record;
    this.language = language;
    this.known = [{ kind: 'customer', ref: 'message', text: message.slice(0, MAX_MESSAGE_EVIDENCE) }];
    const said = history.filter(({ sender }) => sender === 'prospect').map(({ content }) => content);
    this.counts = readCounts([message, ...said].join('\n').slice(0, MAX_MESSAGE_EVIDENCE));
    if (customer !== null) {
      const { name, company, occupation, stage } = customer;
      const text = [name, company, occupation, stage].filter((part) => part !== null).join('\n');
      this.known.push({ kind: 'customer', ref: String(customer.customerId), text });
    }
    this.known.push(...record);
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

  /**
   * What a statement may rest on: the cited passages, title and headings included; all of them, and the person's record, where
   * none is cited.
   */
  groundTexts(markers: readonly number[]): string[] {
    const record = markers.length > 0 ? [] : this.record.map(({ text }) => text);
    return [...this.passageTexts(markers), ...record];
  }

  private passageTexts(markers: readonly number[]): string[] {
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
