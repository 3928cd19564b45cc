import { type ImportTarget, type TargetColumn, type TargetReference } from '../import-dataset.js';
import { REPAIR, ROW, SUGGESTION } from '../run/staging-table.js';

type Target = ImportTarget<unknown>;

/** Journal rows hold this many target rows each. */
const JOURNAL_ROWS = 500;
const EXAMPLES = 5;

/** Rows whose reference is missing leave the staging table for the rejects. Parameter 1: the file. */
export function rejectUnknownSql(
  staging: string,
  { column, table, key, optional, said, saidIn }: TargetReference,
): string {
  const missing = `NOT EXISTS (SELECT 1 FROM ${table} r WHERE r.${key} = s.${column})`;
  const where = optional === true ? `s.${column} IS NOT NULL AND ${missing}` : missing;
  return rejectSql(staging, where, said ?? `s.${column}::text`, saidIn ?? column);
}

/** Rows whose reference is unknown and has a suggestion, which is about to be taken. */
export function listSuggestedSql(staging: string, { column, said }: TargetReference): string {
  return `
    WITH guessed AS (
      SELECT s.${ROW} AS row_number, COALESCE(${said ?? `s.${column}::text`}, '') AS value, s.${SUGGESTION} AS suggestion
      FROM ${staging} s WHERE s.${SUGGESTION} IS NOT NULL
    )
    SELECT count(*)::integer AS unknown, ${examplesOf('guessed', 'true')} AS examples FROM guessed`;
}

/**
 * Rows whose key was repaired and names no stored row: the suggestion was a guess after all. Parameter 1: the file.
 * @returns null where every key column is a reference, which was looked at as such
 */
export function rejectUnprovenSql(staging: string, target: Target): string | null {
  const references = new Set(target.references?.map(({ column }) => column));
  const own = target.key.filter((name) => !references.has(name)).map((name) => `'${name}'`);
  if (own.length === 0) return null;
  const repaired = `EXISTS (SELECT 1 FROM jsonb_array_elements(s.${REPAIR}) f WHERE f ->> 'column' IN (${own.join(', ')}))`;
  const stored = `EXISTS (SELECT 1 FROM ${target.table} t WHERE ${matchKey(target, 's', 't')})`;
  return rejectSql(staging, `s.${REPAIR} IS NOT NULL AND ${repaired} AND NOT ${stored}`, "''", target.key[0] ?? '');
}

/**
 * A repaired row is rejected for what was wrong with it in the first place; that was counted when it was read. Answers
 * `rejected` (all), `unknown` (without the repaired) and examples of the latter.
 */
function rejectSql(staging: string, where: string, said: string, column: string): string {
  return `
    WITH gone AS (
      DELETE FROM ${staging} s WHERE ${where}
      RETURNING s.${ROW} AS row_number, COALESCE(${said}, '') AS value, s.${SUGGESTION} AS suggestion, s.${REPAIR} AS repair
    ), kept AS (
      INSERT INTO import_rejects (file_id, row_number, column_name, value, code, suggestion)
      SELECT $1::uuid, row_number, '${column}', value, 'unknown_reference', suggestion FROM gone WHERE repair IS NULL
      UNION ALL
      SELECT $1::uuid, row_number, f."column", f.value, f.code, f.suggestion
      FROM gone CROSS JOIN LATERAL jsonb_to_recordset(repair) AS f("column" text, value text, code text, suggestion text)
      RETURNING 1
    )
    SELECT count(*)::integer AS rejected, (count(*) FILTER (WHERE repair IS NULL))::integer AS unknown, ${examplesOf('gone', 'repair IS NULL')} AS examples
    FROM gone`;
}

function examplesOf(table: string, where: string): string {
  return `(SELECT COALESCE(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('row', e.row_number, 'value', e.value, 'suggestion', e.suggestion))), '[]')
    FROM (SELECT row_number, value, suggestion FROM ${table} WHERE ${where} ORDER BY row_number LIMIT ${EXAMPLES}) e)`;
}

/** The first row of every key that several rows of the file share. */
export function findTwinsSql(staging: string, { key }: Target): string {
  const names = key.join(', ');
  return `CREATE TEMP TABLE import_twins ON COMMIT DROP AS
    SELECT ${names}, min(${ROW}) AS first_row FROM ${staging} GROUP BY ${names} HAVING count(*) > 1`;
}

/** The first of rows with one key stays; answers how many repeat it (`same`) or say something else (`other`), with examples. */
export function mergeTwinsSql(staging: string, target: Target): string {
  const data = target.columns.filter(({ name }) => !target.key.includes(name)).map(({ name }) => name);
  const differs = data.length === 0 ? 'false' : `${rowOf('s', data)} IS DISTINCT FROM ${rowOf('first', data)}`;
  const said = target.said ?? `concat_ws(', ', ${target.key.map((name) => `s.${name}::text`).join(', ')})`;
  return `
    WITH gone AS (
      DELETE FROM ${staging} s USING import_twins twin, ${staging} first
      WHERE first.${ROW} = twin.first_row AND ${matchKey(target, 's', 'twin')} AND s.${ROW} > twin.first_row
      RETURNING s.${ROW} AS row_number, ${said} AS value, NULL::text AS suggestion, ${differs} AS differs
    )
    SELECT (count(*) FILTER (WHERE NOT differs))::integer AS same, ${examplesOf('gone', 'NOT differs')} AS same_examples,
      (count(*) FILTER (WHERE differs))::integer AS other, ${examplesOf('gone', 'differs')} AS other_examples
    FROM gone`;
}

