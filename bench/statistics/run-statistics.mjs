import { join } from 'node:path';
import { Child } from '../support/child.mjs';
import { openBenchDatabase } from '../support/postgres.mjs';
import { judge, renderTable } from '../support/print.mjs';
import { median, medianRatio, round } from '../support/stats.mjs';
import { addInteractions, seedInteractions } from './seed.mjs';

const SYSTEMS = ['product', 'peer', 'limit'];
const ROWS = Number(process.env.BENCH_STATISTICS_ROWS ?? 10_000_000);
const CUSTOMERS = Math.max(1, Math.round(ROWS / 20));
const ADDED = Math.max(1, Math.round(ROWS / 100));
const QUESTIONS = {
  everything: {},
  'eighteen months': { from: '2020-03-01', to: '2021-08-31' },
  'eighteen months and some days': { from: '2020-02-20', to: '2021-09-10' },
  'one channel': { channel: 'Email' },
};
const SUBJECT = 'everything';

/** Row "statistics": interactions per product and customer type on 10 million rows of a PostgreSQL server. */
export async function runStatistics({ rounds }) {
  const database = await openBenchDatabase();
  const systems = {};
  try {
    const start = (name) => Child.start(join(import.meta.dirname, `${name}.mjs`), { env: { BENCH_URL: database.url } });
    systems.product = await start('product');
    await seedInteractions(database.url, { rows: ROWS, customers: CUSTOMERS });
    const first = await systems.product.ask('refresh', { customers: 'customers' });
    for (const name of ['peer', 'limit']) systems[name] = await start(name);
    const totals = [await systems.product.ask('total'), await systems.peer.ask('total')];
    if (totals.some(({ total }) => total !== ROWS))
      throw new Error(`not all rows were counted: ${JSON.stringify(totals)}`);
    const answers = await measureAnswers(systems, rounds);
    const upkeep = await measureUpkeep(systems, database.url, rounds);
    return summarise({ answers, upkeep, first, rounds, database: database.facts });
  } finally {
    for (const child of Object.values(systems)) await child.stop();
    await database.close();
  }
}

async function measureAnswers(systems, rounds) {
  const answers = {};
  for (const [question, filters] of Object.entries(QUESTIONS)) {
    answers[question] = Object.fromEntries(SYSTEMS.map((name) => [name, []]));
    for (let n = 0; n <= rounds; n += 1) {
      for (const name of SYSTEMS) {
        const times = name === 'peer' || filters.channel !== undefined ? 1 : 20;
        const { ms } = await systems[name].ask('answer', { filters, times });
        // The round before the first only warms up.
        if (n > 0) answers[question][name].push(median(ms));
      }
    }
  }
  return answers;
}

async function measureUpkeep(systems, url, rounds) {
  const upkeep = { insert: [], refresh: [] };
  for (let n = 0; n < rounds; n += 1) {
    upkeep.insert.push((await addInteractions(url, { rows: ADDED, customers: CUSTOMERS })).ms);
    upkeep.refresh.push((await systems.product.ask('refresh', { interactions: 'bench_touched' })).ms);
  }
  return upkeep;
}

function summarise({ answers, upkeep, first, rounds, database }) {
  const table = Object.entries(answers).flatMap(([question, by]) =>
    SYSTEMS.map((name) => ({
      question,
      name,
      ms: round(median(by[name])),
      underPeer: round(medianRatio(by.peer, by[name])),
    })),
  );
  const product = table.find(({ question, name }) => question === SUBJECT && name === 'product');
  const ratio = round(medianRatio(upkeep.refresh, upkeep.insert));
  const aims = [
    judge(`statistics, ${ROWS} rows: answer`, product.ms, { atMost: 20, unit: ' ms' }),
    judge(`statistics, ${ADDED} rows more: upkeep / insert`, ratio, { atMost: 1.2, unit: 'x' }),
  ];
  return {
    row: 'statistics',
    settings: { rounds, rows: ROWS, customers: CUSTOMERS, database },
    table,
    upkeep: { rows: ADDED, insertMs: round(median(upkeep.insert)), refreshMs: round(median(upkeep.refresh)), ratio },
    firstCountMs: round(first.ms),
    aims,
    text: [
      `Interactions per product and type: ${ROWS} rows of ${CUSTOMERS} customers (${rounds} rounds; PostgreSQL ${database.version})`,
      renderTable(
        ['question', 'system', 'ms', 'peer / this'],
        table.map(({ question, name, ms, underPeer }) => [question, name, ms, `${underPeer}x`]),
      ),
      `upkeep: ${ADDED} rows inserted in ${round(median(upkeep.insert))} ms, counted in ${round(median(upkeep.refresh))} ms; everything counted for the first time in ${round(first.ms / 1000)} s`,
    ].join('\n'),
  };
}
