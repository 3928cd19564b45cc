/**
 * The constant of reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009): how fast lower ranks lose weight. Theirs
 * is 60, for many arms of like quality; a small one keeps the first hit of the better arm in front.
 */
export const FUSION_K = 10;
/** The vectors know spelling, not meaning: words decide, vectors break ties. */
export const VECTOR_WEIGHT = 0.2;
/** When a word of the question stands nowhere, it may be misspelt, and then spelling finds what words cannot. */
export const MISSPELT_VECTOR_WEIGHT = 0.8;

/** Ranks of one passage in the arms of a search, 1-based; null where an arm did not return it. */
export interface ArmRanks {
  keyword: number | null;
  vector: number | null;
}

/** The weight of the vectors for a question of which `known` of `asked` terms stand anywhere. */
export function weighVectors(known: number, asked: number): number {
  return known < asked ? MISSPELT_VECTOR_WEIGHT : VECTOR_WEIGHT;
}

/** The fused score of one passage: the weighted sum over the arms of 1 / (k + rank). */
export function fuseRanks(ranks: ArmRanks, vectorWeight = VECTOR_WEIGHT): number {
  return reciprocal(ranks.keyword) + vectorWeight * reciprocal(ranks.vector);
}

function reciprocal(rank: number | null): number {
  return rank === null ? 0 : 1 / (FUSION_K + rank);
}