/** Staged rows whose key is stored already, and whether they say anything new. */
export function matchStoredSql(staging: string, target: Target): string {
  const { table, id, where } = target;
  const data = listData(target);
  const merged = `ROW(${data.map((column) => mergeOf(column)).join(', ')})`;
  const names = data.map(({ name }) => name);
  const changed = data.length === 0 ? 'false' : `${rowOf('t', names)} IS DISTINCT FROM ${merged}`;
  return `CREATE TEMP TABLE import_matches ON COMMIT DROP AS
    SELECT s.${ROW}, t.${id.column} AS id, ${changed} AS changed
    FROM ${staging} s JOIN ${table} t ON ${matchKey(target, 's', 't')}${where === undefined ? '' : ` AND (${where})`}`;
}

/** Writes what is new in matched rows and keeps their former images. Parameter 1: the file. */
export function updateSql(staging: string, target: Target): string {
  const { table, id, onUpdate = {} } = target;
  const assignments = [
    ...listData(target).map((column) => `${column.name} = ${mergeOf(column)}`),
    ...Object.entries(onUpdate).map(([column, sql]) => `${column} = ${sql}`),
  ];
  return `
    WITH image AS (
      SELECT t.${id.column}::text AS id, to_jsonb(t) AS former FROM ${table} t JOIN import_matches m ON m.id = t.${id.column} WHERE m.changed
    ), written AS (
      UPDATE ${table} t SET ${assignments.join(', ')}
      FROM import_matches m JOIN ${staging} s ON s.${ROW} = m.${ROW}
      WHERE t.${id.column} = m.id AND m.changed
      RETURNING t.${id.column}::text AS id, ${hashSql(target)} AS hash
    ), numbered AS (
      SELECT w.id, w.hash, i.former, (row_number() OVER () - 1) / ${JOURNAL_ROWS} AS part FROM written w JOIN image i ON i.id = w.id
    )
    INSERT INTO import_changes (file_id, kind, row_ids, row_hashes, former)
    SELECT $1::uuid, 'updated', array_agg(id), array_agg(hash), jsonb_agg(former) FROM numbered GROUP BY part`;
}

/** Inserts what no stored row matches. In key order, because that is the order the indexes grow in. Parameter 1: the file. */
export function insertSql(staging: string, target: Target, hasMatches: boolean): string {
  const { table, id, key } = target;
  const columns = target.columns.filter(({ stagedOnly }) => stagedOnly !== true);
  const unmatched = `WHERE NOT EXISTS (SELECT 1 FROM import_matches m WHERE m.${ROW} = s.${ROW})`;
  return `
    WITH written AS (
      INSERT INTO ${table} AS t (${columns.map(({ name }) => name).join(', ')})
      SELECT ${columns.map(({ name, insert }) => insert ?? `s.${name}`).join(', ')} FROM ${staging} s
      ${hasMatches ? unmatched : ''} ORDER BY ${key.map((name) => `s.${name}`).join(', ')}
      RETURNING t.${id.column}::text AS id, ${hashSql(target)} AS hash
    ), numbered AS (
      SELECT id, hash, (row_number() OVER () - 1) / ${JOURNAL_ROWS} AS part FROM written
    )
    INSERT INTO import_changes (file_id, kind, row_ids, row_hashes)
    SELECT $1::uuid, 'inserted', array_agg(id), array_agg(hash) FROM numbered GROUP BY part`;
}

/** The keys of the rows that were inserted or updated. */
export function listTouchedSql(staging: string, { key }: Target): string {
  return `CREATE TEMP TABLE import_touched ON COMMIT DROP AS
    SELECT ${key.map((name) => `s.${name}`).join(', ')} FROM ${staging} s LEFT JOIN import_matches m ON m.${ROW} = s.${ROW}
    WHERE m.${ROW} IS NULL OR m.changed`;
}

export function viewTouchedSql(staging: string, { key }: Target): string {
  return `CREATE TEMP VIEW import_touched AS SELECT ${key.join(', ')} FROM ${staging}`;
}

/** A fingerprint of everything an import writes to a row: whatever it is later is told from what the import left. */
export function hashSql({ columns, onUpdate = {} }: Target): string {
  const names = columns.filter(({ stagedOnly }) => stagedOnly !== true).map(({ name }) => name);
  return `hashtextextended(${rowOf('t', [...names, ...Object.keys(onUpdate)])}::text, 0)`;
}

/** Columns an update may change: all but the key. */
function listData({ columns, key }: Target): TargetColumn<unknown>[] {
  return columns.filter(({ name, stagedOnly }) => stagedOnly !== true && !key.includes(name));
}

function mergeOf({ name, merge }: TargetColumn<unknown>): string {
  return merge ?? `COALESCE(s.${name}, t.${name})`;
}

function matchKey({ key, columns }: Target, left: string, right: string): string {
  const nullable = new Set(columns.filter((column) => column.nullable === true).map(({ name }) => name));
  return key
    .map((name) => `${left}.${name} ${nullable.has(name) ? 'IS NOT DISTINCT FROM' : '='} ${right}.${name}`)
    .join(' AND ');
}

function rowOf(alias: string, names: readonly string[]): string {
  return `ROW(${names.map((name) => `${alias}.${name}`).join(', ')})`;
}
