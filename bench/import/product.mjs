/** The product: `ImportService.importFiles` as the command calls it; the upload is stored, surveyed, cleaned, staged and written. */
import { answerCommands, cpuMsSince } from '../support/child.mjs';
import { importBuilt, importOfProduct } from '../support/paths.mjs';

const { NestFactory } = await importOfProduct('@nestjs/core');
const { AppModule } = await importBuilt('src/app.module.js');
const { createEventLog, loadConfig } = await importBuilt('src/platform/index.js');
const { DEFAULT_SETTINGS, ImportService } = await importBuilt('src/imports/index.js');

const config = loadConfig({
  DATABASE_URL: process.env.BENCH_URL,
  APP_ROLE: 'api',
  SAMPLE_DATA: 'off',
  LOG_LEVEL: 'silent',
});
const app = await NestFactory.createApplicationContext(AppModule.forRoot(config, createEventLog(config.logging)), {
  logger: false,
  abortOnError: false,
});
const imports = app.get(ImportService);

answerCommands({
  async run({ path }) {
    const cpu = process.cpuUsage();
    const startedAt = performance.now();
    const { files } = await imports.importFiles([path], { ...DEFAULT_SETTINGS, dataset: 'interactions' });
    const { inserted, merged, quarantined } = files[0].report;
    return {
      ms: performance.now() - startedAt,
      cpuMs: cpuMsSince(cpu),
      maxRssMb: process.resourceUsage().maxRSS / 1024,
      counts: { inserted, merged, quarantined },
    };
  },
});
