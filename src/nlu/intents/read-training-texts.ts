import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LabelledText } from './engine/intent-model.js';
import { type ModelName } from './model-name.js';

/** The shop hears the same courtesies, and the same nonsense, as the sales team. */
const BORROWED_BY_SHOP = ['greeting', 'out_of_scope', 'small_talk', 'thanks'];

function readLines(file: string): string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('# '));
}

function readFolder(folder: string, wanted: (intent: string) => boolean): LabelledText[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt') && wanted(file.slice(0, -'.txt'.length)))
    .sort()
    .flatMap((file) =>
      readLines(join(folder, file)).map((text) => ({ text, labels: [file.slice(0, -'.txt'.length)] })),
    );
}

export interface TrainingTexts {
  texts: readonly LabelledText[];
  /** Plain messages to calibrate on; nobody trains on them. */
  typical: readonly LabelledText[];
}

/**
 * What a model is made from. The utterances: one file per intent in `training/<model>/`, one utterance per line. The plain
 * messages: `training/typical/<model>.txt`, one `intent: message` per line. Lines that begin with `# ` are comments. There is
 * no such folder in the built product.
 */
export function readTrainingTexts(trainingDir: string, name: ModelName): TrainingTexts {
  const own = readFolder(join(trainingDir, name), () => true);
  const borrowed =
    name === 'shop' ? readFolder(join(trainingDir, 'sales'), (intent) => BORROWED_BY_SHOP.includes(intent)) : [];
  const typical = readLines(join(trainingDir, 'typical', `${name}.txt`)).map((line) => {
    const end = line.indexOf(':');
    return { text: line.slice(end + 1).trim(), labels: [line.slice(0, end)] };
  });
  return { texts: [...own, ...borrowed], typical };
}
