import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../../src/create-app.js';
import { IN_MEMORY, loadConfig, packageRoot } from '../../src/platform/index.js';
import { envSchema } from '../../src/platform/config/env.config.js';
import { parseEvents } from '../support/http-client.js';
import { silentLog } from '../support/test-database.js';

const ROOT = packageRoot();
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const ADDRESS = 'http://localhost:8000';
/** Stands in the README for what differs from run to run or was left out. */
const ANYTHING = '…';
/** Scores move a little when ranking is tuned; texts and verdicts do not. */
const SCORE_TOLERANCE = 0.05;

interface Example {
  /** Set for `npm run import -- …`: the files, from the root of the repository. */
  files: string[] | undefined;
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | undefined;
  answer: string;
  kind: 'json' | 'text';
}

interface ImportReport {
  status: string;
  files: Record<
    'name' | 'dataset' | 'rows_in' | 'inserted' | 'updated' | 'unchanged' | 'merged' | 'quarantined',
    string | number
  >[];
}

/** Each `sh` block that is a curl command, with the block of its answer that follows. */
function readExamples(markdown: string): Example[] {
  const blocks = [...markdown.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(([, language = '', text = '']) => ({
    language,
    text,
  }));
  return blocks.flatMap(({ language, text }, index) => {
    if (language !== 'sh' || !/^(?:curl |npm run import )/.test(text)) return [];
    const answer = blocks[index + 1];
    if (answer?.language !== 'json' && answer?.language !== 'text') throw new Error(`no answer follows ${text}`);
    const command = text.startsWith('curl ') ? readCurl(text) : readImport(text);
    return [{ ...command, answer: answer.text, kind: answer.language }];
  });
}

/** An import beside a running server goes through its API, so this is what the command does. */
function readImport(command: string): Omit<Example, 'answer' | 'kind'> {
  const files = command.trim().split(/\s+/).slice(4);
  return { files, method: 'POST', path: '/api/v1/imports', headers: {}, body: undefined };
}

/** The words of a command: single-quoted or without blanks, which is all the README uses. */
function readCurl(command: string): Omit<Example, 'answer' | 'kind'> {
  const words = [...command.replaceAll('\\\n', ' ').matchAll(/'([^']*)'|(\S+)/g)].map(
    (match) => match[1] ?? match[2] ?? '',
  );
  const example: Omit<Example, 'answer' | 'kind'> = {
    files: undefined,
    method: 'GET',
    path: '',
    headers: {},
    body: undefined,
  };
  for (let at = 1; at < words.length; at += 1) {
    const word = String(words[at]);
    if (word === '-H') {
      const [name = '', value = ''] = String(words[(at += 1)]).split(/:\s*/, 2);
      example.headers[name.toLowerCase()] = value;
    } else if (word === '-d') {
      example.method = 'POST';
      example.body = words[(at += 1)];
    } else if (word.startsWith(ADDRESS)) example.path = word.slice(ADDRESS.length);
    else if (!/^-[sN]+$/.test(word))
      throw new Error(`the README's curl has an argument this test does not know: ${word}`);
  }
  return example;
}

/** Where the answer is not what the README prints; empty when it is. */
function listDifferences(shown: unknown, real: unknown, at = ''): string[] {
  if (Array.isArray(shown) && Array.isArray(real)) return listArrayDifferences(shown, real, at);
  if (isRecord(shown) && isRecord(real)) return listRecordDifferences(shown, real, at);
  return matches(shown, real) ? [] : [differs(at, shown, real)];
}

function matches(shown: unknown, real: unknown): boolean {
  if (shown === ANYTHING) return real !== undefined;
  if (typeof shown === 'string') return typeof real === 'string' && matchesText(shown, real);
  if (typeof shown === 'number') return typeof real === 'number' && matchesNumber(shown, real);
  return shown === real;
}

function matchesText(shown: string, real: string): boolean {
  const parts = shown.split(ANYTHING).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's').test(real);
}

function matchesNumber(shown: number, real: number): boolean {
  return Number.isInteger(shown) ? shown === real : Math.abs(shown - real) <= SCORE_TOLERANCE;
}

/** A last element `…` stands for any number of further ones. */
function listArrayDifferences(shown: unknown[], real: unknown[], at: string): string[] {
  const open = shown.at(-1) === ANYTHING;
  const wanted = open ? shown.slice(0, -1) : shown;
  if (open ? real.length < wanted.length : real.length !== wanted.length)
    return [differs(`${at}/length`, wanted.length, real.length)];
  return wanted.flatMap((value, index) => listDifferences(value, real[index], `${at}/${index}`));
}

