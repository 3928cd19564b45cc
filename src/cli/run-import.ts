import { existsSync, statSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import {
  ImportService,
  toImportResponse,
  type ImportResponse,
  type ImportSettings,
  type Progress,
} from '../imports/index.js';
import { NestLogAdapter, ProblemError } from '../platform/index.js';
import { callOwner, findServingOwner, OwnerRefusal, sendForm } from './call-owner.js';
import { readArgs, UsageError, type Command, type CommandContext } from './command.js';
import { renderReport } from './import/render-report.js';
import { showProgress } from './import/show-progress.js';
import { writeForm } from './import/write-form.js';

const FAILED = 1;
const WRONG_USAGE = 2;
/** Everything else was stored. */
const SOME_REJECTED = 3;
const POLL_MS = 300;

const USAGE = `Usage: npm run import -- FILE... [--dataset NAME] [--dry-run] [--on-malformed quarantine|repair] [--json]
  CSV and XLSX; what a file holds is told from its header. Exit codes: 0 all rows taken, 1 failed, 2 wrong usage, 3 some rows rejected.`;

interface ImportOrder {
  paths: string[];
  settings: ImportSettings;
}

type Importer = (order: ImportOrder, onProgress: (progress: Progress) => void) => Promise<ImportResponse>;

/** Imports files: through the server that owns the embedded database where one runs, else in this process. */
export const runImport: Command = async (context) => {
  try {
    const order = readOrder(context.args);
    const report = await importWatched(order, context);
    const lines = order.json ? [JSON.stringify(report, null, 2)] : renderReport(report);
    for (const line of lines) context.print(line);
    return exitCodeOf(report);
  } catch (error) {
    const complaint = complaintOf(error);
    if (complaint === undefined) throw error;
    process.stderr.write(`${complaint}\n`);
    return WRONG_USAGE;
  }
};

async function importWatched(order: ImportOrder, context: CommandContext): Promise<ImportResponse> {
  const owner = findServingOwner(context.config);
  const importer = owner === undefined ? importHere(context) : importThrough(owner);
  const view = showProgress(process.stderr);
  try {
    return await importer(order, (progress) => {
      view.update(progress);
    });
  } finally {
    view.end();
  }
}

/** What the caller did wrong, in words; undefined for any other fault. */
function complaintOf(error: unknown): string | undefined {
  if (error instanceof UsageError) return error.message;
  if (error instanceof ProblemError) return error.code === 'validation_failed' ? error.detail : undefined;
  return error instanceof OwnerRefusal && error.code === 'validation_failed' ? error.message : undefined;
}

function exitCodeOf({ status }: ImportResponse): number {
  if (status === 'failed') return FAILED;
  return status === 'completed' ? 0 : SOME_REJECTED;
}

function readOrder(args: string[]): ImportOrder & { json: boolean } {
  const { values, positionals } = readArgs({
    args,
    allowPositionals: true,
    options: {
      dataset: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      'on-malformed': { type: 'string', default: 'quarantine' },
      json: { type: 'boolean', default: false },
    },
  });
  const onMalformed = values['on-malformed'];
  if (positionals.length === 0) throw new UsageError(USAGE);
  if (onMalformed !== 'quarantine' && onMalformed !== 'repair') throw new UsageError(USAGE);
  const missing = positionals.find((path) => !existsSync(path) || !statSync(path).isFile());
  if (missing !== undefined) throw new UsageError(`${missing}: there is no such file.`);
  const settings = { dataset: values.dataset ?? null, dryRun: values['dry-run'], onMalformed } as const;
  return { paths: positionals, settings, json: values.json };
}

/** The application without its port: nothing is answered, no job worked on, and no sample put beside somebody's own data. */
function importHere({ config, log }: CommandContext): Importer {
  return async ({ paths, settings }, onProgress) => {
    const module = AppModule.forRoot({ ...config, role: 'api', sampleData: false }, log);
    const app = await NestFactory.createApplicationContext(module, {
      logger: new NestLogAdapter(log),
      abortOnError: false,
    });
    // An import that is interrupted fails here and now: nobody waits for another process to take it up.
    app.enableShutdownHooks();
    try {
      return toImportResponse(await app.get(ImportService).importFiles(paths, settings, onProgress));
    } finally {
      await app.close();
    }
  };
}

function importThrough(owner: { url: string; token: string }): Importer {
  return async ({ paths, settings }, onProgress) => {
    const fields = {
      ...(settings.dataset === null ? {} : { dataset: settings.dataset }),
      dry_run: String(settings.dryRun),
      on_malformed: settings.onMalformed,
    };
    const created = await sendForm(owner, '/api/v1/imports', writeForm(fields, paths));
    const { import_id: importId } = created as { import_id: string };
    for (;;) {
      const report = (await callOwner(owner, 'GET', `/api/v1/imports/${importId}`)) as ImportResponse;
      const { rows_read: rowsRead, rows_total: rowsTotal } = report.progress;
      onProgress({ rowsRead, rowsTotal });
      if (report.status !== 'queued' && report.status !== 'running') return report;
      await wait(POLL_MS);
    }
  };
}
