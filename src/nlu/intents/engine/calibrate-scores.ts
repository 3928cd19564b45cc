import { type SparseVector } from './vectorise-text.js';

const LEAST = 1e-9;

/** Turns scores into probabilities. Everything in it is fitted on texts the scoring model had not seen. */
export interface Calibration {
  /** Factor of the scores in the softmax over the labels in scope. */
  sharpness: number;
  /** Weights of the signs of trust: the logit of the best label being right, for a text in scope. */
  trustWeights: readonly number[];
  /** Weights of the signs of scope: the logit of being out of scope. */
  scopeWeights: readonly number[];
}

export interface CalibratedScores {
  /** By label: given that the text is in scope at all, and so 0 for the label out of scope itself. */
  inScope: Float64Array;
  /** 0..1 */
  outOfScope: number;
}

/** Softmax of the scores, without one label. */
export function shareOut(scores: Float64Array, sharpness: number, without: number): Float64Array {
  let highest = -Infinity;
  for (let label = 0; label < scores.length; label += 1) {
    if (label !== without) highest = Math.max(highest, scores[label] ?? -Infinity);
  }
  const shares = scores.map((score, label) => (label === without ? 0 : Math.exp(sharpness * (score - highest))));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return total === 0 ? shares : shares.map((share) => share / total);
}

interface BestLabels {
  label: number;
  score: number;
  share: number;
  secondShare: number;
}

function findBest(scores: Float64Array, shares: Float64Array, without: number): BestLabels {
  const best = { label: -1, score: -1, share: 0, secondShare: 0 };
  for (const [label, share] of shares.entries()) {
    if (label === without) continue;
    if (best.label >= 0 && share <= best.share) {
      best.secondShare = Math.max(best.secondShare, share);
      continue;
    }
    best.secondShare = best.share;
    best.label = label;
    best.share = share;
    best.score = scores[label] ?? -1;
  }
  return best;
}

export interface CalibrationSigns {
  best: BestLabels;
  /** Whether the best label can be trusted: 1, logit of its share, its score, familiarity. */
  trust: number[];
  /** Whether the text is one of the labels' at all: 1, best score, its share, familiarity, length, score of "none of these". */
  scope: number[];
}

export function readSigns(
  scores: Float64Array,
  shares: Float64Array,
  outOfScope: number,
  { familiarity, words }: SparseVector,
): CalibrationSigns {
  const best = findBest(scores, shares, outOfScope);
  const share = Math.min(1 - LEAST, Math.max(LEAST, best.share));
  return {
    best,
    trust: [1, Math.log(share / (1 - share)), best.score, familiarity],
    scope: [1, best.score, best.share, familiarity, Math.log1p(words), scores[outOfScope] ?? 0],
  };
}

export const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit));

export function weighSigns(signs: readonly number[], weights: readonly number[]): number {
  return sigmoid(signs.reduce((sum, sign, at) => sum + sign * (weights[at] ?? 0), 0));
}

/** Gives the best label its probability and the others the rest in proportion; it stays the best. */
function trustBest(shares: Float64Array, best: BestLabels, trust: number): Float64Array {
  const rest = 1 - best.share;
  if (rest <= LEAST) return shares;
  const least = best.secondShare / (rest + best.secondShare);
  const probability = Math.max(least, trust);
  return shares.map((share, label) => (label === best.label ? probability : (share * (1 - probability)) / rest));
}

/** @param outOfScope index of that label, or -1 */
export function calibrateScores(
  scores: Float64Array,
  vector: SparseVector,
  outOfScope: number,
  { sharpness, trustWeights, scopeWeights }: Calibration,
): CalibratedScores {
  const shares = shareOut(scores, sharpness, outOfScope);
  const signs = readSigns(scores, shares, outOfScope, vector);
  return {
    inScope: trustBest(shares, signs.best, weighSigns(signs.trust, trustWeights)),
    outOfScope: weighSigns(signs.scope, scopeWeights),
  };
}
