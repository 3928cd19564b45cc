import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { productRoot } from '../support/paths.mjs';
import { openBenchDatabase } from '../support/postgres.mjs';
import { judge, renderTable } from '../support/print.mjs';
import { median, round } from '../support/stats.mjs';

const TURNS = 200;
const BODY = JSON.stringify({
  conversation_history: [],
  current_prospect_message: 'What does the Team plan cost for fifty people?',
  prospect_id: 'prospect_101',
});

/** From the start of the process to a ready answer, and what it then holds in memory. */
export async function runStart({ rounds }) {
  const results = { 'embedded, fresh': [], 'embedded, warm': [], 'server, fresh': [], 'server, warm': [] };
  for (let n = 0; n < rounds; n += 1) {
    const dataDir = mkdtempSync(join(tmpdir(), 'rapport-bench-data-'));
    const database = await openBenchDatabase();
    try {
      for (const state of ['fresh', 'warm']) {
        results[`embedded, ${state}`].push(await startOnce({ DATA_DIR: dataDir }));
        results[`server, ${state}`].push(await startOnce({ DATABASE_URL: database.url }));
      }
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
      await database.close();
    }
  }
  return summarise(results, rounds);
}

async function startOnce(settings) {
  const startedAt = performance.now();
  const app = spawn(process.execPath, [join(productRoot, 'dist/src/main.js')], {
    cwd: tmpdir(),
    env: { ...withoutSettings(process.env), NODE_ENV: 'test', PORT: '0', LOG_FORMAT: 'json', ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => app.once('exit', resolve));
  try {
    const { url } = await readyLine(app, ended);
    const health = await fetch(`${url}/health/ready`);
    if (!health.ok) throw new Error(`ready was announced, but /health/ready answers ${health.status}`);
    const readyMs = performance.now() - startedAt;
    const rssReady = readRssMb(app.pid);
    for (let n = 0; n < TURNS; n += 1) {
      const answer = await fetch(`${url}/api/process_message`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: BODY,
      });
      if (answer.status !== 200) throw new Error(`a turn answered ${answer.status}: ${await answer.text()}`);
      await answer.arrayBuffer();
    }
    return { readyMs, rssReady, rssUsed: readRssMb(app.pid) };
  } finally {
    app.kill('SIGTERM');
    await ended;
  }
}

/** Settings of the caller's own installation must not leak into what is measured. */
function withoutSettings(variables) {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'SystemRoot', 'LANG'];
  return Object.fromEntries(Object.entries(variables).filter(([name]) => kept.includes(name)));
}

async function readyLine(app, ended) {
  const lines = createInterface({ input: app.stdout });
  const found = new Promise((resolve) => {
    lines.on('line', (line) => {
      const entry = line.startsWith('{') ? JSON.parse(line) : {};
      if (entry.event === 'app.ready') resolve(entry);
    });
  });
  const ending = ended.then((code) => {
    throw new Error(`the product ended with code ${code} before it was ready`);
  });
  return Promise.race([found, ending]);
}

function readRssMb(pid) {
  const status = `/proc/${pid}/status`;
  const kilobytes = existsSync(status)
    ? /VmRSS:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1]
    : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return Math.round(Number(kilobytes) / 1024);
}

function summarise(results, rounds) {
  const table = Object.entries(results).map(([name, measured]) => ({
    name,
    readySeconds: round(median(measured.map(({ readyMs }) => readyMs)) / 1_000),
    rssReadyMb: median(measured.map(({ rssReady }) => rssReady)),
    rssAfterTurnsMb: median(measured.map(({ rssUsed }) => rssUsed)),
  }));
  const of = (name) => table.find((row) => row.name === name);
  const memory = (name) => Math.max(of(name).rssReadyMb, of(name).rssAfterTurnsMb);
  const aims = [
    judge('fresh start, embedded', of('embedded, fresh').readySeconds, { atMost: 10, unit: ' s' }),
    judge('warm start, embedded', of('embedded, warm').readySeconds, { atMost: 2, unit: ' s' }),
    judge('memory, embedded', Math.max(memory('embedded, fresh'), memory('embedded, warm')), {
      atMost: 600,
      unit: ' MB',
    }),
    judge('memory, server', Math.max(memory('server, fresh'), memory('server, warm')), { atMost: 250, unit: ' MB' }),
  ];
  return {
    row: 'start',
    settings: { rounds, turns: TURNS },
    table,
    aims,
    text: [
      `Start: from the start of the process to /health/ready, and resident memory then and after ${TURNS} turns over HTTP (${rounds} rounds)`,
      renderTable(
        ['database', 'ready s', 'RSS ready MB', 'RSS after turns MB'],
        table.map((row) => [row.name, row.readySeconds, row.rssReadyMb, row.rssAfterTurnsMb]),
      ),
    ].join('\n'),
  };
}
