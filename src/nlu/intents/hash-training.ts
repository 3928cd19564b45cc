import { createHash } from 'node:crypto';
import { CONCEPTS } from './concepts/find-concepts.js';
import { type TrainingTexts } from './read-training-texts.js';

/** To be raised whenever features or training change: the models in the repository are stale from then on. */
const TRAINER_VERSION = 1;

/** What a model was made from, in 16 hexadecimal digits: utterances, concepts and the way of training. */
export function hashTraining({ texts, typical }: TrainingTexts): string {
  const source = JSON.stringify([TRAINER_VERSION, CONCEPTS, texts, typical]);
  return createHash('sha256').update(source).digest('hex').slice(0, 16);
}
