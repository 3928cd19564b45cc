import { join, relative, resolve } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { AppModule } from '../app.module.js';
import { ReplyService } from '../conversations/index.js';
import {
  DocumentRepository,
  evaluate,
  EvaluationInputError,
  readDataset,
  readThresholds,
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
import { readArgs, type Command } from './command.js';

/** Below the thresholds. */
const GATE_FAILED = 1;
/** Dataset or thresholds have faults: nothing was measured. */
const BAD_INPUT = 2;

/** Runs the golden cases through the product and says whether it is still good enough. */
export const runEvaluation: Command = async ({ args, print }) => {
  const { values } = readArgs({ args, options: { json: { type: 'boolean' }, dataset: { type: 'string' } } });
  const file =
    values.dataset === undefined ? join(packageRoot(), 'eval', 'golden', 'sales.jsonl') : resolve(values.dataset);
  const dataset = relative(process.cwd(), file) || file;
  let cases: GoldenCase[];
  let thresholds: Thresholds;
  try {
    cases = readDataset(file);
    thresholds = readThresholds(join(packageRoot(), 'eval', 'thresholds.json'));
  } catch (error) {
    if (!(error instanceof EvaluationInputError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return BAD_INPUT;
  }
  const report = await evaluateProduct(cases, thresholds);
  if (values.json === true) print(JSON.stringify(toJsonReport(report, dataset), null, 2));
  else for (const line of renderTable(report, dataset)) print(line);
  return report.passed ? 0 : GATE_FAILED;
};

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
