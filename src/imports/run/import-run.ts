import { join } from 'node:path';
import { type EntityManager } from 'typeorm';
import { applyFile, type StagedFile } from '../apply/apply-file.js';
import { takeTurn } from '../apply/take-turn.js';
import { type AnyDataset, type DatasetRegistry } from '../dataset.registry.js';
import { describeHeader } from '../map-header.js';
import { FileRefused } from '../read/file-refused.js';
import { failedReport, type ColumnProfile, type FileReport } from '../report/file-report.js';
import { FindingTally } from '../report/finding-tally.js';
import { type ImportChunkRepository } from '../store/import-chunk.repository.js';
import { type ImportRejectRepository } from '../store/import-reject.repository.js';
import {
  type FileOutcome,
  type ImportRepository,
  type StoredFile,
  type StoredImport,
} from '../store/import.repository.js';
import { CarriedRejects, DryRunEnds, lastRejectId } from './dry-run.js';
import { listStoredSpellings } from './list-stored-spellings.js';
import { openUpload } from './open-upload.js';
import { planColumns, SharedSpellings } from './plan-columns.js';
import { type RunControl } from './run-control.js';
import { profileColumns, reportDateOrders, stageFile, type SurveyedFile } from './stage-file.js';
import { stagingName } from './staging-table.js';
import { surveyTable } from './survey-table.js';

export interface RunStores {
  registry: DatasetRegistry;
  imports: ImportRepository;
  chunks: ImportChunkRepository;
  rejects: ImportRejectRepository;
}

export interface RunTask {
  stored: StoredImport;
  runToken: string;
  files: readonly StoredFile[];
  /** A folder of the run's own. */
  folder: string;
  /** Files that are on this machine already. */
  paths: ReadonlyMap<string, string>;
  control: RunControl;
}

/** Another process has taken the import over; what this one did is void. */
export class RunSuperseded extends Error {
  override readonly name = 'RunSuperseded';
}

/** One file on its way through the run. */
interface FileWork {
  stored: StoredFile;
  tally: FindingTally;
  dataset: AnyDataset | null;
  surveyed?: SurveyedFile;
  staged?: StagedFile;
  profiles: ColumnProfile[];
  /** Set as soon as the file is refused. */
  refusal?: FileReport;
}

/**
 * One attempt at an import: every file is looked through, cleaned and staged, and then all of them are written in one
 * transaction, what is referred to first. Nothing of an attempt that ends early is ever seen.
 */
export class ImportRun {
  private readonly works: FileWork[];
  private readonly spellings: SharedSpellings;

  constructor(
    private readonly stores: RunStores,
    private readonly task: RunTask,
  ) {
    this.works = task.files.map((stored) => ({ stored, tally: new FindingTally(), dataset: null, profiles: [] }));
    this.spellings = new SharedSpellings((dataset, column) => listStoredSpellings(task.control.work, dataset, column));
  }

  /** @param onTotal told how many rows the files have, before the second pass */
  async execute(onTotal: (rows: number) => Promise<void>): Promise<FileOutcome[]> {
    for (const work of this.works) await this.unlessRefused(work, () => this.survey(work));
    const rows = this.works.reduce((sum, { surveyed, refusal }) => sum + (refusal ? 0 : (surveyed?.rows ?? 0)), 0);
    await onTotal(rows);
    for (const work of this.listInOrder()) await this.unlessRefused(work, () => this.stage(work));
    return this.apply();
  }

  /** Closes and drops what the run made on the way. */
  async cleanUp(): Promise<void> {
    for (const { surveyed, stored } of this.works) {
      await surveyed?.table.close();
      await this.task.control.work.query(`DROP TABLE IF EXISTS ${stagingName(stored.file_id)}`);
    }
  }

  private async unlessRefused(work: FileWork, step: () => Promise<void>): Promise<void> {
    if (work.refusal !== undefined) return;
    try {
      await step();
    } catch (error) {
      work.refusal = refusalOf(error);
    }
  }

  private async survey(work: FileWork): Promise<void> {
    const { stored, control, paths, folder } = { ...this.task, stored: work.stored };
    const path = paths.get(stored.file_id) ?? join(folder, stored.file_id);
    if (!paths.has(stored.file_id)) await this.stores.chunks.restore(stored.file_id, path, control.signal);
    const asked = this.task.stored.dataset;
    const opened = await openUpload({ path, name: stored.name }, asked, this.stores.registry);
    work.dataset = opened.dataset;
    const columns = await planColumns(opened.table.header, opened.dataset, this.spellings);
    work.surveyed = { fileId: stored.file_id, ...opened, columns, rows: 0 };
    work.surveyed = { ...work.surveyed, rows: await surveyTable(opened.table, columns, control) };
  }

