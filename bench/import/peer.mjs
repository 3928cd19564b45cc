/**
 * What a careful application writes without an importer: csv-parse, a cleaned object for each row, `save` for a thousand of
 * them at a time, all in one transaction. It knows the customers and what it has seen by heart; it surveys, reports, journals
 * and counts nothing.
 */
import { createReadStream } from 'node:fs';
import { DataSource, EntitySchema } from 'typeorm';
import { answerCommands, cpuMsSince } from '../support/child.mjs';
import { importOfProduct } from '../support/paths.mjs';

const { parse } = await importOfProduct('csv-parse');

const BATCH = 1_000;

const Interaction = new EntitySchema({
  name: 'Interaction',
  tableName: 'interactions',
  columns: {
    interactionId: { name: 'interaction_id', type: 'bigint', primary: true, generated: 'increment' },
    customerId: { name: 'customer_id', type: 'bigint' },
    occurredAt: { name: 'occurred_at', type: 'timestamptz' },
    channel: { type: 'text' },
    topic: { type: 'text', nullable: true },
    sentiment: { type: 'text', nullable: true },
  },
});

const dataSource = await new DataSource({
  type: 'postgres',
  url: process.env.BENCH_URL,
  entities: [Interaction],
  installExtensions: false,
}).initialize();

const SPELLINGS = new Map(['Email', 'Call', 'Chatbot', 'Letter', 'Boat'].map((name) => [fold(name), name]));
const TOPICS = new Map(
  ['Pricing', 'Onboarding Help', 'CRM Integration', 'Call Recording', 'Data Protection', 'Contract Renewal'].map(
    (name) => [fold(name), name],
  ),
);

function fold(text) {
  return text.toLowerCase().replaceAll(/[\s-]/g, '');
}

function readDate(text) {
  const parts = /^(\d\d)\/(\d\d)\/(\d{4}) (\d\d):(\d\d)$/.exec(text);
  if (parts === null) return undefined;
  const [day, month, year, hour, minute] = parts.slice(1).map(Number);
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute));
  return date.getUTCDate() === day ? date : undefined;
}

const missing = (text) => (text === '' || text === 'N/A' ? null : text);

function clean(record, customers) {
  const customerId = /^\d+$/.test(record.customers) ? Number(record.customers) : undefined;
  const occurredAt = readDate(record.date_start);
  if (customerId === undefined || occurredAt === undefined || !customers.has(customerId)) return undefined;
  const channel = SPELLINGS.get(fold(record.interaction)) ?? record.interaction;
  const topic = missing(record.topic);
  return {
    customerId,
    occurredAt,
    channel,
    topic: topic === null ? null : (TOPICS.get(fold(topic)) ?? topic),
    sentiment: missing(record.sentiment),
  };
}

async function importFile(path, manager) {
  const counts = { inserted: 0, merged: 0, quarantined: 0 };
  const known = await manager.query('SELECT customer_id FROM customers');
  const customers = new Set(known.map(({ customer_id }) => Number(customer_id)));
  const seen = new Set();
  let batch = [];
  const store = async () => {
    await manager.save(Interaction, batch, { reload: false });
    counts.inserted += batch.length;
    batch = [];
  };
  for await (const record of createReadStream(path).pipe(parse({ columns: true, trim: true, bom: true }))) {
    const row = clean(record, customers);
    if (row === undefined) {
      counts.quarantined += 1;
      continue;
    }
    const key = `${row.customerId}|${row.occurredAt.getTime()}|${row.channel}|${row.topic}`;
    if (seen.has(key)) {
      counts.merged += 1;
      continue;
    }
    seen.add(key);
    batch.push(row);
    if (batch.length === BATCH) await store();
  }
  if (batch.length > 0) await store();
  return counts;
}

answerCommands({
  async run({ path }) {
    const cpu = process.cpuUsage();
    const startedAt = performance.now();
    const counts = await dataSource.transaction((manager) => importFile(path, manager));
    return {
      ms: performance.now() - startedAt,
      cpuMs: cpuMsSince(cpu),
      maxRssMb: process.resourceUsage().maxRSS / 1024,
      counts,
    };
  },
});
