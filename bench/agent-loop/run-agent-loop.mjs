import { join } from 'node:path';
import { Child } from '../support/child.mjs';
import { judge, renderTable } from '../support/print.mjs';
import { median, medianRatio, round } from '../support/stats.mjs';
import { FACT } from './scenario.mjs';

const SYSTEMS = ['product', 'peer', 'limit'];

/** Row "agent loop": a model of 0 ms asks for two tools and answers; processor time of one loop, nothing stored. */
export async function runAgentLoop({ rounds, seconds = 2, profileDir }) {
  const systems = {};
  try {
    for (const name of SYSTEMS) systems[name] = await Child.start(join(import.meta.dirname, `${name}.mjs`));
    for (const name of SYSTEMS) {
      const draft = await systems[name].ask('loop');
      if (!draft.includes(FACT)) throw new Error(`${name} answered something else: ${draft}`);
      await systems[name].ask('round', { seconds });
    }
    const cpuUs = Object.fromEntries(SYSTEMS.map((name) => [name, []]));
    for (let n = 0; n < rounds; n += 1) {
      for (const name of SYSTEMS) cpuUs[name].push((await systems[name].ask('round', { seconds })).cpuUs);
    }
    if (profileDir !== undefined) await systems.product.ask('profile', { folder: profileDir, seconds: 5 });
    return summarise(cpuUs, { rounds, seconds });
  } finally {
    for (const child of Object.values(systems)) await child.stop();
  }
}

function summarise(cpuUs, settings) {
  const table = SYSTEMS.map((name) => ({
    name,
    cpuUsPerLoop: round(median(cpuUs[name])),
    peerCpuOverThis: round(medianRatio(cpuUs.peer, cpuUs[name])),
  }));
  const aims = [
    judge('agent loop: peer CPU / product CPU per loop', round(medianRatio(cpuUs.peer, cpuUs.product)), {
      atLeast: 20,
      unit: 'x',
    }),
  ];
  return {
    row: 'agent-loop',
    settings,
    table,
    aims,
    text: [
      `Agent loop: 0 ms model, two model calls, two tools, nothing stored (${settings.rounds} rounds of ${settings.seconds} s)`,
      renderTable(
        ['system', 'CPU us/loop', 'peer CPU / this'],
        table.map(({ name, cpuUsPerLoop, peerCpuOverThis }) => [name, cpuUsPerLoop, `${peerCpuOverThis}x`]),
      ),
    ].join('\n'),
  };
}
