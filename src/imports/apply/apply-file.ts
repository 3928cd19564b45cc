import { type EntityManager } from 'typeorm';
import { type AnyDataset } from '../dataset.registry.js';
import { type FindingExample, type RowCounts } from '../report/file-report.js';
import { type FindingTally } from '../report/finding-tally.js';
import * as sql from './target-sql.js';

/** A file whose clean rows are staged. */
export interface StagedFile {
  fileId: string;
  dataset: AnyDataset;
  staging: string;
  rowsIn: number;
  /** Whether suggestions that can mean only one stored row are taken. */
  repair: boolean;
  /** Rows that did not get as far as the staging table. */
  quarantined: number;
}

interface Rejected {
  rejected: number;
  unknown: number;
  examples: FindingExample[];
}

interface Twins {
  same: number;
  same_examples: FindingExample[];
  other: number;
  other_examples: FindingExample[];
}

/**
 * From staged rows to stored ones, by statements over the whole set: unknown references are quarantined, repeated keys merged
 * into their first row, stored rows compared, and only what is new is written, with a journal to undo it.
 */
export async function applyFile(manager: EntityManager, file: StagedFile, tally: FindingTally): Promise<RowCounts> {
  const { dataset, staging, fileId } = file;
  await dataset.resolve?.(manager, staging);
  if (file.repair) await acceptSuggestions(manager, file, tally);
  const rejected = await rejectRows(manager, file, tally);
  const merged = await mergeTwins(manager, file, tally);
  await manager.query(sql.matchStoredSql(staging, dataset.target));
  const { matched, updated } = await countMatches(manager);
  if (updated > 0) await manager.query(sql.updateSql(staging, dataset.target), [fileId]);
  const taken = file.rowsIn - file.quarantined - rejected - merged;
  if (taken > matched) await manager.query(sql.insertSql(staging, dataset.target, matched > 0), [fileId]);
  await dataset.attach?.(manager, staging);
  if (updated > 0 || taken > matched) await tellChanged(manager, file, matched > 0);
  await manager.query('DROP TABLE import_matches');
  return {
    rows_in: file.rowsIn,
    inserted: taken - matched,
    updated,
    unchanged: matched - updated,
    merged,
    quarantined: file.quarantined + rejected,
  };
}

async function countMatches(manager: EntityManager): Promise<{ matched: number; updated: number }> {
  const [counted] = await manager.query<{ matched: number; updated: number }[]>(
    'SELECT count(*)::integer AS matched, (count(*) FILTER (WHERE changed))::integer AS updated FROM import_matches',
  );
  return counted ?? { matched: 0, updated: 0 };
}

/** The rows stay; that they named something else is told all the same. */
async function acceptSuggestions(manager: EntityManager, { dataset, staging }: StagedFile, tally: FindingTally) {
  const [reference] = dataset.target.references ?? [];
  if (dataset.acceptSuggestions === undefined || reference === undefined) return;
  const [guessed] = await manager.query<Omit<Rejected, 'rejected'>[]>(sql.listSuggestedSql(staging, reference));
  tally.add('unknown_reference', reference.saidIn ?? reference.column, guessed?.unknown ?? 0, guessed?.examples ?? []);
  await dataset.acceptSuggestions(manager, staging);
}

async function rejectRows(manager: EntityManager, file: StagedFile, tally: FindingTally): Promise<number> {
  const { target } = file.dataset;
  let rejected = 0;
  for (const reference of target.references ?? []) {
    const gone = await reject(manager, file, sql.rejectUnknownSql(file.staging, reference));
    tally.add('unknown_reference', reference.saidIn ?? reference.column, gone.unknown, gone.examples);
    rejected += gone.rejected;
  }
  const unprovenSql = sql.rejectUnprovenSql(file.staging, target);
  return unprovenSql === null ? rejected : rejected + (await reject(manager, file, unprovenSql)).rejected;
}

async function reject(manager: EntityManager, { fileId }: StagedFile, statement: string): Promise<Rejected> {
  const [gone] = await manager.query<Rejected[]>(statement, [fileId]);
  return gone ?? { rejected: 0, unknown: 0, examples: [] };
}

async function mergeTwins(manager: EntityManager, { staging, dataset }: StagedFile, tally: FindingTally) {
  await manager.query(sql.findTwinsSql(staging, dataset.target));
  const [twins] = await manager.query<Twins[]>(sql.mergeTwinsSql(staging, dataset.target));
  await manager.query('DROP TABLE import_twins');
  if (twins === undefined) return 0;
  tally.add('duplicate_row', null, twins.same, twins.same_examples);
  tally.add('contradictory_values', null, twins.other, twins.other_examples);
  return twins.same + twins.other;
}

/** When every staged row was inserted, the staging table itself is the list: a view of it costs nothing. */
async function tellChanged(manager: EntityManager, { staging, dataset }: StagedFile, someMatch: boolean) {
  if (dataset.onChanged === undefined) return;
  const kind = someMatch ? 'TABLE' : 'VIEW';
  await manager.query(
    someMatch ? sql.listTouchedSql(staging, dataset.target) : sql.viewTouchedSql(staging, dataset.target),
  );
  await dataset.onChanged(manager, 'import_touched');
  await manager.query(`DROP ${kind} import_touched`);
}
