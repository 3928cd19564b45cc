import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { Child } from '../support/child.mjs';
import { openBenchDatabase } from '../support/postgres.mjs';
import { judge, renderTable } from '../support/print.mjs';
import { median, medianRatio, round } from '../support/stats.mjs';
import { CUSTOMERS, generateInteractions } from './generate.mjs';

const SYSTEMS = ['product', 'peer', 'limit'];
const SIZES = [100_000, 1_000_000];
/** A million rows take the peer minutes. */
const LARGE_ROUNDS = 1;
const MAX_RSS_MB = 300;

/** Row "import": dirty interactions into a PostgreSQL server. `--rows=N` measures one size only. */
export async function runImport({ rounds, rows }) {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-bench-import-'));
  const database = await openBenchDatabase();
  try {
    const sizes = rows === undefined ? SIZES : [rows];
    const table = [];
    for (const size of sizes) {
      const of = size > 500_000 ? Math.min(rounds, LARGE_ROUNDS) : rounds;
      table.push(...(await measure(size, of, folder, database.url)));
    }
    return summarise(table, { rounds, sizes, database: database.facts });
  } finally {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(size, rounds, folder, url) {
  const [dirty, clean] = [join(folder, `dirty-${size}.csv`), join(folder, `clean-${size}.csv`)];
  const expected = await generateInteractions(size, dirty, clean);
  const measured = Object.fromEntries(SYSTEMS.map((name) => [name, []]));
  for (let n = 0; n < rounds; n += 1) {
    for (const name of SYSTEMS) {
      // A process of its own each time: its greatest memory is of this run alone. The product's makes the tables.
      const child = await Child.start(join(import.meta.dirname, `${name}.mjs`), { env: { BENCH_URL: url } });
      try {
        await empty(url);
        const result = await child.ask('run', { path: name === 'limit' ? clean : dirty });
        await check(name, url, expected, result.counts);
        measured[name].push(result);
      } finally {
        await child.stop();
      }
    }
  }
  return SYSTEMS.map((name) => ({ size, name, rounds, ...figuresOf(name, measured, size) }));
}

function figuresOf(name, measured, size) {
  const ms = (of) => measured[of].map((result) => result.ms);
  return {
    rowsPerSecond: Math.round(size / (median(ms(name)) / 1_000)),
    overPeer: round(medianRatio(ms('peer'), ms(name))),
    overLimit: round(medianRatio(ms('limit'), ms(name))),
    cpuSeconds: name === 'limit' ? null : round(median(measured[name].map(({ cpuMs }) => cpuMs)) / 1_000),
    maxRssMb: name === 'limit' ? null : Math.round(Math.max(...measured[name].map(({ maxRssMb }) => maxRssMb))),
  };
}

async function query(url, ...statements) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let rows = [];
    for (const statement of statements) ({ rows } = await client.query(statement));
    return rows;
  } finally {
    await client.end();
  }
}

/** The same start for everybody: customers, no interactions, no waiting work of the server. */
async function empty(url) {
  await query(
    url,
    'TRUNCATE customers, interaction_months, customer_months, imports CASCADE',
    `INSERT INTO customers (customer_id, type) SELECT n, 'Type ' || n % 5 FROM generate_series(1, ${CUSTOMERS}) n`,
    'VACUUM ANALYZE',
    'CHECKPOINT',
  );
}

async function check(name, url, expected, counts) {
  const [{ stored }] = await query(url, 'SELECT count(*)::int AS stored FROM interactions');
  const isRight =
    stored === expected.inserted && (name === 'limit' || JSON.stringify(counts) === JSON.stringify(expected));
  if (!isRight)
    throw new Error(
      `${name} stored ${stored} rows and said ${JSON.stringify(counts)}, not ${JSON.stringify(expected)}`,
    );
}

function summarise(table, settings) {
  const products = table.filter(({ name }) => name === 'product');
  const aims = products.flatMap(({ size, overPeer, maxRssMb }) => [
    judge(`import, ${size} rows: product / peer`, overPeer, { atLeast: 5, unit: 'x' }),
    judge(`import, ${size} rows: greatest memory`, maxRssMb, { atMost: MAX_RSS_MB, unit: ' MB' }),
  ]);
  const { database } = settings;
  return {
    row: 'import',
    settings,
    table,
    aims,
    text: [
      `import: dirty interactions (PostgreSQL ${database.version}, fsync ${database.fsync}, synchronous_commit ${database.synchronous_commit})`,
      renderTable(
        ['rows', 'system', 'rounds', 'rows/s', 'CPU s (Node)', 'over peer', 'over limit', 'memory MB'],
        table.map((row) => [
          row.size,
          row.name,
          row.rounds,
          row.rowsPerSecond,
          row.cpuSeconds ?? '',
          `${row.overPeer}x`,
          `${row.overLimit}x`,
          row.maxRssMb ?? '',
        ]),
      ),
    ].join('\n'),
  };
}
