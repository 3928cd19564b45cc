import { toTerms } from '../text/tokenize-text.js';

/** One row of a collection whose owner the rows are searched by, e.g. an interaction of a customer. */
export interface OwnedRecord {
  /** Ascending ids break ties. */
  recordId: number;
  ownerId: number;
  at: Date;
  /** What it is found by. */
  text: string;
}

/** A record with why it stands where it does: both parts 0..1. */
export interface RankedRecord<R extends OwnedRecord> {
  record: R;
  relevance: number;
  recency: number;
}

/** Records half a year older than the newest one count half as recent. */
const HALF_LIFE_MS = 180 * 86_400_000;
const RELEVANCE_SHARE = 0.6;
/** BM25's (Robertson and Zaragoza, 2009), as for the documents; records are too short for their length to say anything (b = 0). */
const K1 = 1.2;

/**
 * The records of one owner, most relevant and recent first. Relevance is BM25 over this owner's records as a share of the
 * best of them; recency halves with the time to the newest, so that the order does not depend on the day it is asked for.
 * A query without a word of the records leaves recency alone. Pure.
 */
export function rankRecords<R extends OwnedRecord>(records: readonly R[], query: string): RankedRecord<R>[] {
  const relevance = rateRelevance(records, query);
  const newest = Math.max(...records.map(({ at }) => at.getTime()));
  return records
    .map((record, index) => ({
      record,
      relevance: relevance[index] ?? 0,
      recency: 0.5 ** ((newest - record.at.getTime()) / HALF_LIFE_MS),
    }))
    .sort(
      (a, b) =>
        scoreOf(b) - scoreOf(a) ||
        b.record.at.getTime() - a.record.at.getTime() ||
        b.record.recordId - a.record.recordId,
    );
}

function scoreOf({ relevance, recency }: RankedRecord<OwnedRecord>): number {
  return RELEVANCE_SHARE * relevance + (1 - RELEVANCE_SHARE) * recency;
}

function rateRelevance(records: readonly OwnedRecord[], query: string): number[] {
  const asked = [...new Set(toTerms(query))];
  const counts = records.map(({ text }) => countTerms(text));
  const idfs = asked.map((term) => {
    const found = counts.filter((count) => count.has(term)).length;
    return Math.log(1 + (records.length - found + 0.5) / (found + 0.5));
  });
  const scores = counts.map((count) =>
    asked.reduce((sum, term, index) => {
      const frequency = count.get(term) ?? 0;
      return sum + ((idfs[index] ?? 0) * frequency * (K1 + 1)) / (frequency + K1);
    }, 0),
  );
  const best = Math.max(...scores);
  return scores.map((score) => (best > 0 ? score / best : 0));
}

function countTerms(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const term of toTerms(text)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
