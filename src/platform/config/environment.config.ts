import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';

export type Variables = Record<string, string | undefined>;

/** The environment over the `.env` file of the working directory, where there is one. */
export function readEnvironment(dir: string = process.cwd()): Variables {
  const file = join(dir, '.env');
  return { ...(existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {}), ...process.env };
}
