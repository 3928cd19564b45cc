import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { AppModule } from '../app.module.js';
import {
  listDrift,
  migrateDown,
  migrateUp,
  migrationStatus,
  NestLogAdapter,
  openDatabase,
  packageRoot,
} from '../platform/index.js';
import { UsageError, type Command, type CommandContext } from './command.js';

/** Runs the work on the configured database, without the application. */
async function withDatabase(
  { config, log }: CommandContext,
  work: (dataSource: DataSource) => Promise<void>,
): Promise<number> {
  const database = await openDatabase(config, log);
  try {
    await work(database.dataSource);
    return 0;
  } finally {
    await database.close();
  }
}

export const migrate: Command = (context) =>
  withDatabase(context, async (dataSource) => {
    const applied = await migrateUp(dataSource, context.log);
    context.print(
      applied.length === 0 ? 'Nothing to do: every migration is applied.' : `Applied: ${applied.join(', ')}`,
    );
  });

export const rollback: Command = (context) =>
  withDatabase(context, async (dataSource) => {
    const undone = await migrateDown(dataSource, context.log);
    context.print(undone === undefined ? 'Nothing to do: no migration is applied.' : `Undone: ${undone}`);
  });

export const redo: Command = (context) =>
  withDatabase(context, async (dataSource) => {
    const undone = await migrateDown(dataSource, context.log);
    const applied = await migrateUp(dataSource, context.log);
    context.print(`Undone: ${undone ?? 'none'}; applied: ${applied.join(', ') || 'none'}`);
  });

export const status: Command = (context) =>
  withDatabase(context, async (dataSource) => {
    for (const { name, applied } of await migrationStatus(dataSource))
      context.print(`${applied ? 'applied' : 'pending'}  ${name}`);
  });

/** Undoes every migration and applies them again: all data is gone. */
export const reset: Command = async (context) => {
  if (!context.args.includes('--yes') && !(await confirm())) {
    context.print('Nothing was changed. Pass --yes to answer in advance.');
    return 1;
  }
  return withDatabase(context, async (dataSource) => {
    let undone = 0;
    while ((await migrateDown(dataSource, context.log)) !== undefined) undone += 1;
    await dataSource.query('DROP SCHEMA IF EXISTS jobs CASCADE');
    const applied = await migrateUp(dataSource, context.log);
    context.print(`Undone: ${undone}; applied: ${applied.length}. The database is empty.`);
  });
};

async function confirm(): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await terminal.question('This deletes all data of the database. Type "yes" to go on: ')).trim() === 'yes';
  } finally {
    terminal.close();
  }
}

/** An empty migration, to be filled by hand. */
export const create: Command = ({ args, print }) => {
  print(`Wrote ${writeMigration(args, [], [])}; add it to migrations/index.ts.`);
  return Promise.resolve(0);
};

/** A migration from the difference between entities and schema: a draft to be checked by hand. */
export const generate: Command = async ({ config, log, args, print }) => {
  readName(args);
  const app = await NestFactory.createApplicationContext(AppModule.forRoot(config, log), {
    logger: new NestLogAdapter(log),
    abortOnError: false,
  });
  try {
    const { up, down } = await listDrift(app.get(DataSource));
    if (up.length === 0) {
      print('Nothing to do: entities and schema agree.');
      return 0;
    }
    const path = writeMigration(args, up, down);
    print(`Wrote ${path}; check it by hand and add it to migrations/index.ts.`);
    return 0;
  } finally {
    await app.close();
  }
};

function readName(args: readonly string[]): string {
  const name = args.find((arg) => !arg.startsWith('-')) ?? '';
  if (!/^[a-z][a-z0-9-]*$/.test(name)) {
    throw new UsageError(
      'Name the migration in lower case with dashes, for example: npm run db:create -- add-customer-region',
    );
  }
  return name;
}

function writeMigration(args: readonly string[], up: readonly string[], down: readonly string[]): string {
  const name = readName(args);
  const timestamp = Date.now();
  const className = `${name.replaceAll(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())}${timestamp}`;
  const body = (queries: readonly string[]): string =>
    queries
      .map((query) => `    await runner.query(\`${query.replaceAll('`', '\\`').replaceAll('${', '\\${')}\`);\n`)
      .join('') || '    await runner.query(``);\n';
  const text = `import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Says what changes and why. */
export class ${className} implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
${body(up)}  }

  async down(runner: QueryRunner): Promise<void> {
${body(down)}  }
}
`;
  const path = join(packageRoot(), 'migrations', `${timestamp}-${name}.ts`);
  writeFileSync(path, text, { flag: 'wx' });
  return path;
}
