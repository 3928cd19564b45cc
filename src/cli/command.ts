import { parseArgs, type ParseArgsConfig } from 'node:util';
import { type AppConfig, type EventLog } from '../platform/index.js';

/** What every command gets. */
export interface CommandContext {
  config: AppConfig;
  log: EventLog;
  args: string[];
  /** Standard output; everything else goes to the log or to standard error. */
  print: (line: string) => void;
}

/** A command returns its exit code. */
export type Command = (context: CommandContext) => Promise<number>;

/** The command was called wrongly: exit code 64 (EX_USAGE of sysexits.h). */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly exitCode = 64;
}

/** `util.parseArgs`, with its complaints as usage errors. */
export function readArgs<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'The arguments cannot be read.');
  }
}
