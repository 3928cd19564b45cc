import { type Command, UsageError } from './cli/command.js';
import { manageKeys } from './cli/manage-keys.js';
import * as schema from './cli/manage-schema.js';
import { printOpenApi } from './cli/print-openapi.js';
import { runDoctor } from './cli/run-doctor.js';
import { runEvaluation } from './cli/run-evaluation.js';
import { runImport } from './cli/run-import.js';
import { runNlu } from './cli/run-nlu.js';
import { trainNlu } from './cli/train-nlu.js';
import {
  createEventLog,
  EXIT_CODES,
  loadConfig,
  ProblemError,
  readEnvironment,
  StartupError,
} from './platform/index.js';

const COMMANDS: Record<string, Command> = {
  'db:migrate': schema.migrate,
  'db:rollback': schema.rollback,
  'db:redo': schema.redo,
  'db:status': schema.status,
  'db:generate': schema.generate,
  'db:create': schema.create,
  'db:reset': schema.reset,
  doctor: runDoctor,
  eval: runEvaluation,
  import: runImport,
  keys: manageKeys,
  nlu: runNlu,
  'nlu:train': trainNlu,
  openapi: printOpenApi,
};

async function run([name = '', ...args]: string[]): Promise<number> {
  const command = COMMANDS[name];
  if (command === undefined) throw new UsageError(`Commands: ${Object.keys(COMMANDS).join(', ')}`);
  const config = loadConfig(readEnvironment());
  const log = createEventLog({
    level: config.logging.level === 'info' ? 'warn' : config.logging.level,
    format: config.logging.format,
  });
  return command({ config, log, args, print: (line) => process.stdout.write(`${line}\n`) });
}

function explain(error: unknown): number {
  if (error instanceof StartupError || error instanceof UsageError) {
    process.stderr.write(`${error.message}\n`);
    return error.exitCode;
  }
  const detail =
    error instanceof ProblemError ? error.detail : error instanceof Error ? error.message : 'unknown fault';
  process.stderr.write(`${detail}\n`);
  return EXIT_CODES.unexpected;
}

/** Who reads the output may leave early (`| head -1`): what was begun is finished all the same, unheard. */
function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}

/** An application that failed while it started may have left timers and connections open; nobody waits for those. */
async function leave(exitCode: number): Promise<never> {
  for (const stream of [process.stdout, process.stderr]) {
    await new Promise<void>((resolve) => {
      stream.write('', () => {
        resolve();
      });
    });
  }
  process.exit(exitCode);
}

outliveReaders();
await leave(await run(process.argv.slice(2)).catch(explain));
