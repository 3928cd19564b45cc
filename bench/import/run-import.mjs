import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { Child } from '../support/child.mjs';
import { openBenchDatabase } from '../support/postgres.mjs';
import { judge, renderTable } from '../support/print.mjs';
import { median, medianRatio, round } from '../support/stats.mjs';
import { CUSTOMERS, generateInteractions } from './generate.mjs';

const SYSTEMS = ['product', 'peer', 'peer, a row a save', 'limit'];
const FILES = { product: 'product.mjs', peer: 'peer.mjs', 'peer, a row a save': 'peer.mjs', limit: 'limit.mjs' };
/** A commit for each row: more than these would take minutes, and each costs the same. */
const SINGLE_ROWS = 20_000;
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
  const few = { size: Math.min(size, SINGLE_ROWS), path: join(folder, 'few.csv') };
  const expectedOfFew = await generateInteractions(few.size, few.path, join(folder, 'few-clean.csv'));
  const measured = Object.fromEntries(SYSTEMS.map((name) => [name, []]));
  for (let n = 0; n < rounds; n += 1) {
    for (const name of SYSTEMS) {
      // A process of its own each time: its greatest memory is of this run alone. The product's makes the tables.
      const child = await Child.start(join(import.meta.dirname, FILES[name]), { env: { BENCH_URL: url } });
      try {
        await empty(url);
        const isSingle = name === 'peer, a row a save';
        const path = name === 'limit' ? clean : isSingle ? few.path : dirty;
        const result = await child.ask('run', { path, rowsPerSave: isSingle ? 1 : 1_000 });
        await check(name, url, isSingle ? expectedOfFew : expected, result.counts);
        measured[name].push({ ...result, rowsPerSecond: ((isSingle ? few.size : size) * 1_000) / result.ms });
      } finally {
        await child.stop();
      }
    }
  }
  return SYSTEMS.map((name) => ({ size, name, rounds, ...figuresOf(name, measured) }));
}

function figuresOf(name, measured) {
  const speeds = (of) => measured[of].map(({ rowsPerSecond }) => rowsPerSecond);
  return {
    rowsPerSecond: Math.round(median(speeds(name))),
    overPeer: round(medianRatio(speeds(name), speeds('peer'))),
    overSingle: round(medianRatio(speeds(name), speeds('peer, a row a save'))),
    overLimit: round(medianRatio(speeds(name), speeds('limit'))),
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
    'TRUNCATE customers, interaction_months, customer_products, imports CASCADE',
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
  const aims = products.flatMap(({ size, overPeer, overSingle, maxRssMb }) => [
    judge(`import, ${size} rows: product / peer, a row a save`, overSingle, { atLeast: 5, unit: 'x' }),
    judge(`import, ${size} rows: product / peer, 1000 rows a save`, overPeer, { atLeast: 5, unit: 'x' }),
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
        ['rows', 'system', 'rounds', 'rows/s', 'CPU s (Node)', 'over peer', 'over single', 'over limit', 'memory MB'],
        table.map((row) => [
          row.size,
          row.name,
          row.rounds,
          row.rowsPerSecond,
          row.cpuSeconds ?? '',
          `${row.overPeer}x`,
          `${row.overSingle}x`,
          `${row.overLimit}x`,
          row.maxRssMb ?? '',
        ]),
      ),
    ].join('\n'),
  };
}
