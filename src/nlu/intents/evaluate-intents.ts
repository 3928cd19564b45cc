import { type Confusion, countConfusions } from './engine/count-confusions.js';
import { type IntentModel, type LabelledText } from './engine/intent-model.js';
import { isOutOfScope, judgeTexts, type JudgedText, measureModel, type ModelFigures } from './engine/measure-model.js';

const MAX_CONFUSIONS = 12;

export interface IntentReport {
  figures: ModelFigures;
  inScope: number;
  outOfScope: number;
  /** Labels of test texts that the model does not know: such texts are misses. */
  unknownLabels: readonly string[];
  confusions: readonly Confusion[];
}

export function reportOn(labels: readonly string[], judged: readonly JudgedText[]): IntentReport {
  const known = new Set(labels);
  const outside = judged.filter(({ text }) => isOutOfScope(text)).length;
  return {
    figures: measureModel({ labels }, judged),
    inScope: judged.length - outside,
    outOfScope: outside,
    unknownLabels: [...new Set(judged.flatMap(({ text }) => text.labels))].filter((label) => !known.has(label)).sort(),
    confusions: countConfusions(
      // Without training texts out of scope a model has no such answer to give.
      judged.filter(({ text }) => known.has('out_of_scope') || !isOutOfScope(text)),
      MAX_CONFUSIONS,
    ),
  };
}

/** Figures of a model on labelled texts it was not trained on. */
export function evaluateIntents(model: IntentModel, texts: readonly LabelledText[]): IntentReport {
  return reportOn(model.labels, judgeTexts(model, texts));
}
