import { encodeModel } from './engine/model-file.js';
import { trainModel, type TrainedModel } from './engine/train-model.js';
import { type LabelledText } from './engine/intent-model.js';
import { hashTraining } from './hash-training.js';
import { type TrainingTexts } from './read-training-texts.js';

/** Keeps the delivered models well below a megabyte each. */
const MIN_TEXTS = 2;

export interface ProductModel extends TrainedModel {
  texts: readonly LabelledText[];
  file: Buffer;
}

/** The model the product delivers, as it lies in the repository. */
export function trainProductModel({ texts, typical }: TrainingTexts): ProductModel {
  const trained = trainModel(texts, { minTexts: MIN_TEXTS, typical });
  return { ...trained, texts, file: encodeModel(trained.model, hashTraining({ texts, typical })) };
}
