import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Child } from '../support/child.mjs';
import { openBenchDatabase } from '../support/postgres.mjs';
import { judge, renderTable } from '../support/print.mjs';
import { median, round } from '../support/stats.mjs';

const CUSTOMERS = 10_000;
const TYPES = ['email', 'sms', 'call_script'];

/** Row "content": a text for each of 10,000 customers by the offline model, checked and stored, on a server and embedded. */
export async function runContent({ rounds }) {
  const database = await openBenchDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'rapport-bench-content-'));
  const systems = {};
  const file = join(import.meta.dirname, 'product.mjs');
  try {
    systems.server = await Child.start(file, { env: { BENCH_URL: database.url, BENCH_DATA_DIR: dataDir } });
    systems.embedded = await Child.start(file, { env: { BENCH_DATA_DIR: dataDir } });
    for (const child of Object.values(systems)) await child.ask('fill', { customers: CUSTOMERS });
    for (const child of Object.values(systems)) await expectWhole(await child.ask('batch', { type: 'email' }));
    const table = [];
    for (const type of TYPES) {
      const measured = { server: [], embedded: [] };
      for (let n = 0; n < rounds; n += 1) {
        for (const [name, child] of Object.entries(systems)) {
          const result = await child.ask('batch', { type });
          expectWhole(result);
          measured[name].push(result);
        }
      }
      for (const [name, results] of Object.entries(measured)) table.push(summarise(name, type, results));
    }
    const { waits } = await systems.embedded.ask('waits', { type: 'email' });
    return report(table, waits, { rounds, database: database.facts });
  } finally {
    for (const child of Object.values(systems)) await child.stop();
    rmSync(dataDir, { recursive: true, force: true });
    await database.close();
  }
}

function expectWhole({ items, ready }) {
  if (items !== CUSTOMERS || ready !== CUSTOMERS)
    throw new Error(`${items} of ${CUSTOMERS} customers, ${ready} of them ready`);
}

function summarise(name, type, results) {
  return {
    name,
    type,
    perSecond: Math.round(median(results.map(({ seconds }) => CUSTOMERS / seconds))),
    cpuMs: round(median(results.map(({ cpuMs }) => cpuMs / CUSTOMERS))),
  };
}

function report(table, waits, settings) {
  const sorted = waits.sort((a, b) => a - b);
  const p99 = round(sorted[Math.floor(sorted.length * 0.99)] ?? 0);
  const aims = table.map(({ name, type, perSecond }) =>
    judge(`content, ${type}, ${name}`, perSecond, { atLeast: 2_000, unit: ' customers/s' }),
  );
  aims.push(judge('a read beside a batch, embedded, p99', p99, { atMost: 150, unit: ' ms' }));
  return {
    row: 'content',
    settings: { ...settings, customers: CUSTOMERS },
    table,
    waits: { reads: sorted.length, p50: round(sorted[sorted.length >> 1] ?? 0), p99, max: round(sorted.at(-1) ?? 0) },
    aims,
    text: [
      `Content batches: ${CUSTOMERS} customers with three interactions each, offline model, checked and stored (${settings.rounds} rounds)`,
      renderTable(
        ['database', 'type', 'customers/s', 'CPU ms/customer'],
        table.map((row) => [row.name, row.type, row.perSecond, row.cpuMs]),
      ),
      `Beside a batch on the embedded database ${sorted.length} reads took ${round(sorted[sorted.length >> 1] ?? 0)} ms (p50), ${p99} ms (p99), ${round(sorted.at(-1) ?? 0)} ms (max).`,
    ].join('\n'),
  };
}
