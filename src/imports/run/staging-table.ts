import { type ImportTarget } from '../import-dataset.js';

/** The schema holds one table a file while it is imported. */
export const STAGING_SCHEMA = 'import_staging';

/** The engine's own columns; a dataset's names begin with a letter. */
export const ROW = '_row';
export const REPAIR = '_repair';
export const SUGGESTION = '_suggestion';

export function stagingName(fileId: string): string {
  return `${STAGING_SCHEMA}.f_${fileId.replaceAll('-', '')}`;
}

/**
 * The table a file's clean rows wait in: not logged, because a crash begins the file anew anyway.
 * `_repair` holds what was wrong with a row that was read with its suggestion, `_suggestion` what an unknown reference may mean.
 */
export function createStagingSql(staging: string, target: ImportTarget<unknown>): string {
  const columns = target.columns.map(({ name, type }) => `${name} ${type}`);
  const own = [`${ROW} integer NOT NULL`, `${REPAIR} jsonb`, `${SUGGESTION} text`];
  return `CREATE UNLOGGED TABLE ${staging} (${[...own, ...columns].join(', ')})`;
}

/** What is written by the cleaning pass, in the order of the values. */
export function stagedColumns(target: ImportTarget<unknown>): { name: string; type: string }[] {
  return [{ name: ROW, type: 'integer' }, { name: REPAIR, type: 'jsonb' }, ...target.columns];
}
