import { type Vocabulary } from './build-vocabulary.js';
import { type CompactScorer } from './compact-scorer.js';
import { type Calibration } from './calibrate-scores.js';

/** The name every model gives to "none of these". */
export const OUT_OF_SCOPE = 'out_of_scope';

/** A text with what it means: no label at all says that it is out of scope. */
export interface LabelledText {
  text: string;
  labels: readonly string[];
}

export interface IntentModel {
  /** A-Z; `out_of_scope` is among them when the training set had texts of it. */
  labels: readonly string[];
  vocabulary: Vocabulary;
  scorer: CompactScorer;
  calibration: Calibration;
}
