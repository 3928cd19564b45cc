import { type Word } from '../../split-words.js';
import { calibrateScores } from './calibrate-scores.js';
import { scoreCompact } from './compact-scorer.js';
import { hashFeatures } from './hash-features.js';
import { type IntentModel, OUT_OF_SCOPE } from './intent-model.js';
import { type SparseVector, vectoriseText } from './vectorise-text.js';

export interface LabelScore {
  label: string;
  probability: number;
}

export interface Classification {
  /**
   * Most probable first, sum 1. With the label `out_of_scope` among them where the model was trained on texts of it; where it
   * was not, the probabilities hold for a text that is in scope.
   */
  ranking: LabelScore[];
  /** 0..1: that the text is none of the labels'. Known or, without training texts of it, estimated. */
  outOfScope: number;
}

/** Probabilities out of scores; for a text the model was trained on, they would say too much. */
export function rankLabels(
  { labels, calibration }: Pick<IntentModel, 'labels' | 'calibration'>,
  scores: Float64Array,
  vector: SparseVector,
): Classification {
  const at = labels.indexOf(OUT_OF_SCOPE);
  const { inScope, outOfScope } = calibrateScores(scores, vector, at, calibration);
  const shareInside = at < 0 ? 1 : 1 - outOfScope;
  const ranking = labels
    .map((label, index) => ({ label, probability: index === at ? outOfScope : shareInside * (inScope[index] ?? 0) }))
    .sort((a, b) => b.probability - a.probability);
  return { ranking, outOfScope };
}

/** Pure; some fifty microseconds for a message, bounded for any text. */
export function classifyText(model: IntentModel, text: string, words?: readonly Word[]): Classification {
  const vector = vectoriseText(hashFeatures(text, words), model.vocabulary);
  return rankLabels(model, scoreCompact(vector, model.scorer), vector);
}
