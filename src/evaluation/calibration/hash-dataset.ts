import { canonicalJson, sha256Hex } from '../../shared/hash.js';
import { type GoldenCase } from '../dataset/golden-case.js';
import { listTurns } from '../dataset/list-turns.js';

/** What the fitted cases are, in two figures: an artefact that has others is stale. */
export function hashDataset(cases: readonly GoldenCase[]): { samples: number; datasetHash: string } {
  return { samples: cases.flatMap(listTurns).length, datasetHash: sha256Hex(canonicalJson(cases)) };
}
