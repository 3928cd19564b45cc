import { measureCalibrationError, type Forecast } from './measure-calibration-error.js';

/** One turn: its signs, and whether it passed all its checks. */
export interface CalibrationSample {
  /** Turns of one case stay on one side of a fold: they share their prospect, their words and their faults. */
  caseId: string;
  signs: Readonly<Record<string, number>>;
  passed: boolean;
}

export interface ConfidenceWeights {
  intercept: number;
  weights: Record<string, number>;
}

export interface ConfidenceFit extends ConfidenceWeights {
  samples: number;
  /** Expected calibration error over turns that each fold had not seen. */
  crossValidatedError: number;
}

/**
 * What is believed before any turn was seen. Signs the golden turns hardly show (a fallback, a contradiction) keep
 * these weights; the others move from here as far as the turns pull.
 */
const PRIOR: Readonly<Record<string, number>> = {
  intercept: -0.6,
  intent: 2.5,
  evidenceNeeded: -1,
  evidence: 2,
  evidenceMissing: -0.8,
  uncovered: -1.5,
  missingNames: -0.3,
  dropped: -0.7,
  contradiction: -0.5,
  degraded: -0.3,
};
/** How strongly the prior holds each weight; the intercept is free to find the base rate. */
const PULL = 2;
const INTERCEPT_PULL = 0.01;
const FOLDS = 5;
const STEPS = 50;

/**
 * Logistic regression by Newton's method towards a Gaussian prior: with few turns it stays near what is believed, with
 * many it follows them. Deterministic.
 * @throws Error for a sign the prior does not know, or without any sample
 */
export function fitConfidence(samples: readonly CalibrationSample[]): ConfidenceFit {
  const [first] = samples;
  if (first === undefined) throw new Error('there are no turns to fit to');
  const names = Object.keys(first.signs);
  const unknown = names.filter((name) => PRIOR[name] === undefined);
  if (unknown.length > 0) throw new Error(`the prior does not know the sign ${unknown.join(', ')}`);
  const { error } = measureCalibrationError(crossValidate(samples, names));
  return { ...solve(samples, names), samples: samples.length, crossValidatedError: error ?? 0 };
}

/** The probability the weights give to these signs. */
export function predict({ intercept, weights }: ConfidenceWeights, signs: CalibrationSample['signs']): number {
  const sum = Object.entries(weights).reduce((total, [name, weight]) => total + weight * (signs[name] ?? 0), intercept);
  return 1 / (1 + Math.exp(-sum));
}

function crossValidate(samples: readonly CalibrationSample[], names: readonly string[]): Forecast[] {
  const caseIds = [...new Set(samples.map(({ caseId }) => caseId))].sort();
  const foldOf = new Map(caseIds.map((id, index) => [id, index % FOLDS]));
  return Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    const unseen = samples.filter(({ caseId }) => foldOf.get(caseId) === fold);
    const fit = solve(
      samples.filter(({ caseId }) => foldOf.get(caseId) !== fold),
      names,
    );
    return unseen.map(({ signs, passed }) => ({ probability: predict(fit, signs), happened: passed }));
  });
}

/**
 * No weight may turn against what is believed of its sign: with few turns that is chance, and nobody would understand a
 * confidence that rises with a doubt. Such a sign counts nothing.
 */
function solve(samples: readonly CalibrationSample[], names: readonly string[]): ConfidenceWeights {
  const fit = solveFreely(samples, names);
  const kept = names.filter((name) => (fit.weights[name] ?? 0) * (PRIOR[name] ?? 0) >= 0);
  if (kept.length === names.length) return fit;
  const { intercept, weights } = solve(samples, kept);
  return { intercept, weights: Object.fromEntries(names.map((name) => [name, weights[name] ?? 0])) };
}

function solveFreely(samples: readonly CalibrationSample[], names: readonly string[]): ConfidenceWeights {
  const prior = [PRIOR['intercept'] ?? 0, ...names.map((name) => PRIOR[name] ?? 0)];
  const pull = prior.map((_, index) => (index === 0 ? INTERCEPT_PULL : PULL));
  const rows = samples.map(({ signs, passed }) => ({
    x: [1, ...names.map((name) => signs[name] ?? 0)],
    y: Number(passed),
  }));
  let w = [...prior];
  for (let step = 0; step < STEPS; step += 1) {
    const gradient = w.map((weight, index) => (pull[index] ?? 0) * (weight - (prior[index] ?? 0)));
    const hessian = pull.map((own, row) => pull.map((_, column) => (row === column ? own : 0)));
    for (const { x, y } of rows) addSample(gradient, hessian, x, y, w);
    const move = solveLinear(hessian, gradient);
    w = w.map((weight, index) => weight - (move[index] ?? 0));
    if (Math.max(...move.map(Math.abs)) < 1e-9) break;
  }
  const [intercept = 0, ...weights] = w;
  return { intercept, weights: Object.fromEntries(names.map((name, index) => [name, weights[index] ?? 0])) };
}

function addSample(
  gradient: number[],
  hessian: number[][],
  x: readonly number[],
  y: number,
  w: readonly number[],
): void {
  const probability = 1 / (1 + Math.exp(-dot(x, w)));
  // A floor keeps the matrix solvable where every turn is certain already.
  const curvature = Math.max(probability * (1 - probability), 1e-6);
  for (const [row, value] of x.entries()) {
    gradient[row] = (gradient[row] ?? 0) + (probability - y) * value;
    const line = hessian[row];
    if (line === undefined) continue;
    for (const [column, other] of x.entries()) line[column] = (line[column] ?? 0) + curvature * value * other;
  }
}

/** Gaussian elimination; the matrix is symmetric and positive definite, so that no pivoting is needed. */
function solveLinear(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((line, index) => [...line, right[index] ?? 0]);
  for (const [at, pivot] of rows.entries()) {
    for (const row of rows.slice(at + 1)) subtract(row, pivot, ratio(row[at], pivot[at]));
  }
  const solution = new Array<number>(rows.length).fill(0);
  for (const [at, row] of [...rows.entries()].reverse()) {
    const known = dot(row.slice(at + 1, rows.length), solution.slice(at + 1));
    solution[at] = ratio((row[rows.length] ?? 0) - known, row[at]);
  }
  return solution;
}

function subtract(row: number[], other: readonly number[], factor: number): void {
  for (const [column, value] of other.entries()) row[column] = (row[column] ?? 0) - factor * value;
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}

function ratio(above = 0, below = 1): number {
  return above / below;
}
