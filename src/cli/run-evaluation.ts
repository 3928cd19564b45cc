import { writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { AgentService } from '../agent/index.js';
import { AppModule } from '../app.module.js';
import { ReplyService } from '../conversations/index.js';
import {
  AgentProbe,
  DocumentRepository,
  evaluate,
  EvaluationInputError,
  fitConfidence,
  hashDataset,
  listCalibrationSamples,
  MIN_CALIBRATION_SAMPLES,
  readDataset,
  readThresholds,
  renderCalibration,
  renderTable,
  toJsonReport,
  type EvaluationReport,
  type GoldenCase,
  type Thresholds,
} from '../evaluation/index.js';
import {
  createEventLog,
  IN_MEMORY,
  loadConfig,
  NestLogAdapter,
  packageRoot,
  type AppConfig,
  type EventLog,
} from '../platform/index.js';
import { readArgs, UsageError, type Command } from './command.js';

/** Below the thresholds. */
const GATE_FAILED = 1;
/** Dataset or thresholds have faults: nothing was measured. */
const BAD_INPUT = 2;

/** @throws UsageError when the product's confidence would be fitted to part of the golden set, or to another */
function refuseOtherCases({
  calibrate,
  dataset,
  split,
}: {
  calibrate?: boolean;
  dataset?: string;
  split?: string;
}): void {
  if (calibrate === true && (dataset ?? split) !== undefined)
    throw new UsageError('--calibrate fits to the whole golden set: leave out --dataset and --split.');
}

/** Runs the golden cases through the product and says whether it is still good enough. */
export const runEvaluation: Command = async ({ args, print }) => {
  const { values } = readArgs({
    args,
    options: {
      json: { type: 'boolean' },
      dataset: { type: 'string' },
      split: { type: 'string' },
      calibrate: { type: 'boolean' },
    },
  });
  refuseOtherCases(values);
  const file =
    values.dataset === undefined ? join(packageRoot(), 'eval', 'golden', 'sales.jsonl') : resolve(values.dataset);
  const dataset = relative(process.cwd(), file) || file;
  let cases: GoldenCase[];
  let thresholds: Thresholds;
  try {
    cases = chooseSplit(readDataset(file), values.split);
    thresholds = readThresholds(join(packageRoot(), 'eval', 'thresholds.json'));
  } catch (error) {
    if (!(error instanceof EvaluationInputError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return BAD_INPUT;
  }
  const report = await evaluateProduct(cases, thresholds);
  if (values.calibrate === true) return writeCalibration(report, cases, print);
  if (values.json === true) print(JSON.stringify(toJsonReport(report, dataset), null, 2));
  else for (const line of renderTable(report, dataset, { revealHeldout: values.split === 'heldout' })) print(line);
  return report.passed ? 0 : GATE_FAILED;
};

function chooseSplit(cases: readonly GoldenCase[], split: string | undefined): GoldenCase[] {
  if (split === undefined) return [...cases];
  if (split !== 'dev' && split !== 'heldout') {
    throw new EvaluationInputError([`--split is dev or heldout, not "${split}"`]);
  }
  const chosen = cases.filter((golden) => golden.split === split);
  if (chosen.length === 0) throw new EvaluationInputError([`the dataset holds no ${split} case`]);
  return chosen;
}

/** Fits the confidence to this run and writes the source file the next build has it from. */
function writeCalibration(
  report: EvaluationReport,
  cases: readonly GoldenCase[],
  print: (line: string) => void,
): number {
  const samples = listCalibrationSamples(report);
  const fit = fitConfidence(samples);
  const file = join(packageRoot(), 'src', 'agent', 'outcome', 'confidence-calibration.ts');
  writeFileSync(file, renderCalibration(fit, hashDataset(cases).datasetHash));
  const passed = samples.filter((sample) => sample.passed).length;
  print(`Fitted to ${fit.samples} turns, of which ${passed} passed all their checks.`);
  print(`Expected calibration error, cross-validated: ${fit.crossValidatedError.toFixed(3)} (${describeAmount(fit)}).`);
  print(`Written to ${relative(process.cwd(), file)}; build again to use it.`);
  return 0;
}

function describeAmount({ samples }: { samples: number }): string {
  return samples < MIN_CALIBRATION_SAMPLES ? 'insufficient data' : `${samples} samples`;
}

async function evaluateProduct(cases: readonly GoldenCase[], thresholds: Thresholds): Promise<EvaluationReport> {
  const config = evaluationConfig();
  const log = logToStandardError(config);
  const app = await NestFactory.createApplicationContext(AppModule.forRoot(config, log), {
    logger: new NestLogAdapter(log),
    abortOnError: false,
  });
  try {
    const product = {
      replies: app.get(ReplyService, { strict: false }),
      probe: new AgentProbe(app.get(AgentService, { strict: false })),
      documents: new DocumentRepository(app.get(DataSource)),
    };
    return await evaluate(product, cases, thresholds);
  } finally {
    await app.close();
  }
}

/**
 * The product as it is delivered, on a throwaway database: nothing of this machine's environment is read, so that the
 * same commit scores the same everywhere.
 */
export function evaluationConfig(): AppConfig {
  const config = loadConfig({ LLM_PROVIDER: 'offline', SAMPLE_DATA: 'on', LOG_LEVEL: 'warn', LOG_FORMAT: 'json' });
  return { ...config, database: { ...config.database, url: null, dataDir: IN_MEMORY } };
}

/** Standard output belongs to the report. */
function logToStandardError({ logging }: AppConfig): EventLog {
  return createEventLog(logging, { write: (line: string) => void process.stderr.write(line) });
}
