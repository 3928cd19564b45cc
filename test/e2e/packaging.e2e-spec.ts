import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { envSchema } from '../../src/platform/config/env.config.js';
import { loadConfig } from '../../src/platform/config/load-config.js';

const root = join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** The first group of every match. */
const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[1] ?? '');

describe('the image', () => {
  const dockerfile = read('Dockerfile').replaceAll('\\\n', ' ');
  const lastStage = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
  const environment = Object.fromEntries(
    all(lastStage, /^ENV (.+)$/gm).flatMap((line) => all(line, /(\S+)/g).map((pair) => pair.split('='))),
  ) as Record<string, string>;

  it('copies only files that exist and that .dockerignore lets through', () => {
    const copied = all(dockerfile, /^COPY (?!--from)(.+)$/gm).flatMap((line) => all(line, /(\S+)/g).slice(0, -1));
    const admitted = all(read('.dockerignore'), /^!(.+)$/gm);
    expect(copied).toContain('src');
    expect(copied.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    expect(copied.filter((path) => !admitted.includes(path))).toEqual([]);
  });

  it('starts with an environment that the configuration accepts and that lets nobody in without a key', () => {
    const config = loadConfig(environment);
    expect(config).toMatchObject({ environment: 'production', http: { host: '0.0.0.0' }, auth: { mode: 'keys' } });
    expect(all(lastStage, /^EXPOSE (\d+)$/gm)).toEqual([String(config.http.port)]);
  });

  it('does not run as root and starts what npm start starts, as process 1 that gets the signals', () => {
    expect(all(lastStage, /^USER (.+)$/gm)).toEqual(['node']);
    const { scripts } = JSON.parse(read('package.json')) as { scripts: { start: string } };
    expect(JSON.parse(all(lastStage, /^CMD (.+)$/gm)[0] ?? '[]')).toEqual(scripts.start.split(' '));
  });
});

describe('the compose file', () => {
  const compose = read('docker-compose.yml');

  it('sets only variables that the configuration knows', () => {
    const app = compose.slice(compose.indexOf('\n  app:'), compose.indexOf('\n  database:'));
    const names = all(app, /^ {6}([A-Z_]+):/gm);
    expect(names).toContain('DATABASE_URL');
    expect(names.filter((name) => !(name in envSchema.shape))).toEqual([]);
  });

  it('lets a stopping application finish its turns', () => {
    const graceSeconds = Number(all(compose, /^ {4}stop_grace_period: (\d+)s$/gm)[0]);
    expect(graceSeconds * 1_000).toBeGreaterThan(loadConfig({}).shutdownTimeoutMs + 5_000);
  });

  it('holds no secret: each comes from the environment, and the password must be given', () => {
    const secrets = all(compose, /^ +\w*(?:PASSWORD|KEY|TOKEN)\w*: (.+)$/gm);
    expect(secrets.length).toBeGreaterThan(2);
    expect(secrets.filter((value) => !/^["']\$\{\w+:[-?]/.test(value))).toEqual([]);
    expect(all(compose, /(\$\{POSTGRES_PASSWORD(?!:\?))/g)).toEqual([]);
    expect(all(compose, /:\/\/\w+:(.)/g)).toEqual(['$']);
  });
});

describe('the count of the gate', () => {
  let dir = '';
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'rapport-count-'));
  });
  afterEach(() => {
    rmSync(dir, { recursive: true, force: true });
  });

  type Sketch = { file: string; status?: 'passed' | 'failed'; tests: Record<string, string> }[];

  /** A report as `jest --json` writes it, of files with their tests. */
  function reportOf(name: string, sketch: Sketch): string {
    const path = join(dir, name);
    const testResults = sketch.map(({ file, status = 'passed', tests }) => ({
      name: join(process.cwd(), file),
      status,
      assertionResults: Object.entries(tests).map(([fullName, outcome]) => ({ fullName, status: outcome })),
    }));
    writeFileSync(path, JSON.stringify({ testResults }));
    return path;
  }

  const count = (...reports: string[]): string =>
    execFileSync(process.execPath, [join(root, '.ci/count-tests.mjs'), ...reports], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();

  it('adds the runs up', () => {
    const first = reportOf('a.json', [{ file: 'a', tests: { one: 'passed', two: 'passed' } }]);
    const second = reportOf('b.json', [{ file: 'a', status: 'failed', tests: { one: 'passed', two: 'failed' } }]);
    expect(count(first, second)).toBe('3 1');
  });

  it('is never green without tests', () => {
    const green = reportOf('a.json', [{ file: 'a', tests: { one: 'passed' } }]);
    expect(count()).toBe('0 1');
    expect(count(green, reportOf('b.json', []))).toBe('1 1');
    expect(count(green, join(dir, 'absent.json'))).toBe('1 1');
  });

  it('counts a file that did not load', () => {
    expect(
      count(
        reportOf('a.json', [
          { file: 'a', tests: { one: 'passed' } },
          { file: 'b', status: 'failed', tests: {} },
        ]),
      ),
    ).toBe('1 1');
  });

  it('takes a test that one run skipped only if another executed it', () => {
    const skipped = reportOf('a.json', [{ file: 'a', tests: { one: 'passed', two: 'pending' } }]);
    const executed = reportOf('b.json', [{ file: 'a', tests: { one: 'passed', two: 'passed' } }]);
    expect(count(skipped, executed)).toBe('3 0');
    expect(count(skipped, skipped)).toBe('2 1');
  });
});
