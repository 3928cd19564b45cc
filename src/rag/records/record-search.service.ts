import { Injectable } from '@nestjs/common';
import { rankRecords, type OwnedRecord, type RankedRecord } from './rank-records.js';

/** A collection of records as its feature feeds it: the feature's own table, read by owner. */
export interface RecordSource<R extends OwnedRecord> {
  /** The collection's name, e.g. `interactions`. */
  readonly collection: string;
  /** The newest records of each owner, in one statement. */
  listNewest(ownerIds: readonly number[], perOwner: number): Promise<R[]>;
}

export interface RecordSearch<R extends OwnedRecord> {
  ownerIds: readonly number[];
  /** What is looked for among the records of one owner, which are given newest first. */
  queryOf: (records: readonly R[]) => string;
  /** Records of one owner that come back. */
  limit: number;
}

/** So many of an owner's newest records are looked at; older ones are no news to anybody. */
const MAX_CANDIDATES = 50;

/**
 * Searches records that belong to somebody, by owner. The rows themselves are the index: their table finds an owner's in one
 * range, and ranking the few costs microseconds, so that a million imported rows cost nothing until somebody asks, and what
 * was imported, rolled back or deleted a moment ago is found, or not, as it now is (docs/decisions/0015-interaction-search.md).
 */
@Injectable()
export class RecordSearchService {
  /** Owner -> their records, most relevant and recent first. Owners without records are missing. One statement. */
  async search<R extends OwnedRecord>(
    source: RecordSource<R>,
    { ownerIds, queryOf, limit }: RecordSearch<R>,
  ): Promise<Map<number, RankedRecord<R>[]>> {
    const byOwner = new Map<number, R[]>();
    if (ownerIds.length === 0) return new Map();
    for (const record of await source.listNewest(ownerIds, MAX_CANDIDATES)) {
      const known = byOwner.get(record.ownerId);
      if (known === undefined) byOwner.set(record.ownerId, [record]);
      else known.push(record);
    }
    return new Map(
      Array.from(byOwner, ([owner, records]) => {
        const newestFirst = records.sort((a, b) => b.at.getTime() - a.at.getTime() || b.recordId - a.recordId);
        return [owner, rankRecords(newestFirst, queryOf(newestFirst)).slice(0, limit)];
      }),
    );
  }
}
