import { join } from 'node:path';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from './create-app.js';
import {
  createEventLog,
  EMBEDDED_DATABASE,
  EXIT_CODES,
  loadConfig,
  packageRoot,
  readEnvironment,
  StartupError,
  type AppConfig,
  type EmbeddedDatabase,
  type EventLog,
} from './platform/index.js';

/** One clear sentence and the right exit code. */
function leave(error: unknown): never {
  if (error instanceof StartupError) {
    process.stderr.write(`${error.message}\n`);
    process.exit(error.exitCode);
  }
  process.stderr.write(
    `Rapport could not start: ${error instanceof Error ? (error.stack ?? error.message) : 'unknown fault'}\n`,
  );
  process.exit(EXIT_CODES.unexpected);
}

async function listen(app: NestFastifyApplication, { http }: AppConfig): Promise<string> {
  try {
    await app.listen(http.port, http.host);
    return (await app.getUrl()).replace('[::1]', 'localhost');
  } catch (error) {
    await app.close();
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE' || code === 'EACCES' || code === 'EADDRNOTAVAIL') {
      const reason = {
        EADDRINUSE: 'is in use by another process',
        EACCES: 'may not be used by this user',
        EADDRNOTAVAIL: 'is not an address of this machine',
      }[code];
      throw new StartupError(
        'portUnavailable',
        `${http.host}:${http.port} ${reason}; set PORT or HOST to another one.`,
      );
    }
    throw error;
  }
}

function stopOnSignal(app: NestFastifyApplication, log: EventLog): void {
  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      log.info('app.stopping', { signal });
      app.close().then(
        () => {
          log.info('app.stopped');
          process.exit(0);
        },
        (error: unknown) => {
          log.error('app.stop_failed', {}, error);
          process.exit(EXIT_CODES.unexpected);
        },
      );
    });
  }
}

/**
 * pg-boss lets go of some of its promises (marking a job as done, for example). A database that is away for a moment must
 * not end the process through one of them; any other forgotten promise is a bug and does.
 */
function surviveForgottenJobStatements(log: EventLog): void {
  process.on('unhandledRejection', (reason) => {
    if (!(reason instanceof Error) || reason.stack?.includes('pg-boss') !== true) throw reason;
    log.warn('jobs.statement_failed', {}, reason);
  });
}

/** The bundled documents are for trying things out: nobody should be quoted their prices in earnest. */
function warnOfInventedKnowledge({ environment, knowledge }: AppConfig, log: EventLog): void {
  if (environment !== 'production' || knowledge.dir !== join(packageRoot(), 'knowledge-base')) return;
  log.warn('knowledge.default_folder', {
    hint: 'answers come from knowledge-base/ of the installation; set KNOWLEDGE_DIR or replace its documents',
  });
}

async function start(): Promise<void> {
  const startedAt = performance.now();
  const config = loadConfig(readEnvironment());
  const log = createEventLog(config.logging);
  log.info('app.starting', {
    version: process.version,
    database: config.database.url === null ? 'embedded' : 'server',
  });
  surviveForgottenJobStatements(log);
  warnOfInventedKnowledge(config, log);
  const app = await createApp(config, log);
  stopOnSignal(app, log);
  const url = await listen(app, config);
  app.get<EmbeddedDatabase | null>(EMBEDDED_DATABASE)?.lock?.announce(url);
  log.info('app.ready', {
    url,
    docs: `${url}/docs`,
    model: config.llm.provider,
    took_ms: Math.round(performance.now() - startedAt),
  });
}

start().catch(leave);
