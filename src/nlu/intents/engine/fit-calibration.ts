import { type Calibration, type CalibrationSigns, readSigns, shareOut, weighSigns } from './calibrate-scores.js';
import { type UnseenScores } from './cross-score.js';
import { solveLinear } from './solve-linear.js';

/** Where a training set has no text out of scope, one message in ten is assumed to be. */
const ASSUMED_SHARE = 0.1;
/** Stand-ins weigh this much of the real texts out of scope, where there are some. */
const STAND_IN_SHARE = 0.25;
/** Typical texts together weigh this much of the examples: they are fewer, and say more of what is to come. */
const TYPICAL_SHARE = 3;
const GOLDEN = (Math.sqrt(5) - 1) / 2;
const MIN_LOG_SHARPNESS = Math.log(0.5);
const MAX_LOG_SHARPNESS = Math.log(60);
const SEARCH_STEPS = 40;
const NEWTON_STEPS = 25;
const SETTLED = 1e-9;
const RIDGE = 0.5;
const LEAST = 1e-12;

/** Factor of the softmax under which the labels of texts nobody trained on are most likely (temperature scaling). */
function fitSharpness(rows: readonly WeighedRow[], outOfScope: number): number {
  const lossAt = (logSharpness: number): number =>
    rows.reduce((loss, { row: { scores, targets }, weight }) => {
      const shares = shareOut(scores, Math.exp(logSharpness), outOfScope);
      return loss - weight * Math.log(Math.max(LEAST, ...targets.map((target) => shares[target] ?? 0)));
    }, 0);
  let low = MIN_LOG_SHARPNESS;
  let high = MAX_LOG_SHARPNESS;
  for (let step = 0; step < SEARCH_STEPS; step += 1) {
    const left = high - GOLDEN * (high - low);
    const right = low + GOLDEN * (high - low);
    if (lossAt(left) <= lossAt(right)) high = right;
    else low = left;
  }
  return Math.exp((low + high) / 2);
}

interface WeighedSigns {
  signs: readonly number[];
  holds: 0 | 1;
  weight: number;
}

/** Logistic regression with a small ridge, by Newton's method. */
export function fitLogistic(rows: readonly WeighedSigns[]): number[] {
  let weights = new Array<number>(rows[0]?.signs.length ?? 0).fill(0);
  for (let step = 0; step < NEWTON_STEPS; step += 1) {
    const gradient = weights.map((weight) => RIDGE * weight);
    const curvature: number[][] = weights.map((_, row) => weights.map((__, column) => (row === column ? RIDGE : 0)));
    for (const row of rows) addRow(row, weights, gradient, curvature);
    const move = solveLinear(curvature, gradient);
    weights = weights.map((weight, at) => weight - (move[at] ?? 0));
    if (Math.max(...move.map(Math.abs)) < SETTLED) break;
  }
  return weights;
}

function addRow(
  { signs, holds, weight }: WeighedSigns,
  weights: readonly number[],
  gradient: number[],
  curvature: readonly number[][],
): void {
  const probability = weighSigns(signs, weights);
  const slope = weight * probability * (1 - probability);
  for (const [row, sign] of signs.entries()) {
    gradient[row] = (gradient[row] ?? 0) + weight * (probability - holds) * sign;
    const line = curvature[row] ?? [];
    for (const [column, other] of signs.entries()) line[column] = (line[column] ?? 0) + slope * sign * other;
  }
}

export interface CalibrationTexts {
  /** Every example, scored by a model that had not seen it. */
  unseen: readonly UnseenScores[];
  /** Examples of labels the scoring model did not know. */
  standIns: readonly UnseenScores[];
  /** Texts like those to come, none of them an example; may be empty. */
  typical: readonly UnseenScores[];
}

interface WeighedRow {
  row: UnseenScores;
  weight: number;
}

export function fitCalibration({ unseen, standIns, typical }: CalibrationTexts, outOfScope: number): Calibration {
  const isInside = ({ targets }: UnseenScores): boolean => targets.some((target) => target !== outOfScope);
  const isOutside = ({ targets }: UnseenScores): boolean =>
    targets.length > 0 && !targets.some((t) => t !== outOfScope);
  const inside = unseen.filter(isInside);
  const outside = unseen.filter(isOutside);
  const typicalWeight = (TYPICAL_SHARE * inside.length) / Math.max(1, typical.filter(isInside).length);
  const trusted: WeighedRow[] = [
    ...inside.map((row) => ({ row, weight: 1 })),
    ...typical.filter(isInside).map((row) => ({ row, weight: typicalWeight })),
  ];
  const sharpness = trusted.length === 0 ? 1 : fitSharpness(trusted, outOfScope);
  const signsOf = ({ scores, vector }: UnseenScores): CalibrationSigns =>
    readSigns(scores, shareOut(scores, sharpness, outOfScope), outOfScope, vector);
  const standInTotal =
    outside.length > 0 ? STAND_IN_SHARE * outside.length : (inside.length * ASSUMED_SHARE) / (1 - ASSUMED_SHARE);
  return {
    sharpness,
    trustWeights: fitLogistic(
      trusted.map(({ row, weight }) => {
        const { best, trust } = signsOf(row);
        return { signs: trust, holds: row.targets.includes(best.label) ? 1 : 0, weight };
      }),
    ),
    scopeWeights: fitLogistic([
      ...inside.map((row) => ({ signs: signsOf(row).scope, holds: 0 as const, weight: 1 })),
      ...outside.map((row) => ({ signs: signsOf(row).scope, holds: 1 as const, weight: 1 })),
      ...standIns.map((row) => ({
        signs: signsOf(row).scope,
        holds: 1 as const,
        weight: standInTotal / standIns.length,
      })),
    ]),
  };
}
