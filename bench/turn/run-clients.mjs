import { cpuMsSince } from '../support/child.mjs';

/** So many clients, each on its own conversation, each with the next turn as soon as the last is stored. */
export async function runClients({ clients, seconds }, turn) {
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  const endsAt = startedAt + seconds * 1_000;
  let turns = 0;
  const client = async (index) => {
    while (performance.now() < endsAt) {
      await turn(index);
      turns += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, index) => client(index)));
  const tookMs = performance.now() - startedAt;
  return { turns, perSecond: (turns * 1_000) / tookMs, cpuMsPerTurn: cpuMsSince(cpuBefore) / turns };
}
