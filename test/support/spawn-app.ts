import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { packageRoot } from '../../src/platform/config/package-root.js';
import { createServerDatabase, serverUrl } from './test-database.js';

export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

/** A process of the built product. */
export class SpawnedProcess {
  readonly exited: Promise<Exit>;
  private readonly output = { stdout: '', stderr: '' };
  private readonly watchers: ((line: string) => void)[] = [];

  constructor(readonly child: ChildProcess) {
    for (const name of ['stdout', 'stderr'] as const) {
      const stream = child[name];
      if (stream === null) continue;
      createInterface({ input: stream }).on('line', (line) => {
        this.output[name] += `${line}\n`;
        for (const watch of this.watchers) watch(line);
      });
    }
    this.exited = new Promise((resolve) => {
      child.once('close', (code, signal) => {
        resolve({ code, signal, ...this.output });
      });
    });
  }

  get log(): string {
    return this.output.stdout;
  }

  /** The first line with the text; rejects when the process ends without it. */
  async line(text: string): Promise<string> {
    const earlier = this.output.stdout.split('\n').find((line) => line.includes(text));
    if (earlier !== undefined) return earlier;
    return Promise.race([
      new Promise<string>((resolve) => {
        this.watchers.push((line) => {
          if (line.includes(text)) resolve(line);
        });
      }),
      this.exited.then((exit) => {
        throw new Error(`the process ended with code ${exit.code} before "${text}":\n${exit.stdout}${exit.stderr}`);
      }),
    ]);
  }

  /** The next line with the text, behind those that were there before. */
  async nextLine(text: string): Promise<string> {
    return Promise.race([
      new Promise<string>((resolve) => {
        this.watchers.push((line) => {
          if (line.includes(text)) resolve(line);
        });
      }),
      this.exited.then((exit) => {
        throw new Error(`the process ended with code ${exit.code} before "${text}":\n${exit.stdout}${exit.stderr}`);
      }),
    ]);
  }

  /** Where the server listens, as soon as it does. */
  async url(): Promise<string> {
    return (JSON.parse(await this.line('"app.ready"')) as { url: string }).url;
  }

  async kill(signal: NodeJS.Signals): Promise<Exit> {
    this.child.kill(signal);
    return this.exited;
  }
}

/** The environment of a process that shares nothing with this machine's configuration. */
function spawnNode(script: string, args: readonly string[], env: Record<string, string>): SpawnedProcess {
  const child = spawn(process.execPath, [join(packageRoot(), 'dist/src', script), ...args], {
    cwd: tmpdir(),
    env: { PATH: process.env['PATH'], HOST: '127.0.0.1', PORT: '0', LOG_FORMAT: 'json', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new SpawnedProcess(child);
}

export const spawnServer = (env: Record<string, string>): SpawnedProcess => spawnNode('main.js', [], env);
export const spawnCommand = (args: readonly string[], env: Record<string, string>): SpawnedProcess =>
  spawnNode('cli.js', args, env);

/** A database that survives the processes using it, as the environment that selects it. */
export async function createLastingDatabase(): Promise<{ env: Record<string, string>; remove(): Promise<void> }> {
  if (serverUrl !== undefined) {
    const { url, drop } = await createServerDatabase('empty');
    return { env: { DATABASE_URL: url }, remove: drop };
  }
  const dir = mkdtempSync(join(tmpdir(), 'rapport-test-'));
  return {
    env: { DATA_DIR: dir },
    remove: () => {
      rmSync(dir, { recursive: true, force: true });
      return Promise.resolve();
    },
  };
}
