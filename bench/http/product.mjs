/** The product's adapter, conventions and validation around the common controller; no database. */
import { openSync } from 'node:fs';
import { devNull } from 'node:os';
import { answerCommands, cpuMsSince } from '../support/child.mjs';
import { importBuilt, importOfProduct } from '../support/paths.mjs';
import { startProfile, stopProfile } from '../support/profile.mjs';
import { defineController } from './controller.mjs';

const { configureHttpApp, createEventLog, createHttpAdapter, EventLog, loadConfig, Metrics, NestLogAdapter } =
  await importBuilt('src/platform/index.js');
const common = await importOfProduct('@nestjs/common');
const { NestFactory } = await importOfProduct('@nestjs/core');
const { default: pino } = await importOfProduct('pino');
const controller = defineController(common, await importOfProduct('class-validator'));

const level = process.env.BENCH_LOG_LEVEL ?? 'warn';
const log = createEventLog({ level, format: 'json' }, pino.destination({ dest: openSync(devNull, 'w'), sync: true }));
const config = loadConfig({ NODE_ENV: 'test' });

class BenchModule {}
common.Module({ controllers: [controller], providers: [{ provide: EventLog, useValue: log }, Metrics] })(BenchModule);

const app = await NestFactory.create(BenchModule, createHttpAdapter(config), { logger: new NestLogAdapter(log) });
configureHttpApp(app, config);
await app.listen(0, '127.0.0.1');

let before = process.cpuUsage();
answerCommands(
  {
    mark: () => void (before = process.cpuUsage()),
    cpuMs: () => cpuMsSince(before),
    startProfile,
    stopProfile: ({ folder }) => stopProfile(folder, 'http'),
  },
  { url: `http://127.0.0.1:${app.getHttpServer().address().port}/api/enquiries` },
);
