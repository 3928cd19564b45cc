const FIRST = 16;
const MAX = 500;
/** Long enough that round trips do not count, short enough that others, and a pause, need not wait. */
const TARGET_MS = 400;

/**
 * How many customers the next chunk takes: as many as fit the target at the pace of the last one, at most twice as many as
 * before. A model far away writes a few at a time, the offline one hundreds; a crash costs one chunk.
 */
export function chooseChunkSize(last: { size: number; tookMs: number } | null): number {
  if (last === null) return FIRST;
  const atThisPace = Math.floor((last.size * TARGET_MS) / Math.max(1, last.tookMs));
  return Math.min(MAX, last.size * 2, Math.max(1, atThisPace));
}
