import { join } from 'node:path';
import autocannon from 'autocannon';
import { Child } from '../support/child.mjs';
import { judge, renderTable } from '../support/print.mjs';
import { median, medianRatio, round } from '../support/stats.mjs';
import { BODY } from './controller.mjs';

const CONNECTIONS = 16;
const here = (file) => join(import.meta.dirname, file);

/** Row "HTTP": a validated POST without a database, measured in processor time of the server's process. */
export async function runHttp({ rounds, requests = 10_000, profileDir }) {
  const servers = {
    product: await Child.start(here('product.mjs')),
    'product, one log line a request': await Child.start(here('product.mjs'), { env: { BENCH_LOG_LEVEL: 'info' } }),
    peer: await Child.start(here('peer.mjs')),
    limit: await Child.start(here('limit.mjs')),
  };
  try {
    const bodies = new Set();
    for (const { facts } of Object.values(servers)) {
      const answer = await fetch(facts.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: BODY,
      });
      bodies.add(`${answer.status} ${await answer.text()}`);
      const refused = await fetch(facts.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"message":1}',
      });
      if (answer.status !== 200 || refused.status < 400 || refused.status >= 500) {
        if (facts.url !== servers.limit.facts.url)
          throw new Error(`${facts.url} answered ${answer.status} and ${refused.status}`);
      }
    }
    if (bodies.size !== 1) throw new Error(`the servers answer differently: ${[...bodies].join(' | ')}`);

    for (const server of Object.values(servers)) await measure(server, requests);
    const rows = Object.fromEntries(Object.keys(servers).map((name) => [name, { cpuUs: [], perSecond: [] }]));
    for (let n = 0; n < rounds; n += 1) {
      for (const [name, server] of Object.entries(servers)) {
        const { cpuUs, perSecond } = await measure(server, requests);
        rows[name].cpuUs.push(cpuUs);
        rows[name].perSecond.push(perSecond);
      }
    }
    if (profileDir !== undefined) await profile(servers.product, requests, profileDir);
    return summarise(rows, { rounds, requests });
  } finally {
    for (const server of Object.values(servers)) await server.stop();
  }
}

/** After the measurement, because watching costs time. */
async function profile(server, amount, folder) {
  await server.ask('startProfile');
  await measure(server, amount);
  await server.ask('stopProfile', { folder });
}

async function measure(server, amount) {
  await server.ask('mark');
  const startedAt = performance.now();
  const load = autocannon({
    url: server.facts.url,
    connections: CONNECTIONS,
    amount,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: BODY,
  });
  let answeredAt = startedAt;
  // autocannon itself ends on whole seconds.
  load.on('response', () => {
    answeredAt = performance.now();
  });
  const result = await load;
  const cpuMs = await server.ask('cpuMs');
  if (result['2xx'] !== amount)
    throw new Error(`${server.facts.url}: ${result['2xx']} of ${amount} requests succeeded`);
  return { cpuUs: (cpuMs * 1_000) / amount, perSecond: (amount * 1_000) / (answeredAt - startedAt) };
}

function summarise(rows, settings) {
  const table = Object.entries(rows).map(([name, { cpuUs, perSecond }]) => ({
    name,
    cpuUsPerRequest: round(median(cpuUs)),
    requestsPerSecond: Math.round(median(perSecond)),
    peerCpuOverThis: round(medianRatio(rows.peer.cpuUs, cpuUs)),
  }));
  const aims = [
    judge('HTTP: peer CPU / product CPU per request', round(medianRatio(rows.peer.cpuUs, rows.product.cpuUs)), {
      atLeast: 2,
      unit: 'x',
    }),
  ];
  return {
    row: 'http',
    settings: { ...settings, connections: CONNECTIONS },
    table,
    aims,
    text: [
      `HTTP: validated POST, no database (${settings.rounds} rounds of ${settings.requests} requests, ${CONNECTIONS} connections)`,
      renderTable(
        ['server', 'CPU us/request', 'requests/s', 'peer CPU / this'],
        table.map((row) => [row.name, row.cpuUsPerRequest, row.requestsPerSecond, `${row.peerCpuOverThis}x`]),
      ),
    ].join('\n'),
  };
}