/** A key `…` stands for any number of further ones. */
function listRecordDifferences(shown: Record<string, unknown>, real: Record<string, unknown>, at: string): string[] {
  const unshown = ANYTHING in shown ? [] : Object.keys(real).filter((key) => !(key in shown));
  return [
    ...unshown.map((key) => `${at}/${key} is in the answer and not in the README`),
    ...Object.entries(shown).flatMap(([key, value]) =>
      key === ANYTHING ? [] : listDifferences(value, real[key], `${at}/${key}`),
    ),
  ];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function differs(at: string, shown: unknown, real: unknown): string {
  return `${at}: the README has ${JSON.stringify(shown)}, the answer ${JSON.stringify(real)}`;
}

describe('the examples of the README', () => {
  const examples = readExamples(README);
  let app: NestFastifyApplication;
  let url: string;

  beforeAll(async () => {
    const config = loadConfig({ NODE_ENV: 'test', SAMPLE_DATA: 'on' });
    app = await createApp({ ...config, database: { ...config.database, url: null, dataDir: IN_MEMORY } }, silentLog);
    await app.listen(0, '127.0.0.1');
    url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  });

  afterAll(() => app.close());

  async function ask({ method, path, headers, body }: Example): Promise<string> {
    const response = await fetch(`${url}${path}`, { method, headers, ...(body === undefined ? {} : { body }) });
    return response.text();
  }

  it('are there: at least three with JSON, one stream and one import', () => {
    expect(examples.filter(({ kind }) => kind === 'json').length).toBeGreaterThanOrEqual(6);
    expect(examples.filter(({ kind, files }) => kind === 'text' && files === undefined)).toHaveLength(1);
    expect(examples.filter(({ files }) => files !== undefined)).toHaveLength(1);
  });

  /** The lines the command prints of each file's counts. */
  async function importFiles(files: readonly string[]): Promise<string> {
    const form = new FormData();
    for (const file of files) form.append('file', new Blob([readFileSync(join(ROOT, file))]), basename(file));
    const started = await fetch(`${url}/api/v1/imports`, { method: 'POST', body: form });
    const { import_id: id } = (await started.json()) as { import_id: string };
    let report = await readReport(id);
    while (['queued', 'running'].includes(report.status)) report = await readReport(id);
    return report.files
      .map(
        (file) =>
          `${file.name} (${file.dataset}): ${file.rows_in} rows\n` +
          `  ${file.inserted} inserted, ${file.updated} updated, ${file.unchanged} unchanged, ${file.merged} merged, ${file.quarantined} quarantined\n`,
      )
      .join('');
  }

  async function readReport(id: string): Promise<ImportReport> {
    return (await fetch(`${url}/api/v1/imports/${id}`)).json() as Promise<ImportReport>;
  }

  // In the order of the page, on one database, as a reader would run them.
  for (const [index, example] of examples.entries()) {
    it(`answer as printed: number ${index + 1}, ${example.method} ${example.path}`, async () => {
      if (example.files !== undefined) {
        expect(await importFiles(example.files)).toBe(example.answer);
        return;
      }
      const real = await ask(example);
      const differences =
        example.kind === 'json'
          ? listDifferences(JSON.parse(example.answer), JSON.parse(real))
          : listDifferences(parseEvents(example.answer.trimEnd()), parseEvents(real.trimEnd()));
      expect(differences).toEqual([]);
    });
  }
});

describe('the comparison of the README with an answer', () => {
  it('notices another text, another number, a missing part and a further one', () => {
    expect(listDifferences({ a: 'x … z' }, { a: 'x y z' })).toEqual([]);
    expect(listDifferences({ a: 'x … z' }, { a: 'x y' })).toHaveLength(1);
    expect(listDifferences({ a: 0.9 }, { a: 0.7 })).toHaveLength(1);
    expect(listDifferences({ a: 1, b: 2 }, { a: 1 })).toHaveLength(1);
    expect(listDifferences({ a: 1 }, { a: 1, b: 2 })).toHaveLength(1);
    expect(listDifferences({ a: 1, '…': '…' }, { a: 1, b: 2 })).toEqual([]);
    expect(listDifferences([1], [1, 2])).toHaveLength(1);
    expect(listDifferences([1, '…'], [1, 2])).toEqual([]);
  });
});

describe('the tables of the documentation', () => {
  it('name every configuration variable with its default', () => {
    const rows = [...README.matchAll(/^\| `([A-Z][A-Z0-9_]+)` \| (?:`([^`]*)`)? ?\| .+ \|$/gm)];
    const shown = Object.fromEntries(rows.map(([, name = '', value]) => [name, value ?? '']));
    const defaults = envSchema.parse({}) as Record<string, string | number | undefined>;
    const real = Object.fromEntries(Object.keys(envSchema.shape).map((name) => [name, String(defaults[name] ?? '')]));
    expect(shown).toEqual(real);
  });

  it('give a reason for every dependency and override', () => {
    const { dependencies, overrides } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Record<
      string,
      Record<string, string>
    >;
    const record = readFileSync(join(ROOT, 'docs/decisions/0009-dependencies.md'), 'utf8');
    const named = record
      .split('\n')
      .flatMap((line) => (line.startsWith('| `') ? [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)] : []));
    const inUse = [...Object.keys(dependencies ?? {}), ...Object.keys(overrides ?? {})];
    expect(named.map(([, name]) => name).sort()).toEqual(inUse.sort());
  });
});
