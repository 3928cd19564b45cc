import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SALES_INTENTS, SHOP_INTENTS } from '../message-analysis.js';
import { readModelFacts } from './engine/model-file.js';
import { hashTraining } from './hash-training.js';
import { modelPath } from './load-model.js';
import { MODEL_NAMES } from './model-name.js';
import { readTrainingTexts } from './read-training-texts.js';

const trainingDir = join(dirname(modelPath('sales')), '..', 'training');

describe('the delivered models', () => {
  it.each(MODEL_NAMES)('%s is made from the utterances in the repository; otherwise: npm run nlu:train', (name) => {
    const { facts } = readModelFacts(readFileSync(modelPath(name)));
    expect(facts.source).toBe(hashTraining(readTrainingTexts(trainingDir, name)));
  });

  it.each([
    ['sales', SALES_INTENTS],
    ['shop', SHOP_INTENTS],
  ] as const)('%s knows the intents of the contract and no others', (name, intents) => {
    const { facts } = readModelFacts(readFileSync(modelPath(name)));
    expect(facts.labels).toEqual([...intents].sort());
  });

  it.each(MODEL_NAMES)('%s is calibrated on messages it was not trained on', (name) => {
    const { texts, typical } = readTrainingTexts(trainingDir, name);
    const trained = new Set(texts.map(({ text }) => text.toLowerCase()));
    expect(typical.length).toBeGreaterThan(50);
    expect(typical.filter(({ text }) => trained.has(text.toLowerCase()))).toEqual([]);
  });
});
