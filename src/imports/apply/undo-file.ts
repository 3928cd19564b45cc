import { type EntityManager } from 'typeorm';
import { type AnyDataset } from '../dataset.registry.js';
import { type ImportTarget } from '../import-dataset.js';
import { hashSql } from './target-sql.js';

/** What stands in the way of a rollback: later changes that depend on the import. */
export class RollbackBlocked extends Error {
  override readonly name = 'RollbackBlocked';
}

type Target = ImportTarget<unknown>;

/**
 * Takes back what one file changed: updated rows get their former image, inserted ones go. The caller's transaction has to
 * end in an error when this throws.
 * @throws RollbackBlocked when a row is no longer what the import left, or something else hangs on a row it inserted
 */
export async function undoFile(manager: EntityManager, fileId: string, dataset: AnyDataset): Promise<void> {
  const { target } = dataset;
  await refuseChangedRows(manager, fileId, target);
  await manager.query(listKeysSql(target), [fileId]);
  await refuseDependents(manager, fileId, target);
  await manager.query(
    `DELETE FROM ${target.table} t USING import_changes c CROSS JOIN LATERAL unnest(c.row_ids) AS u(id)
     WHERE c.file_id = $1 AND c.kind = 'inserted' AND t.${target.id.column} = u.id::${target.id.type}`,
    [fileId],
  );
  await restoreUpdated(manager, fileId, target);
  await dataset.onChanged?.(manager, 'import_undone');
  await manager.query('DROP TABLE import_undone');
  await manager.query('DELETE FROM import_changes WHERE file_id = $1', [fileId]);
}

/** A row that was deleted since is no obstacle where the import inserted it: it was not there before either. */
async function refuseChangedRows(manager: EntityManager, fileId: string, target: Target): Promise<void> {
  const { table, id } = target;
  const [found] = await manager.query<{ changed: number }[]>(
    `SELECT count(*)::integer AS changed
     FROM import_changes c CROSS JOIN LATERAL unnest(c.row_ids, c.row_hashes) AS u(id, hash)
     LEFT JOIN ${table} t ON t.${id.column} = u.id::${id.type}
     WHERE c.file_id = $1 AND CASE WHEN t.${id.column} IS NULL THEN c.kind = 'updated' ELSE ${hashSql(target)} <> u.hash END`,
    [fileId],
  );
  const changed = found?.changed ?? 0;
  if (changed > 0) throw new RollbackBlocked(`${changed} rows of ${table} were changed after the import.`);
}

/** The natural keys of everything that is about to change. */
function listKeysSql({ table, id, key }: Target): string {
  return `CREATE TEMP TABLE import_undone ON COMMIT DROP AS
    SELECT ${key.map((name) => `t.${name}`).join(', ')}
    FROM import_changes c CROSS JOIN LATERAL unnest(c.row_ids) AS u(id) JOIN ${table} t ON t.${id.column} = u.id::${id.type}
    WHERE c.file_id = $1`;
}

/**
 * The catalogue knows every table that refers to this one, those of features that come later too. What the same import wrote
 * there is gone by now, because its files are undone in reverse.
 */
async function refuseDependents(manager: EntityManager, fileId: string, { table, id, owned = [] }: Target) {
  const children = await manager.query<{ child: string; column: string }[]>(
    `SELECT k.conrelid::regclass::text AS child, a.attname AS "column"
     FROM pg_constraint k
     JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
     JOIN pg_attribute p ON p.attrelid = k.confrelid AND p.attnum = k.confkey[1]
     WHERE k.contype = 'f' AND k.confrelid = $1::regclass AND array_length(k.conkey, 1) = 1 AND p.attname = $2
       AND NOT k.conrelid::regclass::text = ANY($3::text[])
     ORDER BY child`,
    [table, id.column, owned],
  );
  for (const { child, column } of children) {
    const [found] = await manager.query<{ hanging: number }[]>(
      `SELECT count(*)::integer AS hanging FROM ${child} d WHERE d."${column}" IN (
         SELECT u.id::${id.type} FROM import_changes c CROSS JOIN LATERAL unnest(c.row_ids) AS u(id) WHERE c.file_id = $1 AND c.kind = 'inserted')`,
      [fileId],
    );
    const hanging = found?.hanging ?? 0;
    if (hanging > 0)
      throw new RollbackBlocked(`${hanging} rows of ${child} hang on rows of ${table} this import inserted.`);
  }
}

/** Columns that were added to the table since keep what they hold. */
async function restoreUpdated(manager: EntityManager, fileId: string, { table, id }: Target): Promise<void> {
  const columns = await manager.query<{ name: string }[]>(
    `SELECT a.attname AS name FROM pg_attribute a
     WHERE a.attrelid = $2::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND a.attidentity = ''
       AND EXISTS (SELECT 1 FROM import_changes c WHERE c.file_id = $1 AND c.kind = 'updated' AND jsonb_exists(c.former -> 0, a.attname))`,
    [fileId, table],
  );
  if (columns.length === 0) return;
  const assignments = columns.map(({ name }) => `"${name}" = (former.image)."${name}"`).join(', ');
  await manager.query(
    `UPDATE ${table} t SET ${assignments}
     FROM (
       SELECT u.id, jsonb_populate_record(NULL::${table}, u.image) AS image
       FROM import_changes c CROSS JOIN LATERAL ROWS FROM (unnest(c.row_ids), jsonb_array_elements(c.former)) AS u(id, image)
       WHERE c.file_id = $1 AND c.kind = 'updated'
     ) former
     WHERE t.${id.column} = former.id::${id.type}`,
    [fileId],
  );
}
