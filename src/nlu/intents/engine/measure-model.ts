import { type Classification, classifyText, rankLabels } from './classify-text.js';
import { type IntentModel, type LabelledText, OUT_OF_SCOPE } from './intent-model.js';
import { type TrainedModel } from './train-model.js';
import { areaUnderRoc, calibrationError, macroF1, type Prediction } from './measures.js';

/** Figures of a model on texts it was not trained on; `null` where the texts do not allow one. */
export interface ModelFigures {
  /** Share of the texts in scope whose most probable label is one of theirs. */
  accuracy: number | null;
  /** Over the labels of the test texts the model knows. */
  macroF1: number | null;
  /** How well the score out of scope orders texts out of scope before those in scope. */
  oosAuroc: number | null;
  /** Expected calibration error of the top probability, ten equal bins, texts in scope. */
  calibrationError: number | null;
  texts: number;
}

export interface JudgedText {
  text: LabelledText;
  classification: Classification;
}

export function judgeTexts(model: IntentModel, texts: readonly LabelledText[]): JudgedText[] {
  return texts.map((text) => ({ text, classification: classifyText(model, text.text) }));
}

/** The training texts, each judged by a model that had not seen it (cross-validation). */
export function judgeUnseen({ model, unseen }: TrainedModel, texts: readonly LabelledText[]): JudgedText[] {
  return texts.flatMap((text, at) => {
    const scored = unseen[at];
    return scored === undefined ? [] : [{ text, classification: rankLabels(model, scored.scores, scored.vector) }];
  });
}

export function isOutOfScope({ labels }: LabelledText): boolean {
  return labels.every((label) => label === OUT_OF_SCOPE);
}

function toPrediction({ text, classification }: JudgedText): Prediction {
  const [top] = classification.ranking;
  return {
    expected: isOutOfScope(text) ? [OUT_OF_SCOPE] : text.labels,
    predicted: top?.label ?? OUT_OF_SCOPE,
    probability: top?.probability ?? 0,
  };
}

export function measureModel({ labels }: Pick<IntentModel, 'labels'>, judged: readonly JudgedText[]): ModelFigures {
  const inside = judged.filter(({ text }) => !isOutOfScope(text));
  const outside = judged.filter(({ text }) => isOutOfScope(text));
  const predictions = inside.map(toPrediction);
  const hits = predictions.filter(({ expected, predicted }) => expected.includes(predicted)).length;
  const scorable = labels.includes(OUT_OF_SCOPE) ? judged.map(toPrediction) : predictions;
  return {
    accuracy: inside.length === 0 ? null : hits / inside.length,
    macroF1: macroF1(scorable),
    oosAuroc: areaUnderRoc(
      outside.map(({ classification }) => classification.outOfScope),
      inside.map(({ classification }) => classification.outOfScope),
    ),
    calibrationError: calibrationError(predictions),
    texts: judged.length,
  };
}
