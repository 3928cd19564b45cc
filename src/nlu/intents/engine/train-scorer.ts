import { seededRandom, shuffle } from './seeded-random.js';
import { type SparseVector } from './vectorise-text.js';

export interface TrainingRow {
  vector: SparseVector;
  /** Indices of the labels that hold; usually one. */
  targets: readonly number[];
}

/** One linear function per label: `weights[position * labels + label]`, all labels of a feature side by side. */
export interface DenseScorer {
  labels: number;
  weights: Float32Array;
  bias: Float32Array;
}

/** What an error costs against a large weight. Between 1 and 3 the results hardly differ on any set. */
const COST = 2;
const MAX_EPOCHS = 10;
/** Largest violation of the optimality conditions that is left over. */
const TOLERANCE = 0.05;
const NEGLIGIBLE = 1e-6;
/** Errors on the few examples of a rare label cost up to this many times more. */
const MAX_RARITY = 10;

/** What one pass needs; the buffers are reused, for a pass makes millions of steps. */
interface Problem extends DenseScorer {
  rows: readonly TrainingRow[];
  duals: Float32Array;
  /** Squared length of each row, the constant feature of the bias included. */
  squares: Float64Array;
  /** Per label, what the cost adds to the diagonal for a row with the label. */
  softness: Float64Array;
  scores: Float64Array;
  touched: number[];
  changes: number[];
}

/**
 * Linear support vector machines, one against the rest, with squared hinge loss, by dual coordinate descent (Hsieh et al.,
 * "A dual coordinate descent method for large-scale linear SVM", 2008). All labels of a row are stepped together, because
 * its scores for all of them come out of one pass over adjacent memory. The same rows give the same bits.
 */
export function trainScorer(rows: readonly TrainingRow[], labels: number, features: number): DenseScorer {
  const problem = toProblem(rows, labels, features);
  const order = Int32Array.from(rows.keys());
  const random = seededRandom(1);
  for (let epoch = 0; epoch < MAX_EPOCHS; epoch += 1) {
    shuffle(order, random);
    let worst = 0;
    for (const row of order) worst = Math.max(worst, stepRow(problem, row));
    if (worst < TOLERANCE) break;
  }
  return { labels, weights: problem.weights, bias: problem.bias };
}

function toProblem(rows: readonly TrainingRow[], labels: number, features: number): Problem {
  const counts = new Float64Array(labels);
  for (const { targets } of rows) for (const target of targets) counts[target] = (counts[target] ?? 0) + 1;
  const rarities = counts.map((count) =>
    Math.max(NEGLIGIBLE, Math.min(MAX_RARITY, Math.sqrt(rows.length / (labels * Math.max(1, count))))),
  );
  return {
    labels,
    weights: new Float32Array(features * labels),
    bias: new Float32Array(labels),
    rows,
    duals: new Float32Array(rows.length * labels),
    squares: Float64Array.from(rows, ({ vector }) => vector.values.reduce((sum, value) => sum + value * value, 1)),
    softness: rarities.map((rarity) => 1 / (2 * COST * rarity)),
    scores: new Float64Array(labels),
    touched: [],
    changes: [],
  };
}

/** Improves the duals of one row; returns how far the worst was from its optimum. */
function stepRow(problem: Problem, row: number): number {
  const { rows, labels, weights, bias, scores, touched, changes } = problem;
  const training = rows[row];
  if (training === undefined) return 0;
  const { positions, values } = training.vector;
  scores.set(bias);
  addScores(positions, values, weights, labels, scores);
  touched.length = 0;
  changes.length = 0;
  let worst = 0;
  for (let label = 0; label < labels; label += 1) {
    worst = Math.max(worst, stepDual(problem, row, label, training.targets.includes(label)));
  }
  if (touched.length > 0) moveWeights(problem, training.vector);
  return worst;
}

function moveWeights({ labels, weights, touched, changes }: Problem, { positions, values }: SparseVector): void {
  for (let at = 0; at < positions.length; at += 1) {
    const base = (positions[at] ?? 0) * labels;
    const value = values[at] ?? 0;
    for (let index = 0; index < touched.length; index += 1) {
      const weight = base + (touched[index] ?? 0);
      weights[weight] = (weights[weight] ?? 0) + value * (changes[index] ?? 0);
    }
  }
}

function addScores(
  positions: Int32Array,
  values: Float32Array,
  weights: Float32Array,
  labels: number,
  scores: Float64Array,
): void {
  for (let at = 0; at < positions.length; at += 1) {
    const base = (positions[at] ?? 0) * labels;
    const value = values[at] ?? 0;
    for (let label = 0; label < labels; label += 1) {
      scores[label] = (scores[label] ?? 0) + value * (weights[base + label] ?? 0);
    }
  }
}

function stepDual(problem: Problem, row: number, label: number, holds: boolean): number {
  const { labels, duals, squares, softness, scores } = problem;
  const sign = holds ? 1 : -1;
  const at = row * labels + label;
  const dual = duals[at] ?? 0;
  const diagonal = holds ? (softness[label] ?? 1) : 1 / (2 * COST);
  const gradient = sign * (scores[label] ?? 0) - 1 + diagonal * dual;
  const violation = Math.abs(dual === 0 ? Math.min(gradient, 0) : gradient);
  if (violation < NEGLIGIBLE) return violation;
  const next = Math.max(dual - gradient / ((squares[row] ?? 1) + diagonal), 0);
  duals[at] = next;
  noteChange(problem, label, (next - dual) * sign);
  return violation;
}

function noteChange({ bias, touched, changes }: Problem, label: number, change: number): void {
  if (change === 0) return;
  bias[label] = (bias[label] ?? 0) + change;
  touched.push(label);
  changes.push(change);
}

/** The scores of a text nobody trained on, by label. */
export function scoreDense({ positions, values }: SparseVector, scorer: DenseScorer): Float64Array {
  const scores = Float64Array.from(scorer.bias);
  addScores(positions, values, scorer.weights, scorer.labels, scores);
  return scores;
}
