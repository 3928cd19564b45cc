import { toVocabulary } from './build-vocabulary.js';
import { type Calibration } from './calibrate-scores.js';
import { type IntentModel } from './intent-model.js';

/** What the file says of itself before the numbers begin. */
export interface ModelFacts {
  /** {@link FORMAT} */
  format: string;
  /** Hash of everything the model was made from. */
  source: string;
  labels: readonly string[];
  /** Size of the training set. */
  texts: number;
  features: number;
  calibration: Calibration;
}

const FORMAT = 'intent-model/1';
const LENGTH_BYTES = 4;
const HASH_BYTES = 4;
const COUNT_BYTES = 2;
const FLOAT_BYTES = 4;
/** Words in more texts than this all say as little. */
const MAX_COUNT = 2 ** 16 - 1;

/** The bytes are no model of this version. */
export class ModelFileError extends Error {
  override readonly name = 'ModelFileError';
}

/**
 * One file: the length of the facts, the facts as JSON, then the hashes, the counts and the
 * units of the features, the biases, and one byte per weight. Little endian, whatever the machine.
 */
export function encodeModel(model: IntentModel, source: string): Buffer {
  const { vocabulary, scorer, labels, calibration } = model;
  const features = vocabulary.hashes.length;
  const facts: ModelFacts = { format: FORMAT, source, labels, texts: vocabulary.texts, features, calibration };
  const head = Buffer.from(JSON.stringify(facts), 'utf8');
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(head.length);
  const numbers = Buffer.alloc(features * (HASH_BYTES + COUNT_BYTES) + (features + labels.length) * FLOAT_BYTES);
  let at = 0;
  for (const hash of vocabulary.hashes) at = numbers.writeUInt32LE(hash, at);
  for (const count of vocabulary.textsWith) at = numbers.writeUInt16LE(Math.min(count, MAX_COUNT), at);
  for (const unit of scorer.units) at = numbers.writeFloatLE(unit, at);
  for (const bias of scorer.bias) at = numbers.writeFloatLE(bias, at);
  const { steps } = scorer;
  return Buffer.concat([length, head, numbers, Buffer.from(steps.buffer, steps.byteOffset, steps.byteLength)]);
}

export function readModelFacts(file: Buffer): { facts: ModelFacts; end: number } {
  const end = file.length < LENGTH_BYTES ? Infinity : LENGTH_BYTES + file.readUInt32LE(0);
  if (end > file.length) throw new ModelFileError('This is not an intent model.');
  let facts: ModelFacts;
  try {
    facts = JSON.parse(file.toString('utf8', LENGTH_BYTES, end)) as ModelFacts;
  } catch {
    throw new ModelFileError('This is not an intent model.');
  }
  if (facts.format !== FORMAT) throw new ModelFileError(`This intent model is not of the format ${FORMAT}.`);
  return { facts, end };
}

/** @throws ModelFileError */
export function decodeModel(file: Buffer): IntentModel {
  const { facts, end } = readModelFacts(file);
  const { features, labels, calibration, texts } = facts;
  const numbers = features * (HASH_BYTES + COUNT_BYTES) + (features + labels.length) * FLOAT_BYTES;
  if (file.length !== end + numbers + features * labels.length) {
    throw new ModelFileError('The intent model is incomplete.');
  }
  let at = end;
  const readUint32 = (): number => file.readUInt32LE((at += HASH_BYTES) - HASH_BYTES);
  const readCount = (): number => file.readUInt16LE((at += COUNT_BYTES) - COUNT_BYTES);
  const readFloat = (): number => file.readFloatLE((at += FLOAT_BYTES) - FLOAT_BYTES);
  const hashes = Uint32Array.from({ length: features }, readUint32);
  const textsWith = Uint32Array.from({ length: features }, readCount);
  const units = Float32Array.from({ length: features }, readFloat);
  const bias = Float32Array.from({ length: labels.length }, readFloat);
  const steps = new Int8Array(file.subarray(at));
  return {
    labels,
    calibration,
    vocabulary: toVocabulary(hashes, textsWith, texts),
    scorer: { labels: labels.length, steps, units, bias },
  };
}
