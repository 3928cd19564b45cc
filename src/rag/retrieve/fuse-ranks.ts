/** The constant of reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009): how fast lower ranks lose weight. */
export const FUSION_K = 60;

/** Ranks of one passage in the arms of a search, 1-based; null where an arm did not return it. */
export interface ArmRanks {
  keyword: number | null;
  vector: number | null;
}

/** The fused score of one passage: the sum over the arms of 1 / (k + rank). */
export function fuseRanks(ranks: ArmRanks): number {
  return reciprocal(ranks.keyword) + reciprocal(ranks.vector);
}

function reciprocal(rank: number | null): number {
  return rank === null ? 0 : 1 / (FUSION_K + rank);
}
