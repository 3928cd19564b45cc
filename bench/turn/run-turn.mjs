import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { Child } from '../support/child.mjs';
import { openBenchDatabase } from '../support/postgres.mjs';
import { judge, renderTable } from '../support/print.mjs';
import { median, medianRatio, round } from '../support/stats.mjs';
import { FACT, HISTORY_MESSAGES, historyMessage, MAX_CLIENTS, POOL, QUESTION } from './scenario.mjs';

const CLIENTS = [1, 16, MAX_CLIENTS];
const SYSTEMS = ['product', 'peer', 'limit'];

/** Row "one turn": a model of 0 ms, 20 messages of history, two tools, everything stored on a PostgreSQL server. */
export async function runTurn({ rounds, seconds = 2, profileDir }) {
  const database = await openBenchDatabase();
  const systems = {};
  try {
    for (const name of SYSTEMS) {
      systems[name] = await Child.start(join(import.meta.dirname, `${name}.mjs`), { env: { BENCH_URL: database.url } });
    }
    for (const name of ['product', 'limit'])
      await systems[name].ask('use', { ids: await seedConversations(database.url) });
    for (const name of SYSTEMS) {
      const { draft } = await systems[name].ask('turn');
      if (!draft.includes(FACT)) throw new Error(`${name} answered something else: ${draft}`);
    }
    const { roundTrips, statements } = await systems.product.ask('count');
    for (const name of SYSTEMS) await systems[name].ask('round', { clients: 16, seconds });
    const rows = await measure(systems, { rounds, seconds });
    // After the measurement, because watching costs time.
    if (profileDir !== undefined) await systems.product.ask('profile', { folder: profileDir, clients: 16, seconds: 5 });
    return summarise(rows, { rounds, seconds, database: database.facts, pool: POOL }, roundTrips, statements);
  } finally {
    for (const child of Object.values(systems)) await child.stop();
    await database.close();
  }
}

async function measure(systems, { rounds, seconds }) {
  const rows = Object.fromEntries(
    CLIENTS.map((clients) => [clients, Object.fromEntries(SYSTEMS.map((name) => [name, []]))]),
  );
  for (const clients of CLIENTS) {
    for (let n = 0; n < rounds; n += 1) {
      for (const name of SYSTEMS) rows[clients][name].push(await systems[name].ask('round', { clients, seconds }));
    }
  }
  return rows;
}

async function seedConversations(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const ids = Array.from({ length: MAX_CLIENTS }, () => randomUUID());
    await client.query(
      `INSERT INTO conversations (conversation_id, channel, title, last_seq)
       SELECT id, 'sales', $2, $3 FROM unnest($1::uuid[]) AS id`,
      [ids, QUESTION, HISTORY_MESSAGES],
    );
    const texts = Array.from({ length: HISTORY_MESSAGES }, (_, at) => historyMessage(at + 1));
    await client.query(
      `INSERT INTO messages (message_id, conversation_id, seq, role, content, status, completed_at)
       SELECT gen_random_uuid(), id, seq, CASE WHEN seq % 2 = 1 THEN 'user' ELSE 'assistant' END, content, 'complete', now()
       FROM unnest($1::uuid[]) AS id, unnest($2::text[]) WITH ORDINALITY AS said (content, seq)`,
      [ids, texts],
    );
    await client.query('ANALYZE');
    return ids;
  } finally {
    await client.end();
  }
}

function summarise(rows, settings, roundTrips, statements) {
  const speeds = (clients, name) => rows[clients][name].map(({ perSecond }) => perSecond);
  const table = CLIENTS.flatMap((clients) =>
    SYSTEMS.map((name) => ({
      clients,
      name,
      turnsPerSecond: Math.round(median(speeds(clients, name))),
      cpuMsPerTurn: round(median(rows[clients][name].map(({ cpuMsPerTurn }) => cpuMsPerTurn))),
      overPeer: round(medianRatio(speeds(clients, name), speeds(clients, 'peer'))),
      overLimit: round(medianRatio(speeds(clients, name), speeds(clients, 'limit'))),
    })),
  );
  const product = table.find(({ clients, name }) => clients === 16 && name === 'product');
  const aims = [
    judge('one turn, 16 clients: product / peer', product.overPeer, { atLeast: 5, unit: 'x' }),
    judge('one turn, 16 clients: product / limit', product.overLimit, { atLeast: 0.5 }),
    judge('one turn: database round trips', Math.max(...roundTrips), { atMost: 3 }),
  ];
  const { database } = settings;
  return {
    row: 'turn',
    settings,
    table,
    roundTrips: { most: Math.max(...roundTrips), median: median(roundTrips) },
    aims,
    text: [
      `One turn: 0 ms model, ${HISTORY_MESSAGES} messages of history, 2 tools, all rows stored (${settings.rounds} rounds of ${settings.seconds} s; PostgreSQL ${database.version}, ` +
        `fsync ${database.fsync}, synchronous_commit ${database.synchronous_commit}, pgvector ${database.pgvector ? 'yes' : 'no'}, ${POOL} connections each)`,
      renderTable(
        ['clients', 'system', 'turns/s', 'CPU ms/turn (Node)', 'over peer', 'over limit'],
        table.map((row) => [
          row.clients,
          row.name,
          row.turnsPerSecond,
          row.cpuMsPerTurn,
          `${row.overPeer}x`,
          `${row.overLimit}x`,
        ]),
      ),
      `database round trips of a turn: median ${median(roundTrips)}, most ${Math.max(...roundTrips)} (${statements.map((text) => text.trim().split(/\s+/).slice(0, 3).join(' ')).join('; ')})`,
    ].join('\n'),
  };
}
