import { type DataSource } from 'typeorm';
import { type AnyDataset } from '../dataset.registry.js';

/** A column with more is no list of names. */
const MAX_SPELLINGS = 10_000;

/** How the values of a column are written in the database already. */
export async function listStoredSpellings(
  source: Pick<DataSource, 'query'>,
  { target }: AnyDataset,
  column: string,
): Promise<string[]> {
  if (!target.columns.some(({ name, stagedOnly }) => name === column && stagedOnly !== true)) return [];
  const rows = await source.query<{ value: string }[]>(
    `SELECT DISTINCT ${column} AS value FROM ${target.table} WHERE ${column} IS NOT NULL LIMIT ${MAX_SPELLINGS}`,
  );
  return rows.map(({ value }) => value);
}
