import { type StagedFile } from '../apply/apply-file.js';
import { type AnyDataset } from '../dataset.registry.js';
import { type RowContext } from '../import-dataset.js';
import { type ColumnProfile, type DateOrderReport } from '../report/file-report.js';
import { type FindingTally } from '../report/finding-tally.js';
import { type OpenTable, type TableRecord } from '../read/open-table.js';
import { type PlannedColumn } from './plan-columns.js';
import { RejectWriter } from './reject-writer.js';
import { RowCleaner } from './row-cleaner.js';
import { type RunControl } from './run-control.js';
import { createStagingSql, stagedColumns, stagingName } from './staging-table.js';
import { BatchWriter, CopyWriter, type StagingWriter } from './staging-writer.js';

/** A file that was opened, told and looked through once. */
export interface SurveyedFile {
  fileId: string;
  table: OpenTable;
  dataset: AnyDataset;
  columns: readonly PlannedColumn[];
  rows: number;
}

/** The second pass: every record is cleaned and staged, or quarantined with its reasons. */
export async function stageFile(
  file: SurveyedFile,
  repair: boolean,
  tally: FindingTally,
  control: RunControl,
): Promise<StagedFile> {
  const { fileId, dataset, table, columns } = file;
  const staging = stagingName(fileId);
  await control.work.query(`DROP TABLE IF EXISTS ${staging}`);
  await control.work.query(createStagingSql(staging, dataset.target));
  const cleaner = new RowCleaner(dataset, columns, readContext(columns), repair);
  const rejects = new RejectWriter(control.side, fileId);
  const writer = await openWriter(staging, dataset, control);
  const counts = { rowsIn: 0, quarantined: 0 };
  const take = (record: TableRecord): Promise<void> | undefined => {
    const cleaned = cleaner.clean(record);
    counts.rowsIn += 1;
    if (cleaned.notes.length > 0) tally.note(record.row, cleaned.notes);
    if ('values' in cleaned) return writer.write(cleaned.values);
    counts.quarantined += 1;
    tally.note(record.row, cleaned.rejected);
    return rejects.add(record.row, cleaned.rejected);
  };
  try {
    await takeBlocks(table, take, control);
    await writer.end();
  } catch (error) {
    await writer.abort();
    throw error;
  }
  await rejects.flush();
  await control.work.query(`ANALYZE ${staging}`);
  return { fileId, dataset, staging, repair, ...counts };
}

async function takeBlocks(
  table: OpenTable,
  take: (record: TableRecord) => Promise<void> | undefined,
  control: RunControl,
): Promise<void> {
  for await (const block of table.blocks(control.signal)) {
    let rows = 0;
    for (const record of block) {
      rows += 1;
      const pending = take(record);
      if (pending !== undefined) await pending;
    }
    await control.sawRows(rows);
  }
}

/** What the first pass has told. */
function readContext(columns: readonly PlannedColumn[]): RowContext {
  const orders = new Map(columns.map(({ name, dates }) => [name, dates?.result().order ?? null]));
  const marks = new Map(columns.map(({ name, decimals }) => [name, decimals?.result() ?? null]));
  return {
    dateOrder: (column) => orders.get(column) ?? null,
    decimalMark: (column) => marks.get(column) ?? null,
  };
}

async function openWriter(staging: string, { target }: AnyDataset, control: RunControl): Promise<StagingWriter> {
  const columns = stagedColumns(target);
  return control.isServer
    ? CopyWriter.open(control.work, { staging, columns })
    : new BatchWriter(control.work, { staging, columns });
}

/** Kinds whose least and greatest value mean something only once they are clean. */
const COMPARED_CLEAN: ReadonlySet<string | undefined> = new Set(['date', 'month', 'number', 'money', 'id']);

/** What the columns hold, as it stands in the file; least and greatest of dates and numbers are those of the clean rows. */
export async function profileColumns(
  { columns, dataset }: SurveyedFile,
  staging: string,
  control: RunControl,
): Promise<ColumnProfile[]> {
  const targets = new Set(dataset.target.columns.map(({ name }) => name));
  const compared = columns.flatMap(({ name, known }) =>
    name !== null && COMPARED_CLEAN.has(known?.kind) && targets.has(name) ? [name] : [],
  );
  const bounds = await findBounds(staging, compared, control);
  return columns.map(({ header, name, known, profiler }) => {
    const isKept = known !== null || dataset.keepsOtherColumns === true;
    const profile = profiler.profile(header, isKept ? name : null);
    const found = name === null ? undefined : bounds.get(name);
    return found === undefined ? profile : { ...profile, ...found };
  });
}

type Bounds = Pick<ColumnProfile, 'min' | 'max'>;

async function findBounds(
  staging: string,
  names: readonly string[],
  { work }: RunControl,
): Promise<Map<string, Bounds>> {
  if (names.length === 0) return new Map();
  const parts = names.map((name, at) => `to_jsonb(min(${name})) AS low_${at}, to_jsonb(max(${name})) AS high_${at}`);
  const [row] = await work.query<Record<string, string | number | null>[]>(
    `SELECT ${parts.join(', ')} FROM ${staging}`,
  );
  return new Map(names.map((name, at) => [name, { min: show(row?.[`low_${at}`]), max: show(row?.[`high_${at}`]) }]));
}

function show(value: string | number | null | undefined): string | null {
  if (value === null || value === undefined) return null;
  const isInstant = typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value);
  return isInstant ? new Date(value).toISOString() : String(value);
}

export function reportDateOrders(columns: readonly PlannedColumn[]): DateOrderReport[] {
  return columns.flatMap(({ name, dates, known }) => {
    if (name === null || dates === null || known?.kind !== 'date') return [];
    const { order, evidence } = dates.result();
    return [{ column: name, order, evidence }];
  });
}
