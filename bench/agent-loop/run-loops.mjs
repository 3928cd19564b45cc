import { cpuMsSince } from '../support/child.mjs';

/** One loop after the other for so long; the processor time of one. */
export async function runLoops({ seconds }, loop) {
  const endsAt = performance.now() + seconds * 1_000;
  const before = process.cpuUsage();
  let loops = 0;
  while (performance.now() < endsAt) {
    await loop();
    loops += 1;
    // A chain of promises alone would starve the timers of whoever runs them.
    if (loops % 64 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  return { loops, cpuUs: (cpuMsSince(before) * 1_000) / loops };
}
