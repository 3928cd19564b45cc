import { type AddressInfo } from 'node:net';
import { Test, type TestingModuleBuilder } from '@nestjs/testing';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { AppModule } from '../../src/app.module.js';
import { prepareApp } from '../../src/create-app.js';
import {
  createHttpAdapter,
  IN_MEMORY,
  loadConfig,
  NestLogAdapter,
  type AppConfig,
  type EventLog,
} from '../../src/platform/index.js';
import { createServerDatabase, serverUrl, silentLog } from './test-database.js';

export interface TestApp {
  app: NestFastifyApplication;
  dataSource: DataSource;
  /** `http://127.0.0.1:<port>` */
  url: string;
  close(): Promise<void>;
}

export interface TestAppOptions {
  /** Variables of the environment, as a user would set them. */
  env?: Record<string, string>;
  /** Replaces providers, for example the model. */
  override?: (builder: TestingModuleBuilder) => TestingModuleBuilder;
  log?: EventLog;
}

/** The whole application on a port of its own, with a database of its own. */
export async function startTestApp({ env = {}, override, log = silentLog }: TestAppOptions = {}): Promise<TestApp> {
  const server = serverUrl === undefined ? undefined : await createServerDatabase('migrated');
  const config = testConfig(env, server?.url ?? null);
  const builder = Test.createTestingModule({ imports: [AppModule.forRoot(config, log)] });
  const testing = await (override?.(builder) ?? builder).setLogger(new NestLogAdapter(log)).compile();
  const app = testing.createNestApplication<NestFastifyApplication>(createHttpAdapter(config));
  prepareApp(app, config);
  await listenOrClose(app, server);
  const { port } = app.getHttpServer().address() as AddressInfo;
  return {
    app,
    dataSource: app.get(DataSource),
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      await app.close();
      await server?.drop();
    },
  };
}

/** What a half-started application left running would outlive its test. */
async function listenOrClose(app: NestFastifyApplication, server?: { drop(): Promise<void> }): Promise<void> {
  try {
    await app.listen(0, '127.0.0.1');
  } catch (error) {
    await app.close();
    await server?.drop();
    throw error;
  }
}

function testConfig(env: Record<string, string>, databaseUrl: string | null): AppConfig {
  const config = loadConfig({ NODE_ENV: 'test', SHUTDOWN_TIMEOUT_MS: '5000', ...env });
  return { ...config, database: { ...config.database, url: databaseUrl, dataDir: IN_MEMORY } };
}
