import { buildVocabulary } from './build-vocabulary.js';
import { compactScorer } from './compact-scorer.js';
import { crossScore, type Example, scoreUnknownLabels, type UnseenScores } from './cross-score.js';
import { fitCalibration } from './fit-calibration.js';
import { hashFeatures } from './hash-features.js';
import { type IntentModel, type LabelledText, OUT_OF_SCOPE } from './intent-model.js';
import { scoreDense, trainScorer } from './train-scorer.js';
import { vectoriseText } from './vectorise-text.js';

export interface TrainedModel {
  model: IntentModel;
  /** Each text of the training set, scored by a model that had not seen it: what figures about the model may rest on. */
  unseen: readonly UnseenScores[];
}

function labelsOf({ labels }: LabelledText): readonly string[] {
  return labels.length === 0 ? [OUT_OF_SCOPE] : labels;
}

export interface TrainingOptions {
  /** See {@link buildVocabulary}: 2 halves a model and costs it next to nothing, 1 is best for small sets. */
  minTexts?: number;
  /**
   * Plain texts, none of them trained on. Where the training texts were chosen to be as different as can be, a model does
   * better on ordinary messages than on what it was not shown of them, and would trust itself too little.
   */
  typical?: readonly LabelledText[];
}

/** Trains and calibrates. The same texts in the same order give the same model to the bit. */
export function trainModel(texts: readonly LabelledText[], options: TrainingOptions = {}): TrainedModel {
  const { minTexts = 1, typical = [] } = options;
  const labels = [...new Set(texts.flatMap(labelsOf))].sort();
  const examples = toExamples(texts, labels);
  const outOfScope = labels.indexOf(OUT_OF_SCOPE);
  const settings = { labels: labels.length, minTexts };
  const unseen = crossScore(examples, settings);
  const standIns = scoreUnknownLabels(examples, settings, outOfScope);
  const vocabulary = buildVocabulary(
    examples.map(({ hashed }) => hashed),
    minTexts,
  );
  const rows = examples.map(({ hashed, targets }) => ({ vector: vectoriseText(hashed, vocabulary), targets }));
  const dense = trainScorer(rows, labels.length, vocabulary.hashes.length);
  const plain = toExamples(typical, labels).map(({ hashed, targets }) => {
    const vector = vectoriseText(hashed, vocabulary);
    return { scores: scoreDense(vector, dense), vector, targets };
  });
  const calibration = fitCalibration({ unseen, standIns, typical: plain }, outOfScope);
  return { model: { labels, vocabulary, scorer: compactScorer(dense), calibration }, unseen };
}

function toExamples(texts: readonly LabelledText[], labels: readonly string[]): Example[] {
  return texts.map((labelled) => ({
    text: labelled.text,
    hashed: hashFeatures(labelled.text),
    targets: labelsOf(labelled).map((label) => labels.indexOf(label)),
  }));
}
