/** `npm run bench [-- http|turn|agent-loop|classify|statistics|import|content|start ...] [--rounds=N] [--seconds=N] [--rows=N] [--profile=folder] [--json]`; see bench/README.md. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { benchRoot, productRoot } from './support/paths.mjs';
import { machineFacts, renderTable } from './support/print.mjs';

const ROWS = {
  http: async (options) => (await import('./http/run-http.mjs')).runHttp(options),
  turn: async (options) => (await import('./turn/run-turn.mjs')).runTurn(options),
  'agent-loop': async (options) => (await import('./agent-loop/run-agent-loop.mjs')).runAgentLoop(options),
  start: async (options) => (await import('./start/run-start.mjs')).runStart(options),
  statistics: async (options) => (await import('./statistics/run-statistics.mjs')).runStatistics(options),
  import: async (options) => (await import('./import/run-import.mjs')).runImport(options),
  classify: async (options) => (await import('./nlu/run-classify.mjs')).runClassify(options),
  content: async (options) => (await import('./content/run-content.mjs')).runContent(options),
};

function readArguments() {
  const options = {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string' },
    rows: { type: 'string' },
    profile: { type: 'string' },
    json: { type: 'boolean', default: false },
  };
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const unknown = positionals.filter((row) => !(row in ROWS));
  if (unknown.length > 0) fail(`There is no row "${unknown[0]}"; there are ${Object.keys(ROWS).join(', ')}.`);
  const rounds = Number(values.rounds);
  const seconds = values.seconds === undefined ? undefined : Number(values.seconds);
  if (!Number.isInteger(rounds) || rounds < 1) fail('--rounds must be a whole number from 1.');
  const sample = values.rows === undefined ? undefined : Number(values.rows);
  if (sample !== undefined && !(Number.isInteger(sample) && sample > 0)) fail('--rows must be a whole number from 1.');
  if (seconds !== undefined && !(seconds > 0)) fail('--seconds must be a number above 0.');
  const rows = positionals.length > 0 ? positionals : Object.keys(ROWS);
  return {
    rows,
    json: values.json,
    settings: {
      rounds,
      seconds,
      rows: sample,
      profileDir: values.profile === undefined ? undefined : resolve(values.profile),
    },
  };
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

function prepare() {
  if (!existsSync(join(productRoot, 'dist/src/main.js'))) fail('Build the product first: npm run build');
  if (existsSync(join(benchRoot, 'node_modules/.package-lock.json'))) return;
  process.stderr.write('Installing what the product is compared with (once) ...\n');
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: benchRoot,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
}

const { rows, json, settings } = readArguments();
prepare();
const machine = machineFacts();
const say = (text) => {
  if (!json) process.stdout.write(`${text}\n`);
};
say(
  `Node ${machine.node}, ${machine.platform}, ${machine.cores} cores (${machine.processor}), ${machine.memoryGb} GB; load before: ${machine.load.join(' ')}\n`,
);
const results = [];
for (const row of rows) {
  const { text, ...result } = await ROWS[row](settings);
  results.push(result);
  say(`${text}\n`);
}
const loadAfter = machineFacts().load;
const aims = results.flatMap((result) => result.aims);
say(
  renderTable(
    ['aim', 'measured', 'wanted', ''],
    aims.map(({ name, value, aim, met }) => [name, value, aim, met ? 'met' : 'NOT MET']),
  ),
);
say(`\nload after: ${loadAfter.join(' ')}`);
if (json) process.stdout.write(`${JSON.stringify({ machine: { ...machine, loadAfter }, results }, null, 2)}\n`);
