import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type IntentModel } from './engine/intent-model.js';
import { decodeModel } from './engine/model-file.js';
import { type ModelName } from './model-name.js';

const loaded = new Map<ModelName, IntentModel>();

/** Where a model lies, beside this file in the sources and in the build alike. */
export function modelPath(name: ModelName): string {
  return fileURLToPath(new URL(`./models/${name}.model`, import.meta.url));
}

/** The model as it was delivered, read at the first call. */
export function getModel(name: ModelName): IntentModel {
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const model = decodeModel(readFileSync(modelPath(name)));
  loaded.set(name, model);
  return model;
}
