import { assignFolds } from './assign-folds.js';
import { buildVocabulary } from './build-vocabulary.js';
import { type HashedText } from './hash-features.js';
import { scoreDense, trainScorer } from './train-scorer.js';
import { type SparseVector, vectoriseText } from './vectorise-text.js';

export interface Example {
  text: string;
  hashed: HashedText;
  /** Indices of its labels. */
  targets: readonly number[];
}

/** A text with the scores of a model that had not seen it. */
export interface UnseenScores {
  scores: Float64Array;
  vector: SparseVector;
  /** Those of its labels that the model knew: none of them, and it should have been told apart as out of scope. */
  targets: readonly number[];
}

/** Above this many examples fewer models are trained: calibration needs thousands of scores, not tens of thousands. */
const MANY = 5_000;

/** What the scoring models are trained under, and how many labels there are in all. */
export interface ScoringSettings {
  labels: number;
  minTexts: number;
}

/** Trains on some examples, with the labels they have, and scores others. `-Infinity` is the score of a label without example. */
function scoreOthers(
  train: readonly Example[],
  others: readonly Example[],
  { labels, minTexts }: ScoringSettings,
): UnseenScores[] {
  const known = [...new Set(train.flatMap(({ targets }) => targets))].sort((a, b) => a - b);
  const indexOf = new Map(known.map((label, index) => [label, index]));
  const vocabulary = buildVocabulary(
    train.map(({ hashed }) => hashed),
    minTexts,
  );
  const rows = train.map(({ hashed, targets }) => ({
    vector: vectoriseText(hashed, vocabulary),
    targets: targets.map((target) => indexOf.get(target) ?? -1),
  }));
  const scorer = trainScorer(rows, known.length, vocabulary.hashes.length);
  return others.map(({ hashed, targets }) => {
    const vector = vectoriseText(hashed, vocabulary);
    const found = scoreDense(vector, scorer);
    const scores = new Float64Array(labels).fill(-Infinity);
    for (const [index, label] of known.entries()) scores[label] = found[index] ?? 0;
    return { scores, vector, targets: targets.filter((target) => indexOf.has(target)) };
  });
}

/** Each example scored by a model trained on the other folds; in the order of the examples. */
export function crossScore(examples: readonly Example[], settings: ScoringSettings): UnseenScores[] {
  const folds = examples.length > MANY ? 4 : 8;
  const assigned = assignFolds(
    examples.map(({ text, targets }) => ({ text, group: String(targets[0]) })),
    folds,
  );
  const scored = new Map<Example, UnseenScores>();
  for (let fold = 0; fold < folds; fold += 1) {
    const held = examples.filter((_, at) => assigned[at] === fold);
    const rest = examples.filter((_, at) => assigned[at] !== fold);
    if (held.length === 0 || rest.length === 0) continue;
    const scores = scoreOthers(rest, held, settings);
    for (const [at, example] of held.entries()) {
      const unseen = scores[at];
      if (unseen !== undefined) scored.set(example, unseen);
    }
  }
  return examples.flatMap((example) => scored.get(example) ?? []);
}

/**
 * Examples of labels that the scoring model was never told of: they stand in for texts out of scope, of which a training
 * set has few or none. The label out of scope itself is always told.
 */
export function scoreUnknownLabels(
  examples: readonly Example[],
  settings: ScoringSettings,
  outOfScope: number,
): UnseenScores[] {
  const groups = examples.length > MANY ? 3 : 4;
  const groupOf = assignFolds(
    Array.from({ length: settings.labels }, (_, label) => ({ text: `label ${label}`, group: '' })),
    groups,
  );
  const isHeld = (label: number, group: number): boolean => label !== outOfScope && groupOf[label] === group;
  const result: UnseenScores[] = [];
  for (let group = 0; group < groups; group += 1) {
    const rest = examples.filter(({ targets }) => !targets.some((label) => isHeld(label, group)));
    const held = examples.filter(({ targets }) => targets.every((label) => isHeld(label, group)));
    if (held.length === 0 || new Set(rest.flatMap(({ targets }) => targets)).size < 2) continue;
    result.push(...scoreOthers(rest, held, settings));
  }
  return result;
}
