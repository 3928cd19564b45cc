import { basename } from 'node:path';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { EventLog } from '../platform/index.js';
import { canonicalJson, sha256Hex } from '../shared/hash.js';
import { DatasetRegistry } from './dataset.registry.js';
import { type ImportDataset, type RowFinding } from './import-dataset.js';
import { failedReport, type ImportReport, ImportTally } from './import-report.js';
import { mapHeader } from './map-header.js';
import { type CsvRecord, readCsv } from './read-csv.js';
import { readCells } from './read-cells.js';

export interface ImportOptions {
  /** Rows per write; the whole file is one transaction either way. */
  batchRows?: number;
}

/** A file that is refused as a whole. */
class FileRefused extends Error {
  constructor(
    readonly code: 'empty_file' | 'wrong_columns' | 'unreadable',
    message: string,
  ) {
    super(message);
  }
}

/** From a file to stored rows. A bad row is quarantined and reported, it never stops the file. */
@Injectable()
export class ImportService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly registry: DatasetRegistry,
    private readonly log: EventLog,
  ) {}

  /**
   * Imports one CSV file in one transaction: all accepted rows are stored, or none.
   * @throws Error for an unknown dataset, and whatever the database throws; never because of the file's content
   */
  async importFile(path: string, datasetName: string, options: ImportOptions = {}): Promise<ImportReport> {
    const dataset = this.registry.get(datasetName);
    const startedAt = performance.now();
    this.log.info('import.started', { dataset: dataset.name });
    const report = await this.runImport(path, dataset, options.batchRows ?? 500);
    const { status, rows_in, inserted, updated, unchanged, merged, quarantined } = report;
    this.log.info('import.completed', {
      dataset: dataset.name,
      status,
      ...(report.failure === null ? {} : { failure: report.failure.code }),
      ...{ rows_in, inserted, updated, unchanged, merged, quarantined },
      took_ms: Math.round(performance.now() - startedAt),
    });
    return report;
  }

  private async runImport(path: string, dataset: ImportDataset<unknown>, batchRows: number): Promise<ImportReport> {
    const file = basename(path);
    try {
      return await this.dataSource.transaction((manager) => importRecords(path, dataset, batchRows, manager));
    } catch (error) {
      if (error instanceof FileRefused) return failedReport(file, dataset.name, error.code, error.message);
      throw error;
    }
  }
}

async function importRecords(
  path: string,
  dataset: ImportDataset<unknown>,
  batchRows: number,
  manager: EntityManager,
): Promise<ImportReport> {
  const records = readRecords(path);
  const names = await readHeader(records, dataset);
  const tally = new ImportTally();
  const clean = new RowCleaner(dataset, names, tally);
  let batch: unknown[] = [];
  for await (const record of records) {
    const row = clean.take(record);
    if (row !== undefined) batch.push(row.value);
    if (batch.length < batchRows) continue;
    tally.saved(await dataset.save(batch, manager));
    batch = [];
  }
  if (batch.length > 0) tally.saved(await dataset.save(batch, manager));
  return tally.report(basename(path), dataset.name);
}

/** The file's records; what keeps the file from being read is a refusal, not a crash. */
async function* readRecords(path: string): AsyncGenerator<CsvRecord, void> {
  const records = readCsv(path);
  for (let next = await nextRecord(records); next.done !== true; next = await nextRecord(records)) yield next.value;
}

async function nextRecord(records: AsyncGenerator<CsvRecord, void>): Promise<IteratorResult<CsvRecord, void>> {
  try {
    return await records.next();
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    throw new FileRefused('unreadable', `The file cannot be read (${typeof code === 'string' ? code : 'unknown'}).`);
  }
}

async function readHeader(
  records: AsyncGenerator<CsvRecord, void>,
  dataset: ImportDataset<unknown>,
): Promise<string[]> {
  const first = await records.next();
  if (first.done === true) throw new FileRefused('empty_file', 'The file has no rows.');
  const { names, missing } = mapHeader(first.value.cells ?? [], dataset.columns);
  if (missing.length > 0) {
    throw new FileRefused('wrong_columns', `The header lacks ${missing.join(', ')}, which ${dataset.name} need.`);
  }
  return names;
}

/** Takes records one by one: quarantines what is broken, merges what repeats, hands on the rest. */
class RowCleaner {
  /** Content hash by natural key of every row taken so far. */
  private readonly seen = new Map<string, string>();

  constructor(
    private readonly dataset: ImportDataset<unknown>,
    private readonly names: readonly string[],
    private readonly tally: ImportTally,
  ) {}

  /** The clean row, or undefined for one that was quarantined or merged. */
  take(record: CsvRecord): { value: unknown } | undefined {
    const cells = record.cells === null ? truncated : readCells(record.cells, this.names);
    if ('code' in cells) {
      this.tally.quarantine(record.row, [cells]);
      return undefined;
    }
    const cleaned = this.dataset.cleanRow(cells);
    if (!('row' in cleaned)) {
      this.tally.quarantine(record.row, cleaned.findings);
      return undefined;
    }
    return this.keepFirst(record.row, cleaned.row, cleaned.findings ?? []);
  }

  private keepFirst(position: number, row: unknown, findings: readonly RowFinding[]): { value: unknown } | undefined {
    const key = this.dataset.keyOf(row);
    const hash = sha256Hex(canonicalJson(row));
    const earlier = this.seen.get(key);
    if (earlier !== undefined) {
      const code = earlier === hash ? 'duplicate_row' : 'contradictory_values';
      this.tally.merge(position, { code, column: null, value: key });
      return undefined;
    }
    this.seen.set(key, hash);
    this.tally.note(position, findings);
    return { value: row };
  }
}

const truncated: RowFinding = { code: 'truncated_row', column: null, value: '' };
