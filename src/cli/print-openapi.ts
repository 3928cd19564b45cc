import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createApp } from '../create-app.js';
import { buildOpenApi, IN_MEMORY, packageRoot } from '../platform/index.js';
import { type Command } from './command.js';

/** Writes `openapi.json`, or with `--check` says whether the committed copy is what the code describes. */
export const printOpenApi: Command = async ({ config, log, args, print }) => {
  const path = join(packageRoot(), 'openapi.json');
  const described = await describeApi(
    { ...config, sampleData: false, database: { ...config.database, url: null, dataDir: IN_MEMORY } },
    log,
  );
  if (!args.includes('--check')) {
    writeFileSync(path, described);
    print(`Wrote ${path}.`);
    return 0;
  }
  const committed = existsSync(path) ? readFileSync(path, 'utf8') : '';
  print(
    committed === described
      ? 'openapi.json is what the code describes.'
      : 'openapi.json differs from the code: run npm run openapi and commit it.',
  );
  return committed === described ? 0 : 1;
};

async function describeApi(...[config, log]: Parameters<typeof createApp>): Promise<string> {
  const app = await createApp(config, log);
  try {
    return `${JSON.stringify(buildOpenApi(app), null, 2)}\n`;
  } finally {
    await app.close();
  }
}