  private async stage(work: FileWork): Promise<void> {
    if (work.surveyed === undefined) return;
    const { control, stored } = this.task;
    work.staged = await stageFile(work.surveyed, stored.on_malformed === 'repair', work.tally, control);
    work.profiles = await profileColumns(work.surveyed, work.staged.staging, control);
  }

  private listInOrder(): FileWork[] {
    const order = this.stores.registry.listInOrder();
    const rank = ({ dataset }: FileWork): number => (dataset === null ? -1 : order.indexOf(dataset));
    return [...this.works].sort((a, b) => rank(a) - rank(b));
  }

  private async apply(): Promise<FileOutcome[]> {
    const { work, isServer } = this.task.control;
    const carried = new CarriedRejects(this.task.folder, this.stores.rejects);
    try {
      return await work.transaction(async (manager) => {
        await takeTurn(manager, isServer);
        await this.refuseIfSuperseded(manager);
        const outcomes = await this.writeAll(manager, carried);
        await this.stores.imports.conclude(this.task.stored.import_id, outcomes, manager);
        return outcomes;
      });
    } catch (error) {
      if (!(error instanceof DryRunEnds)) throw error;
      await work.transaction(async (manager) => {
        await this.refuseIfSuperseded(manager);
        await carried.restore(manager);
        await this.stores.imports.conclude(this.task.stored.import_id, error.outcomes, manager);
      });
      return error.outcomes;
    }
  }

  private async refuseIfSuperseded(manager: EntityManager): Promise<void> {
    const { stored, runToken, control } = this.task;
    control.signal.throwIfAborted();
    if (await this.stores.imports.isOwner(stored.import_id, runToken, manager)) return;
    throw new RunSuperseded('Another process has taken the import over.');
  }

  /** @throws DryRunEnds with the outcomes, when nothing may stay */
  private async writeAll(manager: EntityManager, carried: CarriedRejects): Promise<FileOutcome[]> {
    const { dry_run: isDry } = this.task.stored;
    const outcomes: FileOutcome[] = [];
    for (const work of this.listInOrder()) {
      const { file_id: fileId } = work.stored;
      const before = isDry ? await lastRejectId(fileId, manager) : '0';
      outcomes.push({ fileId, dataset: work.dataset?.name ?? null, report: await writeOne(manager, work) });
      if (isDry) await carried.take(fileId, before, manager);
    }
    if (isDry) throw new DryRunEnds(outcomes);
    return outcomes;
  }
}

async function writeOne(manager: EntityManager, work: FileWork): Promise<FileReport> {
  const { surveyed, staged, tally, refusal, profiles } = work;
  if (refusal !== undefined || surveyed === undefined || staged === undefined) {
    return refusal ?? failedReport('unreadable', 'The file was not read.');
  }
  const counts = await applyFile(manager, staged, tally);
  const { table, columns, dataset } = surveyed;
  const known = new Set(dataset.columns.map(({ name }) => name));
  const names = columns.map(({ name }) => name ?? '');
  return {
    status: counts.quarantined > 0 ? 'completed_with_rejects' : 'completed',
    failure: null,
    ...counts,
    format: {
      format: table.format,
      encoding: table.encoding,
      delimiter: table.delimiter,
      line_end: table.lineEnd,
      quote: table.quote,
      sheet: table.sheet,
      header_row: table.headerRow,
    },
    header_map: describeHeader(table.header, names, (name) => known.has(name) || dataset.keepsOtherColumns === true),
    date_orders: reportDateOrders(columns),
    columns: profiles,
    findings: tally.list(),
  };
}

/** Values no column can hold are the file's fault, and no second attempt will change them. */
function refusalOf(error: unknown): FileReport {
  if (error instanceof FileRefused) return failedReport(error.code, error.message);
  const { code } = error as { code?: unknown };
  if (typeof code !== 'string' || !/^22\w{3}$/.test(code)) throw error;
  return failedReport('unreadable', 'The file holds a value that cannot be stored.');
}
