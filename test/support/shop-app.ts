import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_SETTINGS, ImportService } from '../../src/imports/import.service.js';
import { startTestApp, type TestApp, type TestAppOptions } from './test-app.js';

/** The whole application with a shop in it: the CSV files of a folder, imported as a user would. */
export async function startShopApp(folder: string, options: TestAppOptions = {}): Promise<TestApp> {
  const test = await startTestApp({ ...options, env: { SAMPLE_DATA: 'off', ...options.env } });
  const files = readdirSync(folder).filter((name) => name.endsWith('.csv'));
  await test.app.get(ImportService, { strict: false }).importFiles(
    files.map((name) => join(folder, name)),
    DEFAULT_SETTINGS,
  );
  return test;
}
