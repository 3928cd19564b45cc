/** Milliseconds of each of several calls, one after the other. */
export async function timeEach(times, work) {
  const ms = [];
  for (let n = 0; n < times; n += 1) {
    const startedAt = performance.now();
    await work();
    ms.push(performance.now() - startedAt);
  }
  return { ms };
}
